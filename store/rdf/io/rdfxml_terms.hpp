// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "store/rdf/io/document_labels.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/xml_parser.hpp"
#include "store/rdf/quad_view.hpp"

namespace prosper::rdf {

/// Makes the terms of an RDF/XML document from names and attribute values, and checks them. Throws
/// XmlFault.
class RdfXmlTerms {
 public:
  explicit RdfXmlTerms(const ParseOptions& options) : labels_(options.blank_node_prefix) {}

  /// A reference as it stands in rdf:about, rdf:resource, rdf:datatype or xml:base.
  void resolve(std::string_view base, std::string_view reference, std::string& out) const;
  /// rdf:ID [7.2.22], which a document has once.
  void resolve_id(std::string_view base, std::string_view id, std::string& out);
  /// rdf:nodeID [7.2.23].
  void label(std::string_view node_id, std::string& out) const;

  void new_label(std::string& out) { labels_.make(out); }

  /// The IRI of an element or attribute.
  void name(const XmlName& name, std::string& out) const;
  /// A literal without datatype; no language is the empty one.
  TermView plain_literal(std::string_view text, std::string_view language) const;

 private:
  DocumentLabels labels_;
  std::unordered_set<std::string> ids_;
  std::size_t id_bytes_ = 0;
};

}  // namespace prosper::rdf
