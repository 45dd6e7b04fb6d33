// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>
#include <vector>

#include "sparql/execution/distinct_triples.hpp"
#include "sparql/execution/nesting.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/query_forms.hpp"

namespace prosper::sparql::execution {

namespace {

/// Describes resources and, in turn, the blank nodes their descriptions lead to; each once.
class Describer {
 public:
  Describer(Evaluation& evaluation, rdf::QuadSink& sink)
      : evaluation_(evaluation), triples_(sink, evaluation.limits()) {}

  void describe(const SolutionTerm& resource) {
    if (const std::optional<store::TermId> id = evaluation_.dataset().id_of(resource)) visit(*id);
    while (!waiting_.empty()) {
      const store::TermId subject = waiting_.back();
      waiting_.pop_back();
      describe_subject(subject);
    }
  }

 private:
  void visit(store::TermId node) {
    if (visited_.insert(node).second) waiting_.push_back(node);
  }

  void describe_subject(store::TermId subject) {
    const DatasetView& dataset = evaluation_.dataset();
    for (const TripleIds& triple : dataset.match_anywhere({subject, std::nullopt, std::nullopt})) {
      const TermPtr object = dataset.term(triple.object);
      triples_.add(
          {dataset.term(triple.subject)->term, dataset.term(triple.predicate)->term, object->term});
      if (rdf::is_blank(object->term)) visit(triple.object);
    }
  }

  Evaluation& evaluation_;
  DistinctTriples triples_;
  std::unordered_set<store::TermId> visited_;
  std::vector<store::TermId> waiting_;
};

}  // namespace

void describe(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, rdf::QuadSink& sink) {
  Evaluation evaluation(source, describe_dataset(query.dataset, options), options, query.base_iri);
  Describer describer(evaluation, sink);
  std::vector<Slot> slots;
  for (const algebra::TermOrVariable& target :
       std::get<algebra::DescribeForm>(query.form).targets) {
    if (const auto* variable = std::get_if<algebra::Variable>(&target))
      slots.push_back(evaluation.slot(*variable));
    else
      describer.describe(*make_term(std::get<rdf::Term>(target)));
  }
  if (slots.empty() || !query.pattern) return;
  check_nesting(*query.pattern);
  for (const Solution& solution : evaluate(*query.pattern, evaluation, ActiveGraph{})) {
    evaluation.limits().check();
    for (const Slot slot : slots)
      if (const TermPtr& term = solution.get(slot)) describer.describe(*term);
  }
}

}  // namespace prosper::sparql::execution
