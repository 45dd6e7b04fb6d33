// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/rdf_graph.hpp"

#include <variant>

#include "vocabularies/terms/rdf.hpp"

namespace prosper::conformance {

namespace {

bool is_named(const rdf::Term& term, std::string_view iri) {
  const auto* name = std::get_if<rdf::Iri>(&term);
  return name != nullptr && name->value == iri;
}

}  // namespace

std::vector<rdf::Term> RdfGraph::objects(const rdf::Term& subject,
                                         std::string_view predicate) const {
  std::vector<rdf::Term> found;
  for (const rdf::Quad& quad : quads_)
    if (quad.subject == subject && is_named(quad.predicate, predicate))
      found.push_back(quad.object);
  return found;
}

std::optional<rdf::Term> RdfGraph::object(const rdf::Term& subject,
                                          std::string_view predicate) const {
  std::vector<rdf::Term> found = objects(subject, predicate);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<rdf::Term> RdfGraph::subjects(std::string_view predicate,
                                          const rdf::Term& object) const {
  std::vector<rdf::Term> found;
  for (const rdf::Quad& quad : quads_)
    if (quad.object == object && is_named(quad.predicate, predicate)) found.push_back(quad.subject);
  return found;
}

std::vector<rdf::Term> RdfGraph::members(rdf::Term list) const {
  std::vector<rdf::Term> found;
  while (!is_named(list, vocabularies::rdf::nil)) {
    const auto first = object(list, vocabularies::rdf::first);
    const auto rest = object(list, vocabularies::rdf::rest);
    if (!first || !rest) break;
    found.push_back(*first);
    list = *rest;
  }
  return found;
}

std::string RdfGraph::text(const rdf::Term& subject, std::string_view predicate) const {
  const auto found = object(subject, predicate);
  return found ? text_of(*found) : std::string();
}

std::string text_of(const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) return iri->value;
  if (const auto* blank = std::get_if<rdf::BlankNode>(&term)) return blank->label;
  return std::get<rdf::Literal>(term).lexical_form;
}

}  // namespace prosper::conformance
