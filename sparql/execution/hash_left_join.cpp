// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "sparql/execution/condition.hpp"
#include "sparql/execution/join_table.hpp"
#include "sparql/execution/joined_row.hpp"
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.5: the extensions the condition lets through; where there are none, the left solution.
class HashLeftJoinOperator final : public Operator {
 public:
  HashLeftJoinOperator(const optimizer::HashLeftJoin& join, const PlanNode& node, Run& run,
                       OperatorPtr left, OperatorPtr right)
      : run_(run),
        shared_(shared_columns(*node.inputs[0], *node.inputs[1])),
        whole_(joined_node(node)),
        joined_(whole_, *node.inputs[0], *node.inputs[1]),
        output_(places_in(whole_, node)),
        left_(std::move(left)),
        right_(std::move(right)),
        table_(run, shared_.right),
        key_(shared_.left.size()) {
    if (join.condition) condition_.emplace(join.condition, join.graph, whole_, run);
  }

  bool next(Batch& batch) override {
    if (right_) {
      table_.fill(*right_);
      right_.reset();
    }
    batch.reset(output_.size());
    while (!batch.is_full()) {
      if (match_ < matches_.size()) {
        extend(batch);
      } else if (is_open_) {
        is_open_ = false;
        if (is_extended_) continue;
        candidate_.reset(joined_.width());
        joined_.append_left(candidate_, rows_, row_);
        copy_candidate(batch);
      } else if (!next_row()) {
        break;
      }
    }
    return batch.rows > 0;
  }

 private:
  /// The condition sees all columns of both sides, whoever else needs them.
  static PlanNode joined_node(const PlanNode& node) {
    PlanNode whole;
    whole.columns = node.inputs[0]->columns;
    for (const optimizer::Column& column : node.inputs[1]->columns)
      if (optimizer::find_column(whole, column.slot) == nullptr) whole.columns.push_back(column);
    return whole;
  }

  void extend(Batch& batch) {
    for (; match_ < matches_.size() && !batch.is_full(); ++match_) {
      candidate_.reset(joined_.width());
      joined_.append(candidate_, rows_, row_,
                     [&](std::size_t place) { return table_.cell(place, matches_[match_]); });
      if (condition_ && !condition_->holds(candidate_, 0)) {
        run_.limits().check();
        continue;
      }
      is_extended_ = true;
      copy_candidate(batch);
    }
  }

  void copy_candidate(Batch& batch) const {
    for (std::size_t column = 0; column < output_.size(); ++column)
      batch.columns[column].push_back(cell(candidate_, output_[column], 0));
    ++batch.rows;
  }

  bool next_row() {
    if (++row_ >= rows_.rows) {
      if (!left_->next(rows_)) return false;
      row_ = 0;
    }
    is_open_ = true;
    is_extended_ = false;
    matches_.clear();
    match_ = 0;
    for (std::size_t index = 0; index < key_.size(); ++index)
      key_[index] = cell(rows_, shared_.left[index], row_);
    table_.find(key_, 0, matches_);
    return true;
  }

  Run& run_;
  SharedColumns shared_;
  PlanNode whole_;
  JoinedRow joined_;
  std::vector<std::size_t> output_;
  std::optional<Condition> condition_;
  OperatorPtr left_;
  OperatorPtr right_;
  JoinTable table_;
  std::vector<store::TermId> key_;
  Batch rows_;
  std::size_t row_ = 0;
  bool is_open_ = false;
  bool is_extended_ = false;
  Batch candidate_;
  std::vector<std::uint32_t> matches_;
  std::size_t match_ = 0;
};

}  // namespace

OperatorPtr make_hash_left_join(const optimizer::HashLeftJoin& join, const PlanNode& node, Run& run,
                                OperatorPtr left, OperatorPtr right) {
  return std::make_unique<HashLeftJoinOperator>(join, node, run, std::move(left), std::move(right));
}

}  // namespace prosper::sparql::execution
