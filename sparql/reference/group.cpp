// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>
#include <unordered_set>

#include "sparql/functions/accumulator.hpp"
#include "sparql/functions/operators.hpp"
#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

functions::AccumulatorKind kind_of(algebra::AggregateFunction function) {
  switch (function) {
    case algebra::AggregateFunction::Count:
      return functions::AccumulatorKind::Count;
    case algebra::AggregateFunction::Sum:
      return functions::AccumulatorKind::Sum;
    case algebra::AggregateFunction::Min:
      return functions::AccumulatorKind::Min;
    case algebra::AggregateFunction::Max:
      return functions::AccumulatorKind::Max;
    case algebra::AggregateFunction::Avg:
      return functions::AccumulatorKind::Avg;
    case algebra::AggregateFunction::Sample:
      return functions::AccumulatorKind::Sample;
    case algebra::AggregateFunction::GroupConcat:
      break;
  }
  return functions::AccumulatorKind::GroupConcat;
}

/// One aggregate of one group; DISTINCT (§18.5.1.2) is applied here.
class RunningAggregate {
 public:
  RunningAggregate(const algebra::Aggregate& aggregate, Evaluation& evaluation)
      : aggregate_(aggregate),
        accumulator_(functions::make_accumulator(kind_of(aggregate.function), aggregate.separator)),
        held_(std::make_unique<request::Held>(evaluation.limits())) {}

  void add(const Solution& solution, Evaluation& evaluation, ActiveGraph graph) {
    if (!aggregate_.operand) {
      if (aggregate_.distinct && !is_new(visible_part(solution, evaluation))) return;
      // COUNT(*) counts solutions, whatever they bind.
      accumulator_->add(functions::make_boolean(true));
      return;
    }
    const functions::Result value =
        evaluate_expression(*aggregate_.operand, solution, evaluation, graph);
    if (aggregate_.distinct && value && !is_new(*value)) return;
    accumulator_->add(value);
  }

  functions::Result result() const { return accumulator_->result(); }

 private:
  /// COUNT(DISTINCT *) does not see the variables that stand for blank nodes.
  static Solution visible_part(const Solution& solution, Evaluation& evaluation) {
    Solution visible = solution;
    for (Slot slot = 0; slot < solution.width(); ++slot)
      if (evaluation.variables()[slot].is_internal()) visible.unbind(slot);
    return visible;
  }

  bool is_new(const Solution& solution) {
    const bool inserted = solutions_.insert(solution).second;
    if (inserted) held_->add_one();
    return inserted;
  }

  bool is_new(const rdf::Term& value) {
    const bool inserted = values_.insert(value).second;
    if (inserted) held_->add_one();
    return inserted;
  }

  const algebra::Aggregate& aggregate_;
  std::unique_ptr<functions::Accumulator> accumulator_;
  std::unordered_set<rdf::Term, rdf::TermHash> values_;
  std::unordered_set<Solution, SolutionHash> solutions_;
  std::unique_ptr<request::Held> held_;
};

/// The groups of one Group, in order of first appearance.
class Groups {
 public:
  Groups(const algebra::Group& pattern, Evaluation& evaluation, ActiveGraph graph)
      : pattern_(pattern), evaluation_(evaluation), graph_(graph), held_(evaluation.limits()) {
    // §18.2.4.1: without GROUP BY there is one group, even of no solutions.
    if (pattern.keys.empty()) aggregates_of({});
  }

  void add(const Solution& solution) {
    evaluation_.begin_solution();
    Solution key;
    for (const algebra::Variable& variable : pattern_.keys) {
      const Slot slot = evaluation_.slot(variable);
      if (const TermPtr& term = solution.get(slot)) key.bind(slot, term);
    }
    for (RunningAggregate& aggregate : aggregates_of(key))
      aggregate.add(solution, evaluation_, graph_);
  }

  std::size_t size() const { return keys_.size(); }

  /// AggregateJoin: the key and the results; an aggregate that errs stays unbound.
  Solution result(std::size_t group) {
    Solution solution = keys_[group];
    for (std::size_t index = 0; index < pattern_.aggregates.size(); ++index) {
      functions::Result value = aggregates_[group][index].result();
      if (value)
        solution.bind(evaluation_.slot(pattern_.aggregates[index].first),
                      make_term(std::move(*value)));
    }
    return solution;
  }

 private:
  std::vector<RunningAggregate>& aggregates_of(const Solution& key) {
    const auto [entry, is_new] = numbers_.try_emplace(key, keys_.size());
    if (is_new) {
      held_.add_one();
      keys_.push_back(key);
      std::vector<RunningAggregate>& aggregates = aggregates_.emplace_back();
      for (const auto& [variable, aggregate] : pattern_.aggregates)
        aggregates.emplace_back(aggregate, evaluation_);
    }
    return aggregates_[entry->second];
  }

  const algebra::Group& pattern_;
  Evaluation& evaluation_;
  ActiveGraph graph_;
  request::Held held_;
  std::unordered_map<Solution, std::size_t, SolutionHash> numbers_;
  std::vector<Solution> keys_;
  std::vector<std::vector<RunningAggregate>> aggregates_;
};

}  // namespace

Solutions evaluate_group(const algebra::Group& pattern, Evaluation& evaluation, ActiveGraph graph) {
  Groups groups(pattern, evaluation, graph);
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    evaluation.limits().check();
    groups.add(solution);
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const Solution solution = groups.result(group);
    co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
