// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>

#include "store/rdf/io/document_sink.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/rdfxml_attributes.hpp"
#include "store/rdf/io/rdfxml_terms.hpp"
#include "store/rdf/io/xml_literal_writer.hpp"
#include "store/rdf/io/xml_parser.hpp"

namespace prosper::rdf {

/// The grammar of RDF 1.1 XML Syntax §7.2 over the events of a document: an element's place says
/// what it is, its attributes which production applies. Throws XmlFault.
class RdfXmlGrammar final : public XmlEvents {
 public:
  /// `options` and `sink` must outlive the grammar.
  RdfXmlGrammar(const ParseOptions& options, DocumentSink& sink);

  void prefix(std::string_view name, std::string_view iri) override;
  void start_element(const XmlName& name, std::span<const XmlAttribute> attributes) override;
  void end_element(const XmlName& name) override;
  void text(std::string_view text) override;
  void comment(std::string_view text) override;
  void instruction(std::string_view target, std::string_view text) override;

 private:
  enum class Content : std::uint8_t {
    Document,    ///< rdf:RDF or one node
    Nodes,       ///< of rdf:RDF
    Properties,  ///< of a node, or of a property with parseType Resource
    Value,       ///< of a property: a text or one node
    Collection,  ///< of a property: nodes
    Markup,      ///< of a property: an XML literal
    Nothing
  };

  /// An open element, and what stands around all of them.
  struct Element {
    Content content = Content::Document;
    std::string base;
    std::string language;
    TermView::Kind subject_kind = TermView::Kind::Iri;
    std::string subject;      ///< of the properties in it
    std::size_t members = 0;  ///< rdf:li in it
    std::string predicate;
    std::string statement;  ///< what rdf:ID names, or empty
    std::string datatype;   ///< or empty
    std::string text;
    bool has_node = false;
    std::string last_cell;  ///< of the collection, or empty
  };

  Element& open();
  void read_node(const XmlName& name, Element& node);
  void read_subject(Element& node);
  void link_node(const Element& node, Element& owner);
  void read_property(const XmlName& name, Element& property);
  void read_parse_type(Element& property);
  void read_empty_property(Element& property);
  void read_property_attributes(const Element& subject);
  void end_value(const Element& property);
  void end_collection(const Element& property);

  void emit(const TermView& subject, std::string_view predicate, const TermView& object);
  /// The triple of a property of `owner`, and what rdf:ID says about it.
  void emit_property(const Element& property, const Element& owner, const TermView& object);
  /// The same for the innermost element.
  void emit_property(const Element& property, const TermView& object);

  DocumentSink& sink_;
  RdfXmlTerms terms_;
  RdfXmlAttributes attributes_;
  XmlLiteralWriter literal_;
  std::deque<Element> elements_;  ///< a deque: references stay good
  std::size_t depth_ = 0;         ///< the innermost one
  std::string name_;
  std::string value_;
  std::string cell_;
};

}  // namespace prosper::rdf
