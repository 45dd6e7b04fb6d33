// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/query_text.hpp"
#include "sparql/algebra/to_sparql.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"

namespace prosper::sparql::algebra {
namespace {

bool is_writable_iri(std::string_view iri) {
  return rdf::is_absolute_iri(iri) && rdf::has_only_iri_characters(iri);
}

/// A u behind a backslash is escaped too: a reader that replaces \u escapes (§19.2) without looking
/// at what stands before would find one in "\\u0041".
void append_without_escapes_of_characters(std::string& out, std::string_view quoted) {
  char before = 0;
  for (const char c : quoted) {
    const bool is_letter = before == '\\' && (c == 'u' || c == 'U');
    if (is_letter) {
      out += c == 'u' ? "\\u0075" : "\\u0055";
    } else {
      out += c;
    }
    before = c;
  }
}

}  // namespace

bool is_writable(const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) return is_writable_iri(iri->value);
  const auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal == nullptr || literal->lexical_form.find('\0') != std::string::npos) return false;
  return literal->language.empty() ? is_writable_iri(literal->datatype)
                                   : rdf::is_language_tag(literal->language);
}

void QueryText::word(std::string_view text) {
  if (!out_.empty() && out_.back() != ' ' && out_.back() != '(') out_ += ' ';
  out_ += text;
}

void QueryText::iri(std::string_view iri) {
  word("<" + std::string(iri) + ">");
}

void QueryText::literal(const rdf::Literal& literal) {
  word("");
  append_without_escapes_of_characters(out_, rdf::to_ntriples(literal));
}

void QueryText::term(const rdf::Term& term) {
  std::visit(Overloaded{
                 [&](const rdf::Iri& value) { iri(value.value); },
                 [&](const rdf::Literal& value) { literal(value); },
                 [&](const rdf::BlankNode& value) {
                   // The parser begins with a dot where the author gave no label.
                   const bool is_unnamed = value.label.starts_with('.');
                   word("_:" + (is_unnamed ? public_name(value.label) : value.label));
                 },
             },
             term);
}

const std::string& QueryText::public_name(const std::string& name) {
  const auto [known, is_new] = public_names_.try_emplace(name);
  if (is_new) known->second = prefix_ + std::to_string(public_names_.size());
  return known->second;
}

void QueryText::variable(const Variable& variable) {
  word("?" + (variable.is_internal() ? public_name(variable.name) : variable.name));
}

void QueryText::position(const TermOrVariable& position) {
  if (const auto* named = std::get_if<Variable>(&position)) return variable(*named);
  term(std::get<rdf::Term>(position));
}

void QueryText::triples(const std::vector<TriplePattern>& triples) {
  for (const TriplePattern& triple : triples) {
    position(triple.subject);
    position(triple.predicate);
    position(triple.object);
    word(".");
  }
}

void QueryText::binary_path(const Path& left, const char* op, const Path& right) {
  word("(");
  path(left);
  word(op);
  path(right);
  out_ += ')';
}

void QueryText::negated_set(const NegatedPropertySet& set) {
  word("!(");
  const char* separator = "";
  for (const rdf::Iri& excluded : set.forward) {
    out_ += std::exchange(separator, "|") + ("<" + excluded.value + ">");
  }
  for (const rdf::Iri& excluded : set.inverse) {
    out_ += std::exchange(separator, "|") + ("^<" + excluded.value + ">");
  }
  out_ += ')';
}

void QueryText::path(const Path& whole) {
  const auto modified = [&](const PathPtr& part, const char* modifier) {
    word("(");
    path(*part);
    out_ += std::string(")") + modifier;
  };
  std::visit(Overloaded{
                 [&](const LinkPath& p) { iri(p.predicate.value); },
                 [&](const InversePath& p) {
                   word("^(");
                   path(*p.path);
                   out_ += ')';
                 },
                 [&](const SequencePath& p) { binary_path(*p.first, "/", *p.second); },
                 [&](const AlternativePath& p) { binary_path(*p.left, "|", *p.right); },
                 [&](const ZeroOrMorePath& p) { modified(p.path, "*"); },
                 [&](const OneOrMorePath& p) { modified(p.path, "+"); },
                 [&](const ZeroOrOnePath& p) { modified(p.path, "?"); },
                 [&](const NegatedPropertySet& p) { negated_set(p); },
             },
             whole.value);
}

void QueryText::node(const PathPattern& node) {
  position(node.subject);
  path(*node.path);
  position(node.object);
  word(".");
  is_behind_triples_ = false;
}

}  // namespace prosper::sparql::algebra
