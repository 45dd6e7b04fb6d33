// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/template_instance.hpp"

#include <array>
#include <cstdio>
#include <random>
#include <variant>

namespace prosper::sparql::execution {

FreshBlankNodes::FreshBlankNodes() {
  // 64 random bits keep the nodes of different requests apart in one store.
  std::random_device random;
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "n%08x%08xx", random(), random());
  prefix_ = text.data();
}

rdf::BlankNode FreshBlankNodes::node(const std::string& label) {
  const auto [entry, is_new] = nodes_.try_emplace(label);
  if (is_new) entry->second.label = prefix_ + std::to_string(count_++);
  return entry->second;
}

std::optional<rdf::Term> TemplateInstance::term(const algebra::TermOrVariable& value) const {
  if (const auto* variable = std::get_if<algebra::Variable>(&value)) {
    const TermPtr& bound = solution_.get(evaluation_.slot(*variable));
    if (!bound) return std::nullopt;
    return bound->term;
  }
  const rdf::Term& term = std::get<rdf::Term>(value);
  if (const auto* blank = std::get_if<rdf::BlankNode>(&term))
    return blank_nodes_.node(blank->label);
  return term;
}

std::optional<rdf::Triple> TemplateInstance::triple(const algebra::TriplePattern& pattern) const {
  std::optional<rdf::Term> subject = term(pattern.subject);
  std::optional<rdf::Term> predicate = term(pattern.predicate);
  std::optional<rdf::Term> object = term(pattern.object);
  if (!subject || !predicate || !object) return std::nullopt;
  if (rdf::is_literal(*subject) || !rdf::is_iri(*predicate)) return std::nullopt;
  return rdf::Triple{std::move(*subject), std::move(*predicate), std::move(*object)};
}

}  // namespace prosper::sparql::execution
