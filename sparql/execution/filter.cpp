// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/execution/condition.hpp"
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.5: the solutions for which the conditions are true.
class FilterOperator final : public Operator {
 public:
  FilterOperator(const optimizer::Filter& filter, const PlanNode& node, Run& run, OperatorPtr input)
      : run_(run), input_(std::move(input)), places_(places_in(*node.inputs[0], node)) {
    for (const algebra::ExpressionPtr& condition : filter.conditions)
      conditions_.push_back(
          std::make_unique<Condition>(condition, filter.graph, *node.inputs[0], run));
  }

  bool next(Batch& batch) override {
    batch.reset(places_.size());
    while (batch.rows == 0) {
      if (!input_->next(rows_)) return false;
      kept_.clear();
      for (const auto& condition : conditions_) condition->fetch_terms(rows_, run_);
      for (std::size_t row = 0; row < rows_.rows; ++row) {
        run_.limits().check();
        run_.begin_solution();
        if (std::all_of(conditions_.begin(), conditions_.end(),
                        [&](const auto& condition) { return condition->holds(rows_, row); }))
          kept_.push_back(row);
      }
      for (std::size_t column = 0; column < places_.size(); ++column)
        for (const std::size_t row : kept_)
          batch.columns[column].push_back(cell(rows_, places_[column], row));
      batch.rows = kept_.size();
    }
    return true;
  }

 private:
  Run& run_;
  OperatorPtr input_;
  std::vector<std::size_t> places_;
  std::vector<std::unique_ptr<Condition>> conditions_;
  Batch rows_;
  std::vector<std::size_t> kept_;
};

}  // namespace

OperatorPtr make_filter(const optimizer::Filter& filter, const PlanNode& node, Run& run,
                        OperatorPtr input) {
  return std::make_unique<FilterOperator>(filter, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
