// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/concept_labels.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

namespace skos = vocabularies::skos;

struct KnownLabel {
  rdf::Literal literal;
  bool in_same_graph = false;
};

/// The skos:prefLabels of a subject in a language, in any graph.
std::vector<KnownLabel> known_labels(const store::Transaction& transaction,
                                     const rdf::Term& subject, const std::string& language,
                                     const rdf::Term& graph) {
  const auto subject_id = transaction.find(subject);
  const auto predicate_id = transaction.find(rdf::Iri{std::string(skos::pref_label)});
  if (!subject_id || !predicate_id) return {};
  const auto graph_id = transaction.find(graph);
  std::vector<KnownLabel> labels;
  const auto cursor = transaction.scan({subject_id, predicate_id, {}, store::GraphScope::all()});
  for (store::QuadBatch batch; cursor->next(batch);) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const rdf::Term object = transaction.term(batch.object[i]);
      const auto* literal = std::get_if<rdf::Literal>(&object);
      if (literal == nullptr || literal->language != language) continue;
      labels.push_back({*literal, batch.graph[i] == graph_id});
    }
  }
  return labels;
}

/// A thesaurus' label, else the greatest form.
rdf::Literal preferred_of(const std::set<rdf::Literal>& forms,
                          const std::vector<KnownLabel>& known) {
  const KnownLabel* best = nullptr;
  for (const KnownLabel& label : known) {
    const bool is_better = best == nullptr || (label.in_same_graph == best->in_same_graph
                                                   ? best->literal < label.literal
                                                   : best->in_same_graph);
    if (is_better) best = &label;
  }
  if (best == nullptr) return *forms.rbegin();
  return best->in_same_graph ? std::max(best->literal, *forms.rbegin()) : best->literal;
}

}  // namespace

void ConceptLabels::add(const rdf::Quad& label) {
  const auto& literal = std::get<rdf::Literal>(label.object);
  waiting_[{label.graph.value(), label.subject, literal.language}].insert(literal);
}

store::GraphChange ConceptLabels::write(store::Transaction& transaction) {
  std::vector<std::vector<KnownLabel>> all_known;
  for (const auto& [key, forms] : waiting_) {
    all_known.push_back(known_labels(transaction, key.subject, key.language, key.graph));
  }
  store::GraphChange change;
  auto known = all_known.begin();
  for (const auto& [key, forms] : waiting_) {
    const auto quad = [&, &subject = key.subject, &graph = key.graph](std::string_view predicate,
                                                                      const rdf::Literal& literal) {
      return rdf::Quad{subject, rdf::Iri{std::string(predicate)}, literal, graph};
    };
    std::set<rdf::Literal> alternatives = forms;
    const rdf::Literal preferred = preferred_of(forms, *known);
    bool is_thesaurus_label = false;
    for (const KnownLabel& label : *known++) {
      if (!label.in_same_graph) {
        is_thesaurus_label = true;
      } else if (label.literal != preferred) {
        alternatives.insert(label.literal);
        if (transaction.remove(quad(skos::pref_label, label.literal))) ++change.removed;
      }
    }
    alternatives.erase(preferred);
    for (const rdf::Literal& form : alternatives) {
      if (transaction.insert(quad(skos::alt_label, form))) ++change.added;
    }
    if (!is_thesaurus_label && transaction.insert(quad(skos::pref_label, preferred))) {
      ++change.added;
    }
  }
  waiting_.clear();
  return change;
}

}  // namespace prosper::endpoint::cli
