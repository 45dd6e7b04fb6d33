// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/join_table.hpp"
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.5: without the solutions that are compatible with one of the right side and share a variable
/// with it.
class MinusOperator final : public Operator {
 public:
  MinusOperator(const optimizer::Minus& minus, const PlanNode& node, Run& run, OperatorPtr left,
                OperatorPtr right)
      : shared_(shared_columns(*node.inputs[0], *node.inputs[1])),
        left_(std::move(left)),
        right_(std::move(right)),
        table_(run, shared_.right),
        key_(shared_.left.size()),
        places_(places_in(*node.inputs[0], node)) {
    for (std::size_t index = 0; index < shared_.left.size(); ++index)
      if (node.inputs[0]->columns[shared_.left[index]].slot != minus.graph_column)
        must_share_ |= std::uint64_t{1} << index;
  }

  bool next(Batch& batch) override {
    if (right_) {
      table_.fill(*right_);
      right_.reset();
    }
    batch.reset(places_.size());
    while (batch.rows == 0) {
      if (!left_->next(rows_)) return false;
      for (std::size_t row = 0; row < rows_.rows; ++row) {
        if (is_removed(row)) continue;
        for (std::size_t column = 0; column < places_.size(); ++column)
          batch.columns[column].push_back(cell(rows_, places_[column], row));
        ++batch.rows;
      }
    }
    return true;
  }

 private:
  bool is_removed(std::size_t row) {
    if (must_share_ == 0) return false;
    for (std::size_t index = 0; index < key_.size(); ++index)
      key_[index] = cell(rows_, shared_.left[index], row);
    matches_.clear();
    table_.find(key_, must_share_, matches_);
    return !matches_.empty();
  }

  SharedColumns shared_;
  OperatorPtr left_;
  OperatorPtr right_;
  JoinTable table_;
  std::vector<store::TermId> key_;
  std::vector<std::size_t> places_;
  std::uint64_t must_share_ = 0;
  Batch rows_;
  std::vector<std::uint32_t> matches_;
};

}  // namespace

OperatorPtr make_minus(const optimizer::Minus& minus, const PlanNode& node, Run& run,
                       OperatorPtr left, OperatorPtr right) {
  return std::make_unique<MinusOperator>(minus, node, run, std::move(left), std::move(right));
}

}  // namespace prosper::sparql::execution
