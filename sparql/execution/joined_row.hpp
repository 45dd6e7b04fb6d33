// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/execution/operator.hpp"

namespace prosper::sparql::execution {

/// Where the columns of a join come from: the first input, the second where the first leaves them
/// open.
class JoinedRow {
 public:
  explicit JoinedRow(const optimizer::PlanNode& node)
      : JoinedRow(node, *node.inputs[0], *node.inputs[1]) {}

  JoinedRow(const optimizer::PlanNode& node, const optimizer::PlanNode& left,
            const optimizer::PlanNode& right)
      : left_(places_in(left, node)), right_(places_in(right, node)) {}

  std::size_t width() const { return left_.size(); }

  /// Appends a row of the join; `right_cell(place)` gives the values of the second input.
  template <typename RightCell>
  void append(Batch& batch, const Batch& left, std::size_t row, RightCell right_cell) const {
    for (std::size_t column = 0; column < left_.size(); ++column) {
      store::TermId value = cell(left, left_[column], row);
      if (value == unbound && right_[column] != no_column) value = right_cell(right_[column]);
      batch.columns[column].push_back(value);
    }
    ++batch.rows;
  }

  /// Appends a row of the first input alone.
  void append_left(Batch& batch, const Batch& left, std::size_t row) const {
    append(batch, left, row, [](std::size_t) { return unbound; });
  }

 private:
  std::vector<std::size_t> left_;
  std::vector<std::size_t> right_;
};

}  // namespace prosper::sparql::execution
