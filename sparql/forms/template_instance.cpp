// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/template_instance.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <variant>

namespace prosper::sparql::forms {

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
    const auto found = std::find(variables_.begin(), variables_.end(), variable->name);
    if (found == variables_.end()) return std::nullopt;
    return row_[static_cast<std::size_t>(found - variables_.begin())];
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

}  // namespace prosper::sparql::forms
