// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// Rows of the inputs one after the other, brought into the same columns.
class UnionOperator final : public Operator {
 public:
  UnionOperator(const PlanNode& node, std::vector<OperatorPtr> inputs)
      : inputs_(std::move(inputs)) {
    for (const optimizer::PlanPtr& input : node.inputs) places_.push_back(places_in(*input, node));
  }

  bool next(Batch& batch) override {
    for (; current_ < inputs_.size(); ++current_) {
      if (!inputs_[current_]->next(rows_)) {
        inputs_[current_].reset();
        continue;
      }
      const std::vector<std::size_t>& places = places_[current_];
      batch.reset(places.size());
      batch.rows = rows_.rows;
      for (std::size_t column = 0; column < places.size(); ++column) {
        if (places[column] == no_column)
          batch.columns[column].assign(rows_.rows, unbound);
        else
          batch.columns[column] = rows_.columns[places[column]];
      }
      return true;
    }
    batch.reset(0);
    return false;
  }

 private:
  std::vector<OperatorPtr> inputs_;
  std::vector<std::vector<std::size_t>> places_;
  std::size_t current_ = 0;
  Batch rows_;
};

}  // namespace

OperatorPtr make_union(const PlanNode& node, std::vector<OperatorPtr> inputs) {
  return std::make_unique<UnionOperator>(node, std::move(inputs));
}

/// A projection is a union of one.
OperatorPtr make_project(const PlanNode& node, OperatorPtr input) {
  std::vector<OperatorPtr> inputs;
  inputs.push_back(std::move(input));
  return std::make_unique<UnionOperator>(node, std::move(inputs));
}

}  // namespace prosper::sparql::execution
