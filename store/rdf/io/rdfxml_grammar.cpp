// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdfxml_grammar.hpp"

#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

using Kind = TermView::Kind;
namespace terms = vocabularies::rdf;

constexpr std::string_view xml_literal = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";
constexpr std::string_view statement_class = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
constexpr std::string_view subject_of = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
constexpr std::string_view predicate_of = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
constexpr std::string_view object_of = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";

constexpr std::size_t longest_text = std::size_t{1} << 30U;

bool is_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

TermView iri(std::string_view text) {
  return {Kind::Iri, text, {}, {}};
}

TermView blank(std::string_view label) {
  return {Kind::BlankNode, label, {}, {}};
}

/// Property [7.2.14]: what may not stand together.
void check_property_attributes(const RdfXmlAttributes& read) {
  const bool has_properties = !read.properties.empty();
  if (read.about) throw XmlFault{"rdf:about on a property, expected rdf:resource"};
  if (read.resource && read.node_id) {
    throw XmlFault{"rdf:resource and rdf:nodeID on one property, expected one of them"};
  }
  if (read.datatype && (read.resource || read.node_id || has_properties)) {
    throw XmlFault{"rdf:datatype on a property whose value is no literal"};
  }
  if (read.parse_type && (read.resource || read.node_id || read.datatype || has_properties)) {
    throw XmlFault{"rdf:parseType beside another attribute than rdf:ID"};
  }
}

}  // namespace

RdfXmlGrammar::RdfXmlGrammar(const ParseOptions& options, DocumentSink& sink)
    : sink_(sink), terms_(options), elements_(1) {
  elements_.front().base = options.base_iri;
}

void RdfXmlGrammar::prefix(std::string_view name, std::string_view iri) {
  if (!iri.empty()) sink_.prefix(name, iri);
}

RdfXmlGrammar::Element& RdfXmlGrammar::open() {
  const Element& outer = elements_[depth_];
  ++depth_;
  if (elements_.size() == depth_) elements_.emplace_back();
  Element& element = elements_[depth_];
  element.language.assign(attributes_.language.value_or(outer.language));
  if (attributes_.base) {
    terms_.resolve(outer.base, *attributes_.base, element.base);
  } else {
    element.base.assign(outer.base);
  }
  element.members = 0;
  return element;
}

void RdfXmlGrammar::start_element(const XmlName& name, std::span<const XmlAttribute> attributes) {
  Element& outer = elements_[depth_];
  if (outer.content == Content::Markup) {
    literal_.start_element(name, attributes);
    return;
  }
  attributes_.read(attributes);
  Element& element = open();
  switch (outer.content) {
    case Content::Document:
      if (is_rdf(name, "RDF")) {
        if (!attributes_.has_none()) throw XmlFault{"an attribute of rdf:RDF, expected none"};
        element.content = Content::Nodes;
        return;
      }
      break;
    case Content::Properties:
      read_property(name, element);
      return;
    case Content::Nothing:
      throw XmlFault{"expected the end of a property that has its value, found " + describe(name)};
    default:
      break;
  }
  read_node(name, element);
}

/// nodeElement [7.2.11].
void RdfXmlGrammar::read_node(const XmlName& name, Element& node) {
  check_node_name(name);
  read_subject(node);
  link_node(node, elements_[depth_ - 1]);
  if (!is_rdf(name, "Description")) {
    terms_.name(name, name_);
    emit({node.subject_kind, node.subject, {}, {}}, terms::type, iri(name_));
  }
  read_property_attributes(node);
}

void RdfXmlGrammar::read_subject(Element& node) {
  const RdfXmlAttributes& read = attributes_;
  if (read.resource || read.datatype || read.parse_type) {
    throw XmlFault{
        "rdf:resource, rdf:datatype or rdf:parseType on a node, expected rdf:about or a property"};
  }
  if ((read.id && read.about) || (read.id && read.node_id) || (read.about && read.node_id)) {
    throw XmlFault{"two of rdf:ID, rdf:about and rdf:nodeID on one node, expected one"};
  }
  node.content = Content::Properties;
  node.subject_kind = read.id || read.about ? Kind::Iri : Kind::BlankNode;
  if (read.id) {
    terms_.resolve_id(node.base, *read.id, node.subject);
  } else if (read.about) {
    terms_.resolve(node.base, *read.about, node.subject);
  } else if (read.node_id) {
    terms_.label(*read.node_id, node.subject);
  } else {
    terms_.new_label(node.subject);
  }
}

/// The node as value of the property around it, if there is one: resourcePropertyElt [7.2.15],
/// parseTypeCollectionPropertyElt [7.2.19].
void RdfXmlGrammar::link_node(const Element& node, Element& owner) {
  const TermView subject{node.subject_kind, node.subject, {}, {}};
  if (owner.content == Content::Value) {
    if (!is_space(owner.text)) throw XmlFault{"a node behind a text, expected one of them"};
    if (owner.has_node) throw XmlFault{"a second node in a property, expected one"};
    if (!owner.datatype.empty())
      throw XmlFault{"a node as value where rdf:datatype asks for a text"};
    owner.has_node = true;
    emit_property(owner, elements_[depth_ - 2], subject);
  } else if (owner.content == Content::Collection) {
    terms_.new_label(cell_);
    if (owner.last_cell.empty()) {
      emit_property(owner, elements_[depth_ - 2], blank(cell_));
    } else {
      emit(blank(owner.last_cell), terms::rest, blank(cell_));
    }
    emit(blank(cell_), terms::first, subject);
    owner.last_cell.assign(cell_);
  }
}

