// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_triples.hpp"

#include "store/rdf/io/turtle_reader.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf {
namespace {

using Kind = TermView::Kind;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

TurtleTriples::TurtleTriples(TextWindow& document, const ParseOptions& options, DocumentSink& sink)
    : scanner_(document),
      names_(options.base_iri),
      labels_(options.blank_node_prefix),
      sink_(sink),
      levels_(1) {}

bool TurtleTriples::is_at_name() const {
  const char c = scanner_.look();
  return is_letter(c) || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

void TurtleTriples::expect(char c, std::string_view what) {
  if (!scanner_.take(c)) scanner_.fail_expecting(what);
}

void TurtleTriples::emit() {
  sink_.view(quad_);
  quad_.same_subject = true;
  quad_.same_predicate = true;
  quad_.same_graph = quad_.has_graph;
}

void TurtleTriples::set_subject(Kind kind) {
  Level& level = levels_[depth_];
  level.subject_kind = kind;
  quad_.subject = {kind, level.subject, {}, {}};
  quad_.same_subject = false;
}

void TurtleTriples::set_predicate(std::string_view iri) {
  levels_[depth_].predicate = iri;
  quad_.predicate = {Kind::Iri, iri, {}, {}};
  quad_.same_predicate = false;
}

void TurtleTriples::enter(std::string_view label) {
  if (depth_ == max_nesting) {
    throw TextFault{scanner_.place(),
                    "brackets nest deeper than " + std::to_string(max_nesting) + " levels"};
  }
  ++depth_;
  if (levels_.size() == depth_) levels_.emplace_back();
  levels_[depth_].subject.assign(label);
  set_subject(Kind::BlankNode);
}

void TurtleTriples::leave() {
  --depth_;
  set_subject(levels_[depth_].subject_kind);
  set_predicate(levels_[depth_].predicate);
}

std::string_view TurtleTriples::read_iri(std::string& out) {
  if (scanner_.is_at('<')) return names_.resolve(scanner_.iri(out), out);
  if (!is_at_name()) scanner_.fail_expecting("an IRI: <IRI> or prefix:name");
  expand(scanner_.name(local_), out);
  return out;
}

void TurtleTriples::read_iri_text(std::string& out) {
  const std::string_view iri = read_iri(out);
  if (iri.data() != out.data()) out.assign(iri);
}

void TurtleTriples::expand(const TurtleScanner::Name& name, std::string& out) {
  if (name.is_prefixed) {
    names_.expand(name.prefix, name.local, out);
  } else if (name.prefix.empty()) {
    scanner_.fail_expecting("an IRI: <IRI> or prefix:name");
  } else {
    throw TextFault{token_place(), "expected an IRI: <IRI> or prefix:name, found the word '" +
                                       std::string(name.prefix) + "'"};
  }
}

void TurtleTriples::read_label_text(std::string& out) {
  const std::string_view label = labels_.written(scanner_.label(), out);
  if (label.data() != out.data()) out.assign(label);
}

void TurtleTriples::read_predicates() {
  for (;;) {
    read_verb();
    do {
      scanner_.skip_space();
      read_object();
      scanner_.skip_space();
    } while (scanner_.take(','));
    if (!scanner_.take(';')) return;
    while (scanner_.take(';')) {
    }
    const char c = scanner_.look();
    if (c == '.' || c == ']' || c == '}' || scanner_.is_at_end()) return;
  }
}

void TurtleTriples::read_verb() {
  std::string& text = levels_[depth_].predicate_text;
  if (scanner_.is_at('<')) {
    read_iri_text(text);
    set_predicate(text);
    return;
  }
  if (!is_at_name()) scanner_.fail_expecting("a predicate: <IRI>, prefix:name or 'a'");
  const TurtleScanner::Name name = scanner_.name(local_);
  if (!name.is_prefixed && name.prefix == "a") {
    set_predicate(vocabularies::rdf::type);
  } else {
    expand(name, text);
    set_predicate(text);
  }
}

void TurtleTriples::read_object() {
  switch (scanner_.look()) {
    case '<':
      quad_.object = {Kind::Iri, read_iri(object_), {}, {}};
      break;
    case '"':
    case '\'':
      read_literal();
      return;
    case '_':
      quad_.object = {Kind::BlankNode, labels_.written(scanner_.label(), object_), {}, {}};
      break;
    case '[':
      read_property_object();
      return;
    case '(':
      read_collection_object();
      return;
    default:
      read_named_object();
      break;
  }
  emit();
}

/// A prefixed name, a number, or a boolean.
void TurtleTriples::read_named_object() {
  if (scanner_.is_at_number()) {
    const auto [text, datatype] = scanner_.number();
    quad_.object = {Kind::Literal, text, datatype, {}};
    return;
  }
  if (!is_at_name()) {
    scanner_.fail_expecting("an object: <IRI>, prefix:name, a literal, _:label, '[' or '('");
  }
  const TurtleScanner::Name name = scanner_.name(local_);
  if (!name.is_prefixed && (name.prefix == "true" || name.prefix == "false")) {
    quad_.object = {Kind::Literal, name.prefix, vocabularies::xsd::boolean, {}};
    return;
  }
  expand(name, object_);
  quad_.object = {Kind::Iri, object_, {}, {}};
}

/// RDFLiteral [128s].
void TurtleTriples::read_literal() {
  scanner_.keep(scanner_.string(object_));
  scanner_.skip_space();
  TermView literal{Kind::Literal, {}, vocabularies::xsd::string, {}};
  if (scanner_.is_at('@')) {
    literal.datatype = vocabularies::rdf::lang_string;
    literal.language = scanner_.language();
  } else if (scanner_.is_at("^^")) {
    scanner_.skip(2);
    scanner_.skip_space();
    literal.datatype = read_iri(datatype_);
  }
  literal.text = scanner_.kept();
  scanner_.keep({});
  quad_.object = literal;
  emit();
}

void TurtleTriples::enter_new_object() {
  labels_.make(object_);
  quad_.object = {Kind::BlankNode, object_, {}, {}};
  emit();
  enter(object_);
}

void TurtleTriples::read_property_object() {
  scanner_.take('[');
  enter_new_object();
  read_properties();
  leave();
}

void TurtleTriples::read_properties() {
  if (!scanner_.is_at(']')) read_predicates();
  expect(']', "';', ',' or ']'");
}

void TurtleTriples::read_collection_object() {
  scanner_.take('(');
  if (scanner_.take(')')) {
    quad_.object = {Kind::Iri, vocabularies::rdf::nil, {}, {}};
    emit();
    return;
  }
  enter_new_object();
  read_items();
  leave();
}

void TurtleTriples::read_collection_subject() {
  if (scanner_.take(')')) {
    subject_text().assign(vocabularies::rdf::nil);
    set_subject(Kind::Iri);
    return;
  }
  labels_.make(subject_text());
  levels_[depth_].subject_kind = Kind::BlankNode;
  enter(subject_text());
  read_items();
  leave();
}

void TurtleTriples::read_items() {
  for (bool is_last = false; !is_last;) {
    set_predicate(vocabularies::rdf::first);
    read_object();
    scanner_.skip_space();
    is_last = scanner_.take(')');
    set_predicate(vocabularies::rdf::rest);
    if (is_last) {
      quad_.object = {Kind::Iri, vocabularies::rdf::nil, {}, {}};
      emit();
      return;
    }
    labels_.make(object_);
    quad_.object = {Kind::BlankNode, object_, {}, {}};
    emit();
    subject_text().assign(object_);
    set_subject(Kind::BlankNode);
  }
}

}  // namespace prosper::rdf
