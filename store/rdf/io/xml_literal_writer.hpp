// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/io/xml_parser.hpp"

namespace prosper::rdf {

/// Writes the content of an element as the lexical form of an rdf:XMLLiteral: Exclusive XML
/// Canonicalization with comments (RDF 1.1 XML Syntax §7.2.17).
class XmlLiteralWriter {
 public:
  void start_element(const XmlName& name, std::span<const XmlAttribute> attributes);
  void end_element(const XmlName& name);
  void text(std::string_view text);
  void comment(std::string_view text);
  void instruction(std::string_view target, std::string_view text);

  /// True between the elements of the literal.
  bool is_outermost() const { return declared_before_.empty(); }

  const std::string& literal() const { return literal_; }

  void clear();

 private:
  struct Declaration {
    std::string prefix;
    std::string ns;
  };

  void declare(const XmlName& name);
  void write_declarations(std::size_t from);
  void write_name(const XmlName& name);

  std::string literal_;
  std::vector<Declaration> declared_;         ///< in force, the last one of a prefix counts
  std::vector<std::size_t> declared_before_;  ///< for each open element
  std::vector<XmlAttribute> attributes_;
};

}  // namespace prosper::rdf
