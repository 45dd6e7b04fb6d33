// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappings/rml/iteration.hpp"

namespace prosper::mappings::rml {

/// The nodes of an XML document that an XPath 1.0 expression selects; references are XPaths from
/// them. Prefixes are compared as written: a namespace asked for must be declared in the document
/// with the same prefix.
class XmlRows {
 public:
  /// `namespaces`: prefix → IRI. Throws std::invalid_argument for bad XML, a bad path, or a
  /// namespace that the document declares otherwise.
  XmlRows(const std::string& text, const std::string& iterator,
          const std::vector<std::pair<std::string, std::string>>& namespaces);
  ~XmlRows();
  XmlRows(const XmlRows&) = delete;
  XmlRows& operator=(const XmlRows&) = delete;

  /// They must not outlive this.
  std::vector<std::unique_ptr<Iteration>> iterations() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace prosper::mappings::rml
