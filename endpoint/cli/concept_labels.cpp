// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/concept_labels.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

namespace skos = vocabularies::skos;

struct KnownLabel {
  rdf::Literal literal;
  bool in_same_graph = false;
};

/// The skos:prefLabels of the quad's subject in the quad's language, in any graph.
std::vector<KnownLabel> known_labels(const store::Transaction& transaction,
                                     const rdf::Quad& label) {
  const auto subject = transaction.find(label.subject);
  const auto predicate = transaction.find(label.predicate);
  if (!subject || !predicate) return {};
  const std::string& language = std::get<rdf::Literal>(label.object).language;
  std::vector<KnownLabel> labels;
  const auto cursor = transaction.scan({subject, predicate, {}, store::GraphScope::all()});
  for (store::QuadBatch batch; cursor->next(batch);) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const rdf::Term object = transaction.term(batch.object[i]);
      const auto* literal = std::get_if<rdf::Literal>(&object);
      if (literal == nullptr || literal->language != language) continue;
      const bool same_graph = batch.graph[i] != store::default_graph && label.graph &&
                              transaction.term(batch.graph[i]) == *label.graph;
      labels.push_back({*literal, same_graph});
    }
  }
  return labels;
}

rdf::Quad with_predicate(const rdf::Quad& label, std::string_view predicate,
                         const rdf::Literal& literal) {
  return {label.subject, rdf::Iri{std::string(predicate)}, literal, label.graph};
}

}  // namespace

store::GraphChange ConceptLabels::insert(store::Transaction& transaction, const rdf::Quad& label) {
  std::string key;
  rdf::append_ntriples(key, label.subject);
  rdf::append_ntriples(key, label.object);
  store::GraphChange change;
  if (!settled_.insert(std::move(key)).second) return change;
  const auto& written = std::get<rdf::Literal>(label.object);
  const std::vector<KnownLabel> known = known_labels(transaction, label);
  std::optional<rdf::Literal> of_thesaurus;
  rdf::Literal greatest = written;
  for (const KnownLabel& other : known) {
    if (!other.in_same_graph && (!of_thesaurus || *of_thesaurus < other.literal))
      of_thesaurus = other.literal;
    greatest = std::max(greatest, other.literal);
  }
  const rdf::Literal preferred = of_thesaurus.value_or(greatest);
  const auto count = [&change](bool changed, bool added) {
    if (changed) ++(added ? change.added : change.removed);
  };
  const auto make_alternative = [&](const rdf::Literal& form) {
    if (form != preferred)
      count(transaction.insert(with_predicate(label, skos::alt_label, form)), true);
  };
  for (const KnownLabel& other : known) {
    if (!other.in_same_graph || other.literal == preferred) continue;
    count(transaction.remove(with_predicate(label, skos::pref_label, other.literal)), false);
    make_alternative(other.literal);
  }
  make_alternative(written);
  if (!of_thesaurus)
    count(transaction.insert(with_predicate(label, skos::pref_label, preferred)), true);
  return change;
}

}  // namespace prosper::endpoint::cli
