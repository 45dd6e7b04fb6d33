// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/concept_resolver.hpp"

#include <unordered_map>

#include "vocabularies/terms/skos.hpp"
#include "vocabularies/thesauri/label_key.hpp"

namespace prosper::vocabularies {
namespace {

/// The code POP uses for a scheme: the last segment of its IRI ("…/67717/T51" → "T51").
std::string scheme_code(std::string_view scheme) {
  const std::size_t slash = scheme.find_last_of("/#");
  return std::string(slash == std::string_view::npos ? scheme : scheme.substr(slash + 1));
}

}  // namespace

struct ConceptResolver::State {
  struct Label {
    std::string text;
    bool preferred = true;
  };

  struct Entry {
    std::vector<std::string> schemes;
    std::vector<Label> labels;
  };

  /// Scheme code + '\n' + key → concept, per kind of match. Built once, at the first look-up.
  using Index = std::unordered_map<std::string, Concept>;

  std::unordered_map<std::string, Entry> entries;
  Index by_preferred;
  Index by_alternative;
  Index by_folded;

  void index(const std::string& iri, const Entry& entry, const Label& label);
};

void ConceptResolver::State::index(const std::string& iri, const Entry& entry, const Label& label) {
  for (const std::string& scheme : entry.schemes) {
    const std::string prefix = scheme_code(scheme) + '\n';
    Concept found{iri, scheme,
                  label.preferred ? Concept::Match::Preferred : Concept::Match::Alternative};
    (label.preferred ? by_preferred : by_alternative)
        .try_emplace(prefix + label_key(label.text), found);
    found.match = Concept::Match::Folded;
    by_folded.try_emplace(prefix + folded_label_key(label.text), found);
  }
}

ConceptResolver::ConceptResolver() : state_(std::make_unique<State>()) {}

ConceptResolver::~ConceptResolver() = default;

void ConceptResolver::quad(const rdf::Quad& quad) {
  const auto* subject = std::get_if<rdf::Iri>(&quad.subject);
  const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
  if (subject == nullptr || predicate == nullptr) return;
  const auto* literal = std::get_if<rdf::Literal>(&quad.object);
  if (const auto* scheme = std::get_if<rdf::Iri>(&quad.object);
      scheme != nullptr && predicate->value == skos::in_scheme) {
    state_->entries[subject->value].schemes.push_back(scheme->value);
  } else if (literal != nullptr && predicate->value == skos::pref_label) {
    state_->entries[subject->value].labels.push_back({literal->lexical_form, true});
  } else if (literal != nullptr && predicate->value == skos::alt_label) {
    state_->entries[subject->value].labels.push_back({literal->lexical_form, false});
  }
}

void ConceptResolver::prepare() {
  for (const auto& [iri, entry] : state_->entries)
    for (const State::Label& label : entry.labels) state_->index(iri, entry, label);
}

std::optional<Concept> ConceptResolver::resolve(std::string_view scheme,
                                                std::string_view label) const {
  const std::string prefix = scheme_code(scheme) + '\n';
  const std::string key = prefix + label_key(label);
  if (const auto it = state_->by_preferred.find(key); it != state_->by_preferred.end())
    return it->second;
  if (const auto it = state_->by_alternative.find(key); it != state_->by_alternative.end())
    return it->second;
  const auto it = state_->by_folded.find(prefix + folded_label_key(label));
  if (it != state_->by_folded.end()) return it->second;
  return std::nullopt;
}

std::size_t ConceptResolver::concept_count() const {
  return state_->entries.size();
}

}  // namespace prosper::vocabularies
