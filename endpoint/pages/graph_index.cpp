// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/graph_index.hpp"

#include <algorithm>

#include "endpoint/pages/labels.hpp"

namespace prosper::endpoint::pages {

std::string crm(std::string_view local_name) {
  return "http://www.cidoc-crm.org/cidoc-crm/" + std::string(local_name);
}

GraphIndex::GraphIndex(const std::vector<rdf::Quad>& quads) {
  for (const rdf::Quad& quad : quads) {
    const auto* subject = std::get_if<rdf::Iri>(&quad.subject);
    const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
    if (subject == nullptr || predicate == nullptr) continue;
    by_subject_[subject->value].push_back({predicate->value, &quad.object});
    if (const auto* object = std::get_if<rdf::Iri>(&quad.object))
      by_object_[object->value].push_back({predicate->value, &quad.subject});
  }
}

std::vector<rdf::Term> GraphIndex::objects(const std::string& subject,
                                           std::string_view predicate) const {
  std::vector<rdf::Term> found;
  const auto edges = by_subject_.find(subject);
  if (edges == by_subject_.end()) return found;
  for (const Edge& edge : edges->second)
    if (edge.predicate == predicate &&
        std::find(found.begin(), found.end(), *edge.other) == found.end())
      found.push_back(*edge.other);
  return found;
}

std::vector<std::string> GraphIndex::nodes(const std::string& subject,
                                           std::string_view predicate) const {
  std::vector<std::string> iris;
  for (const rdf::Term& term : objects(subject, predicate))
    if (const auto* iri = std::get_if<rdf::Iri>(&term)) iris.push_back(iri->value);
  return iris;
}

std::optional<std::string> GraphIndex::text(const std::string& subject, std::string_view predicate,
                                            Language language) const {
  std::optional<rdf::Literal> best;
  for (const rdf::Term& term : objects(subject, predicate))
    if (const auto* literal = std::get_if<rdf::Literal>(&term)) prefer(best, *literal, language);
  if (!best) return std::nullopt;
  return best->lexical_form;
}

std::vector<std::string> GraphIndex::subjects(std::string_view predicate,
                                              const std::string& object) const {
  std::vector<std::string> found;
  const auto edges = by_object_.find(object);
  if (edges == by_object_.end()) return found;
  for (const Edge& edge : edges->second)
    if (const auto* iri = std::get_if<rdf::Iri>(edge.other);
        iri != nullptr && edge.predicate == predicate)
      found.push_back(iri->value);
  return found;
}

std::vector<std::string> GraphIndex::predicates(const std::string& subject) const {
  std::vector<std::string> found;
  const auto edges = by_subject_.find(subject);
  if (edges == by_subject_.end()) return found;
  for (const Edge& edge : edges->second)
    if (std::find(found.begin(), found.end(), edge.predicate) == found.end())
      found.push_back(edge.predicate);
  return found;
}

}  // namespace prosper::endpoint::pages
