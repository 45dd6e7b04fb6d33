// SPDX-License-Identifier: Apache-2.0
#include <list>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/row_expression.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.5: a chain of Extends in one pass, each seeing the ones before. BNODE("label") gives one
/// node in all expressions of a solution (§17.4.2.9).
class ExtendOperator final : public Operator {
 public:
  ExtendOperator(const optimizer::Extend& extend, const PlanNode& node, Run& run, OperatorPtr input)
      : run_(run), input_(std::move(input)), whole_(*node.inputs[0]) {
    for (const auto& [slot, expression] : extend.bindings) {
      std::size_t place = place_of(slot, whole_);
      if (place == no_column) {
        place = whole_.columns.size();
        whole_.columns.push_back({slot, false});
      }
      targets_.push_back(place);
    }
    for (const auto& [slot, expression] : extend.bindings)
      expressions_.emplace_back(expression, extend.graph, whole_, run);
    output_ = places_in(whole_, node);
  }

  bool next(Batch& batch) override {
    batch.reset(output_.size());
    if (!input_->next(rows_)) return false;
    rows_.columns.resize(whole_.columns.size());
    for (auto& column : rows_.columns) column.resize(rows_.rows, unbound);
    for (const Binding& binding : expressions_)
      for (const std::size_t place : binding.places())
        if (!binding.is_variable()) run_.fetch(rows_.columns[place]);
    for (std::size_t row = 0; row < rows_.rows; ++row) {
      run_.limits().check();
      run_.begin_solution();
      auto target = targets_.begin();
      for (Binding& binding : expressions_) {
        const store::TermId value = binding.id(rows_, row);
        // An error leaves the variable as it is.
        if (value != unbound) rows_.columns[*target][row] = value;
        ++target;
      }
    }
    for (std::size_t column = 0; column < output_.size(); ++column)
      batch.columns[column] = rows_.columns[output_[column]];
    batch.rows = rows_.rows;
    return true;
  }

 private:
  using Binding = RowExpression;

  Run& run_;
  OperatorPtr input_;
  /// The input with the new columns.
  PlanNode whole_;
  std::vector<std::size_t> targets_;
  std::list<Binding> expressions_;
  std::vector<std::size_t> output_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_extend(const optimizer::Extend& extend, const PlanNode& node, Run& run,
                        OperatorPtr input) {
  return std::make_unique<ExtendOperator>(extend, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
