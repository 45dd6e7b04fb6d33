// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/seeding.hpp"

namespace prosper::sparql::execution {

namespace {

/// FILTER EXISTS and NOT EXISTS: the rows that go through the seeded plan, or those that do not.
class SemiJoinOperator final : public Operator {
 public:
  SemiJoinOperator(const optimizer::SemiJoin& join, const PlanNode& node, Run& run,
                   OperatorPtr left)
      : negated_(join.negated),
        left_(std::move(left)),
        seeding_(*node.inputs[1], run),
        row_place_(place_of(join.row_number, *node.inputs[1])),
        places_(places_in(*node.inputs[0], node)) {}

  bool next(Batch& batch) override {
    batch.reset(places_.size());
    while (batch.rows == 0) {
      if (!left_->next(rows_)) return false;
      mark_found();
      for (std::size_t row = 0; row < rows_.rows; ++row) {
        if (is_found_[row] == negated_) continue;
        for (std::size_t column = 0; column < places_.size(); ++column)
          batch.columns[column].push_back(cell(rows_, places_[column], row));
        ++batch.rows;
      }
    }
    return true;
  }

 private:
  void mark_found() {
    is_found_.assign(rows_.rows, false);
    std::size_t missing = rows_.rows;
    seeding_.start(rows_);
    while (missing > 0 && seeding_.next(found_)) {
      for (const store::TermId number : found_.columns[row_place_]) {
        const std::size_t row = Seeding::row_number(number);
        if (!is_found_[row]) --missing;
        is_found_[row] = true;
      }
    }
    seeding_.stop();
  }

  bool negated_;
  OperatorPtr left_;
  Seeding seeding_;
  std::size_t row_place_;
  std::vector<std::size_t> places_;
  Batch rows_;
  Batch found_;
  std::vector<bool> is_found_;
};

}  // namespace

OperatorPtr make_semi_join(const optimizer::SemiJoin& join, const PlanNode& node, Run& run,
                           OperatorPtr left) {
  return std::make_unique<SemiJoinOperator>(join, node, run, std::move(left));
}

}  // namespace prosper::sparql::execution
