// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <unordered_map>

#include "sparql/execution/local_vocabulary.hpp"
#include "sparql/functions/function_registry.hpp"
#include "sparql/optimizer/plan.hpp"
#include "sparql/reference/evaluation.hpp"
#include "sparql/request/limits.hpp"
#include "sparql/request/question.hpp"
#include "sparql/request/service_calls.hpp"

namespace prosper::sparql::execution {

/// Everything that stays the same while one plan runs. Serves one thread.
class Run {
 public:
  /// Borrows the source and the flag of `options`.
  Run(const request::Question& question, const store::QuadSource& source,
      const RequestOptions& options);

  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  const store::QuadSource& source() const { return source_; }

  const request::DatasetGraphs& graphs() const { return graphs_; }

  request::Limits& limits() { return limits_; }

  functions::Context& functions() { return functions_; }

  /// Other endpoints.
  request::ServiceCalls& services() { return services_; }

  LocalVocabulary& vocabulary() { return vocabulary_; }

  /// The term of any id of this run; valid until the next question.
  const rdf::Term& term(store::TermId id);
  /// Fetches the terms of many ids at once, in id order.
  void fetch(std::span<const store::TermId> ids);

  /// A new solution begins: BNODE("label") makes new nodes (§17.4.2.9).
  void begin_solution() { functions_.solution_blank_nodes.clear(); }

  /// Names of named graphs, all of them.
  std::vector<store::TermId> named_graphs();

  /// The naive evaluator on the same dataset, with the same limits.
  reference::Evaluation& reference();

  const algebra::Variable& variable(optimizer::Slot slot) const { return variables[slot]; }

  /// Of the plan, by slot.
  std::vector<algebra::Variable> variables;
  /// Rows that came out of each operator.
  std::unordered_map<const optimizer::PlanNode*, std::uint64_t> counts;

 private:
  /// Empties the cache of terms when it is full.
  void make_room(std::size_t terms);
  const rdf::Term& keep(store::TermId id, rdf::Term&& term);

  const store::QuadSource& source_;
  request::DatasetDescription dataset_;
  request::DatasetGraphs graphs_;
  request::Limits limits_;
  functions::Context functions_;
  request::ServiceCalls services_;
  LocalVocabulary vocabulary_;
  std::unordered_map<store::TermId, rdf::Term> terms_;
  /// Of the literals in `terms_`.
  std::size_t cached_bytes_ = 0;
  std::unique_ptr<reference::Evaluation> reference_;
};

}  // namespace prosper::sparql::execution
