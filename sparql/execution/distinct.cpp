// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/row_set.hpp"

namespace prosper::sparql::execution {

namespace {

/// Rows that `is_new` lets through.
template <typename IsNew>
class SiftOperator final : public Operator {
 public:
  SiftOperator(OperatorPtr input, IsNew is_new)
      : input_(std::move(input)), is_new_(std::move(is_new)) {}

  bool next(Batch& batch) override {
    do {
      if (!input_->next(rows_)) {
        batch.reset(0);
        return false;
      }
      batch.reset(rows_.columns.size());
      for (std::size_t row = 0; row < rows_.rows; ++row) {
        row_.clear();
        for (const auto& column : rows_.columns) row_.push_back(column[row]);
        if (!is_new_(row_)) continue;
        for (std::size_t column = 0; column < row_.size(); ++column)
          batch.columns[column].push_back(row_[column]);
        ++batch.rows;
      }
    } while (batch.rows == 0);
    return true;
  }

 private:
  OperatorPtr input_;
  IsNew is_new_;
  Batch rows_;
  std::vector<store::TermId> row_;
};

/// Equal rows come one after the other: they are sorted by all their columns.
bool is_sorted_by_all(const PlanNode& node) {
  return std::all_of(node.columns.begin(), node.columns.end(), [&](const auto& column) {
    return std::find(node.sorted_by.begin(), node.sorted_by.end(), column.slot) !=
           node.sorted_by.end();
  });
}

template <typename IsNew>
OperatorPtr make_sift(OperatorPtr input, IsNew is_new) {
  return std::make_unique<SiftOperator<IsNew>>(std::move(input), std::move(is_new));
}

}  // namespace

OperatorPtr make_distinct(const PlanNode& node, Run& run, OperatorPtr input) {
  if (is_sorted_by_all(*node.inputs[0])) return make_reduced(node, std::move(input));
  auto seen = std::make_shared<RowSet>(node.columns.size(), run.limits());
  return make_sift(std::move(input), [seen](const std::vector<store::TermId>& row) {
    return seen->insert(row).is_new;
  });
}

/// §18.5 leaves open how many duplicates stay; those in a row go, which costs no memory.
OperatorPtr make_reduced(const PlanNode& /*node*/, OperatorPtr input) {
  return make_sift(std::move(input), [previous = std::optional<std::vector<store::TermId>>()](
                                         const std::vector<store::TermId>& row) mutable {
    if (previous == row) return false;
    previous = row;
    return true;
  });
}

}  // namespace prosper::sparql::execution