/// propertyAttr [7.2.25].
void RdfXmlGrammar::read_property_attributes(const Element& subject) {
  for (const XmlAttribute& attribute : attributes_.properties) {
    const TermView view{subject.subject_kind, subject.subject, {}, {}};
    terms_.name(attribute.name, name_);
    if (is_rdf(attribute.name, "type")) {
      terms_.resolve(subject.base, attribute.value, value_);
      emit(view, name_, iri(value_));
    } else {
      emit(view, name_, terms_.plain_literal(attribute.value, subject.language));
    }
  }
}

/// propertyElt [7.2.14].
void RdfXmlGrammar::read_property(const XmlName& name, Element& property) {
  const RdfXmlAttributes& read = attributes_;
  check_property_name(name);
  check_property_attributes(read);
  if (is_rdf(name, "li")) {
    const std::size_t number = ++elements_[depth_ - 1].members;
    property.predicate.assign(terms::ns).append("_").append(std::to_string(number));
  } else {
    terms_.name(name, property.predicate);
  }
  property.statement.clear();
  if (read.id) terms_.resolve_id(property.base, *read.id, property.statement);
  if (read.parse_type) {
    read_parse_type(property);
  } else if (read.resource || read.node_id || !read.properties.empty()) {
    read_empty_property(property);
  } else {
    property.content = Content::Value;
    property.has_node = false;
    property.text.clear();
    property.datatype.clear();
    if (read.datatype) terms_.resolve(property.base, *read.datatype, property.datatype);
  }
}

/// parseType…PropertyElt [7.2.17] to [7.2.20].
void RdfXmlGrammar::read_parse_type(Element& property) {
  if (*attributes_.parse_type == "Resource") {
    property.content = Content::Properties;
    property.subject_kind = Kind::BlankNode;
    terms_.new_label(property.subject);
    emit_property(property, blank(property.subject));
  } else if (*attributes_.parse_type == "Collection") {
    property.content = Content::Collection;
    property.last_cell.clear();
  } else {
    property.content = Content::Markup;
    literal_.clear();
  }
}

/// emptyPropertyElt [7.2.21] with a node as value.
void RdfXmlGrammar::read_empty_property(Element& property) {
  const RdfXmlAttributes& read = attributes_;
  property.content = Content::Nothing;
  property.subject_kind = read.resource ? Kind::Iri : Kind::BlankNode;
  if (read.resource) {
    terms_.resolve(property.base, *read.resource, property.subject);
  } else if (read.node_id) {
    terms_.label(*read.node_id, property.subject);
  } else {
    terms_.new_label(property.subject);
  }
  emit_property(property, {property.subject_kind, property.subject, {}, {}});
  read_property_attributes(property);
}

void RdfXmlGrammar::end_element(const XmlName& name) {
  const Element& element = elements_[depth_];
  switch (element.content) {
    case Content::Markup:
      if (!literal_.is_outermost()) {
        literal_.end_element(name);
        return;
      }
      emit_property(element, {Kind::Literal, literal_.literal(), xml_literal, {}});
      break;
    case Content::Value:
      end_value(element);
      break;
    case Content::Collection:
      end_collection(element);
      break;
    default:
      break;
  }
  --depth_;
}

/// literalPropertyElt [7.2.16], and emptyPropertyElt [7.2.21] with an empty text.
void RdfXmlGrammar::end_value(const Element& property) {
  if (property.has_node) return;
  if (property.datatype.empty()) {
    emit_property(property, terms_.plain_literal(property.text, property.language));
  } else {
    emit_property(property, {Kind::Literal, property.text, property.datatype, {}});
  }
}

void RdfXmlGrammar::end_collection(const Element& property) {
  if (property.last_cell.empty()) {
    emit_property(property, iri(terms::nil));
  } else {
    emit(blank(property.last_cell), terms::rest, iri(terms::nil));
  }
}

void RdfXmlGrammar::text(std::string_view text) {
  Element& element = elements_[depth_];
  if (element.content == Content::Markup) {
    literal_.text(text);
  } else if (element.content == Content::Value && !element.has_node) {
    element.text.append(text);
  } else if (!is_space(text)) {
    throw XmlFault{"a text where none can stand, expected an element or its end"};
  }
  if (element.text.size() > longest_text || literal_.literal().size() > longest_text) {
    throw XmlFault{"a text of more than a gigabyte"};
  }
}

void RdfXmlGrammar::comment(std::string_view text) {
  if (elements_[depth_].content == Content::Markup) literal_.comment(text);
}

void RdfXmlGrammar::instruction(std::string_view target, std::string_view text) {
  if (elements_[depth_].content == Content::Markup) literal_.instruction(target, text);
}

void RdfXmlGrammar::emit(const TermView& subject, std::string_view predicate,
                         const TermView& object) {
  QuadView quad;
  quad.subject = subject;
  quad.predicate = iri(predicate);
  quad.object = object;
  sink_.view(quad);
}

void RdfXmlGrammar::emit_property(const Element& property, const TermView& object) {
  emit_property(property, elements_[depth_ - 1], object);
}

/// Reification: §7.3.
void RdfXmlGrammar::emit_property(const Element& property, const Element& owner,
                                  const TermView& object) {
  const TermView subject{owner.subject_kind, owner.subject, {}, {}};
  emit(subject, property.predicate, object);
  if (property.statement.empty()) return;
  const TermView statement = iri(property.statement);
  emit(statement, terms::type, iri(statement_class));
  emit(statement, subject_of, subject);
  emit(statement, predicate_of, iri(property.predicate));
  emit(statement, object_of, object);
}

}  // namespace prosper::rdf
