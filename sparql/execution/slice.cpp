// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

class SliceOperator final : public Operator {
 public:
  SliceOperator(const optimizer::Slice& slice, const PlanNode& node, OperatorPtr input)
      : to_skip_(slice.offset),
        to_give_(slice.limit.value_or(UINT64_MAX)),
        input_(std::move(input)),
        places_(places_in(*node.inputs[0], node)) {}

  bool next(Batch& batch) override {
    batch.reset(places_.size());
    while (batch.rows == 0) {
      // Not a row more than needed is asked for.
      if (to_give_ == 0 || !input_->next(rows_)) return false;
      const std::size_t skipped = std::min<std::uint64_t>(to_skip_, rows_.rows);
      const std::size_t given = std::min<std::uint64_t>(to_give_, rows_.rows - skipped);
      to_skip_ -= skipped;
      to_give_ -= given;
      for (std::size_t column = 0; column < places_.size(); ++column)
        for (std::size_t row = skipped; row < skipped + given; ++row)
          batch.columns[column].push_back(cell(rows_, places_[column], row));
      batch.rows = given;
    }
    return true;
  }

 private:
  std::uint64_t to_skip_;
  std::uint64_t to_give_;
  OperatorPtr input_;
  std::vector<std::size_t> places_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_slice(const optimizer::Slice& slice, const PlanNode& node, OperatorPtr input) {
  return std::make_unique<SliceOperator>(slice, node, std::move(input));
}

}  // namespace prosper::sparql::execution
