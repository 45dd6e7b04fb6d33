// SPDX-License-Identifier: Apache-2.0
#include <list>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/running_aggregate.hpp"

namespace prosper::sparql::execution {

namespace {

/// Group and AggregateJoin (§18.5.1): groups in order of first appearance.
class GroupOperator final : public Operator {
 public:
  GroupOperator(const optimizer::Group& group, const PlanNode& node, Run& run, OperatorPtr input)
      : group_(group),
        run_(run),
        held_(run.limits()),
        input_(std::move(input)),
        keys_(group.keys.size(), run.limits()) {
    for (const optimizer::Slot slot : group.keys)
      key_places_.push_back(place_of(slot, *node.inputs[0]));
    for (const auto& [slot, aggregate] : group.aggregates)
      aggregate_inputs_.emplace_back(aggregate, group.graph, *node.inputs[0], run);
  }

  bool next(Batch& batch) override {
    if (input_) group_all();
    batch.reset(group_.keys.size() + group_.aggregates.size());
    for (; position_ < keys_.size() && !batch.is_full(); ++position_) {
      std::size_t column = 0;
      for (const store::TermId id : keys_.row(position_)) batch.columns[column++].push_back(id);
      for (RunningAggregate& aggregate : aggregates_[position_])
        batch.columns[column++].push_back(aggregate.result());
      ++batch.rows;
    }
    return batch.rows > 0;
  }

 private:
  void group_all() {
    // §18.2.4.1: without GROUP BY there is one group, even of no solutions.
    if (group_.is_one_group) aggregates_of({});
    Batch rows;
    std::vector<store::TermId> key;
    while (input_->next(rows)) {
      for (std::size_t row = 0; row < rows.rows; ++row) {
        run_.limits().check();
        run_.begin_solution();
        key.clear();
        for (const std::size_t place : key_places_) key.push_back(cell(rows, place, row));
        for (RunningAggregate& aggregate : aggregates_of(key)) aggregate.add(rows, row);
      }
    }
    input_.reset();
  }

  std::list<RunningAggregate>& aggregates_of(const std::vector<store::TermId>& key) {
    const RowSet::Place place = keys_.insert(key);
    if (place.is_new) {
      constexpr std::size_t bytes_of_aggregate = 200;
      held_.add(0, aggregate_inputs_.size() * bytes_of_aggregate);
      std::list<RunningAggregate>& aggregates = aggregates_.emplace_back();
      for (const AggregateInput& input : aggregate_inputs_) aggregates.emplace_back(input, run_);
    }
    return aggregates_[place.number];
  }

  const optimizer::Group& group_;
  Run& run_;
  request::Held held_;
  OperatorPtr input_;
  std::vector<std::size_t> key_places_;
  std::list<AggregateInput> aggregate_inputs_;
  RowSet keys_;
  std::vector<std::list<RunningAggregate>> aggregates_;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_group(const optimizer::Group& group, const PlanNode& node, Run& run,
                       OperatorPtr input) {
  return std::make_unique<GroupOperator>(group, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
