// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "sparql/execution/condition.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/seeding.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.5: LeftJoin, a batch of left solutions at a time: first their extensions, then those that
/// have none.
class SeededLeftJoinOperator final : public Operator {
 public:
  SeededLeftJoinOperator(const optimizer::SeededLeftJoin& join, const PlanNode& node, Run& run,
                         OperatorPtr left)
      : left_(std::move(left)),
        seeding_(*node.inputs[1], run),
        row_place_(place_of(join.row_number, *node.inputs[1])),
        extended_places_(places_in(*node.inputs[1], node)),
        left_places_(places_in(*node.inputs[0], node)) {
    if (join.condition) condition_.emplace(join.condition, join.graph, *node.inputs[1], run);
  }

  bool next(Batch& batch) override {
    batch.reset(extended_places_.size());
    while (batch.rows == 0) {
      if (seeding_.next(extensions_)) {
        add_extensions(batch);
      } else if (left_over_ < is_extended_.size()) {
        add_left_over(batch);
      } else if (left_->next(rows_)) {
        is_extended_.assign(rows_.rows, false);
        left_over_ = 0;
        seeding_.start(rows_);
      } else {
        return false;
      }
    }
    return true;
  }

 private:
  void add_extensions(Batch& batch) {
    for (std::size_t row = 0; row < extensions_.rows; ++row) {
      if (condition_ && !condition_->holds(extensions_, row)) continue;
      is_extended_[Seeding::row_number(extensions_.columns[row_place_][row])] = true;
      for (std::size_t column = 0; column < extended_places_.size(); ++column)
        batch.columns[column].push_back(cell(extensions_, extended_places_[column], row));
      ++batch.rows;
    }
  }

  void add_left_over(Batch& batch) {
    for (; left_over_ < is_extended_.size(); ++left_over_) {
      if (is_extended_[left_over_]) continue;
      for (std::size_t column = 0; column < left_places_.size(); ++column)
        batch.columns[column].push_back(cell(rows_, left_places_[column], left_over_));
      ++batch.rows;
    }
  }

  OperatorPtr left_;
  Seeding seeding_;
  std::size_t row_place_;
  std::vector<std::size_t> extended_places_;
  std::vector<std::size_t> left_places_;
  std::optional<Condition> condition_;
  Batch rows_;
  Batch extensions_;
  std::vector<bool> is_extended_;
  std::size_t left_over_ = 0;
};

}  // namespace

OperatorPtr make_seeded_left_join(const optimizer::SeededLeftJoin& join, const PlanNode& node,
                                  Run& run, OperatorPtr left) {
  return std::make_unique<SeededLeftJoinOperator>(join, node, run, std::move(left));
}

}  // namespace prosper::sparql::execution
