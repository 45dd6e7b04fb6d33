// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>
#include <vector>

#include "sparql/forms/distinct_triples.hpp"
#include "sparql/forms/query_forms.hpp"
#include "sparql/forms/solve.hpp"

namespace prosper::sparql::forms {

namespace {

/// Describes resources and, in turn, the blank nodes their descriptions lead to; each once.
class Describer {
 public:
  Describer(const store::QuadSource& source, const request::DatasetGraphs& graphs,
            request::Limits& limits, rdf::QuadSink& sink)
      : source_(source), limits_(limits), triples_(sink, limits), scopes_(graphs.default_scopes) {
    if (!graphs.named_graphs) scopes_.push_back(store::GraphScope::named());
    for (const store::TermId graph : graphs.named_graphs.value_or(std::vector<store::TermId>()))
      scopes_.push_back(store::GraphScope::one(graph));
  }

  void describe(const rdf::Term& resource) {
    if (const std::optional<store::TermId> id = source_.find(resource)) visit(*id);
    while (!waiting_.empty()) {
      const store::TermId subject = waiting_.back();
      waiting_.pop_back();
      for (const store::GraphScope& scope : scopes_) describe_subject(subject, scope);
    }
  }

 private:
  void visit(store::TermId node) {
    if (visited_.insert(node).second) waiting_.push_back(node);
  }

  void describe_subject(store::TermId subject, const store::GraphScope& scope) {
    const auto cursor = source_.scan({subject, std::nullopt, std::nullopt, scope});
    const rdf::Term subject_term = source_.term(subject);
    store::QuadBatch batch;
    while (cursor->next(batch)) {
      for (std::size_t row = 0; row < batch.size(); ++row) {
        limits_.check();
        const rdf::Term object = source_.term(batch.object[row]);
        triples_.add({subject_term, source_.term(batch.predicate[row]), object});
        if (rdf::is_blank(object)) visit(batch.object[row]);
      }
    }
  }

  const store::QuadSource& source_;
  request::Limits& limits_;
  DistinctTriples triples_;
  std::vector<store::GraphScope> scopes_;
  std::unordered_set<store::TermId> visited_;
  std::vector<store::TermId> waiting_;
};

}  // namespace

void describe(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, rdf::QuadSink& sink) {
  request::Question question = question_of(query, options);
  request::Limits limits(options);
  Describer describer(source, request::find_graphs(question.dataset, source), limits, sink);
  for (const algebra::TermOrVariable& target : std::get<algebra::DescribeForm>(query.form).targets)
    if (const auto* term = std::get_if<rdf::Term>(&target)) describer.describe(*term);
  if (question.variables.empty() || !query.pattern) return;
  const auto solutions = solve(std::move(question), source, options);
  SolutionRow row;
  while (solutions->next(row))
    for (const std::optional<rdf::Term>& cell : row)
      if (cell) describer.describe(*cell);
}

}  // namespace prosper::sparql::forms
