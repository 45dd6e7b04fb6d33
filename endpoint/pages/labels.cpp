// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/labels.hpp"

#include <algorithm>
#include <array>

#include "endpoint/pages/known_terms.hpp"
#include "endpoint/pages/tables.hpp"
#include "vocabularies/terms/dcterms.hpp"
#include "vocabularies/terms/rdfs.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::pages {
namespace {

constexpr std::size_t maximum_look_ups = 2000;

int rank(const rdf::Literal& literal, Language language) {
  const std::string_view own = language == Language::French ? "fr" : "en";
  if (std::string_view(literal.language).substr(0, 2) == own) return 3;
  if (literal.language.empty()) return 2;
  return std::string_view(literal.language).substr(0, 2) == "fr" ? 1 : 0;
}

int hex(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto upper = static_cast<char>(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
  const std::size_t at = digits.find(upper);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

void prefer(std::optional<rdf::Literal>& best, const rdf::Literal& candidate, Language language) {
  if (!best || rank(candidate, language) > rank(*best, language)) best = candidate;
}

std::string name_from_iri(std::string_view iri) {
  while (!iri.empty() && (iri.back() == '/' || iri.back() == '#')) iri.remove_suffix(1);
  const std::size_t start = iri.find_last_of("/#");
  const std::string_view segment = start == std::string_view::npos ? iri : iri.substr(start + 1);
  std::string name;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool escaped = segment[i] == '%' && i + 2 < segment.size() && hex(segment[i + 1]) >= 0 &&
                         hex(segment[i + 2]) >= 0;
    if (escaped) {
      name += static_cast<char>(hex(segment[i + 1]) * 16 + hex(segment[i + 2]));
      i += 2;
    } else {
      name += segment[i] == '-' || segment[i] == '_' ? ' ' : segment[i];
    }
  }
  return name;
}

std::optional<std::string> Labels::look_up(const std::string& iri) const {
  namespace v = vocabularies;
  static constexpr std::array<std::string_view, 4> properties{
      v::skos::pref_label, v::rdfs::label, v::dcterms::title, "http://xmlns.com/foaf/0.1/name"};
  const auto node = source_.find(rdf::Iri{iri});
  if (!node) return std::nullopt;
  for (const std::string_view property : properties) {
    const auto predicate = source_.find(rdf::Iri{std::string(property)});
    if (!predicate) continue;
    const auto cursor = source_.scan({*node, *predicate, {}, store::GraphScope::all()});
    std::optional<rdf::Literal> best;
    store::QuadBatch batch;
    if (!cursor->next(batch)) continue;
    for (const store::TermId object : batch.object) {
      const rdf::Term term = source_.term(object);
      if (const auto* literal = std::get_if<rdf::Literal>(&term))
        prefer(best, *literal, frame_.language);
    }
    if (best) return best->lexical_form;
  }
  return std::nullopt;
}

std::optional<std::string> Labels::find(const std::string& iri) {
  if (const auto known = known_.find(iri); known != known_.end()) return known->second;
  if (known_.size() >= maximum_look_ups) return std::nullopt;
  return known_.emplace(iri, look_up(iri)).first->second;
}

std::string Labels::label(const std::string& iri) {
  if (auto found = find(iri)) return *found;
  if (auto known = known_term_label(iri, frame_.language)) return *known;
  if (!iri.starts_with(frame_.base)) return compact_iri(iri);
  const std::string own = "base:" + iri.substr(frame_.base.size());
  return find_text("texts/terms.tsv", own, frame_.language).value_or(name_from_iri(iri));
}

}  // namespace prosper::endpoint::pages
