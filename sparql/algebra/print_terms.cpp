// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/print_terms.hpp"

#include "sparql/algebra/pattern.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::algebra {
namespace {

/// Integers and booleans read better bare; everything else is N-Triples.
bool is_printed_bare(const rdf::Literal& literal) {
  if (literal.datatype == vocabularies::xsd::boolean) {
    return literal.lexical_form == "true" || literal.lexical_form == "false";
  }
  return literal.datatype == vocabularies::xsd::integer && !literal.lexical_form.empty() &&
         literal.lexical_form.find_first_not_of("+-0123456789") == std::string::npos;
}

std::string operation(const char* name, const Path& operand) {
  return "(" + std::string(name) + " " + print(operand) + ")";
}

std::string operation(const char* name, const Path& first, const Path& second) {
  return "(" + std::string(name) + " " + print(first) + " " + print(second) + ")";
}

std::string print_set(const NegatedPropertySet& set) {
  std::string text = "(notoneof";
  for (const rdf::Iri& iri : set.forward) text += " <" + iri.value + ">";
  for (const rdf::Iri& iri : set.inverse) text += " (inverse <" + iri.value + ">)";
  return text + ")";
}

}  // namespace

std::string print(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal != nullptr && is_printed_bare(*literal)) return literal->lexical_form;
  return rdf::to_ntriples(term);
}

std::string print(const Variable& variable) {
  return "?" + variable.name;
}

std::string print(const TermOrVariable& position) {
  return std::visit([](const auto& value) { return print(value); }, position);
}

std::string print(const Path& path) {
  return std::visit(
      Overloaded{
          [](const LinkPath& p) { return "<" + p.predicate.value + ">"; },
          [](const InversePath& p) { return operation("inverse", *p.path); },
          [](const SequencePath& p) { return operation("seq", *p.first, *p.second); },
          [](const AlternativePath& p) { return operation("alt", *p.left, *p.right); },
          [](const ZeroOrMorePath& p) { return operation("path*", *p.path); },
          [](const OneOrMorePath& p) { return operation("path+", *p.path); },
          [](const ZeroOrOnePath& p) { return operation("path?", *p.path); },
          [](const NegatedPropertySet& p) { return print_set(p); },
      },
      path.value);
}

}  // namespace prosper::sparql::algebra
