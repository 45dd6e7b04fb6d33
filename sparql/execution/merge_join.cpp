// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/join_table.hpp"
#include "sparql/execution/joined_row.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/request/limits.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;

/// The rows of a sorted input, key by key.
class KeyGroups {
 public:
  KeyGroups(Run& run, OperatorPtr input, std::size_t key_place)
      : held_(run.limits()), input_(std::move(input)), key_place_(key_place) {}

  /// Goes to the first key that is not before `key`; false when there is none.
  bool advance_to(TermId key) {
    while (has_row() && key_at_row() < key) ++row_;
    return has_row();
  }

  bool has_row() {
    if (is_started_ && row_ < rows_.rows) return true;
    is_started_ = true;
    row_ = 0;
    return input_->next(rows_);
  }

  TermId key_at_row() const { return rows_.columns[key_place_][row_]; }

  /// Collects all rows of the key at hand.
  void collect(std::vector<std::vector<TermId>>& columns, std::size_t& count) {
    const TermId key = key_at_row();
    held_.release();
    columns.resize(rows_.columns.size());
    for (auto& column : columns) column.clear();
    count = 0;
    while (has_row() && key_at_row() == key) {
      for (std::size_t column = 0; column < columns.size(); ++column)
        columns[column].push_back(rows_.columns[column][row_]);
      ++row_;
      ++count;
      held_.add(1, columns.size() * sizeof(TermId));
    }
  }

 private:
  request::Held held_;
  OperatorPtr input_;
  std::size_t key_place_;
  Batch rows_;
  std::size_t row_ = 0;
  bool is_started_ = false;
};

class MergeJoinOperator final : public Operator {
 public:
  MergeJoinOperator(optimizer::Slot key, const PlanNode& node, Run& run, OperatorPtr left,
                    OperatorPtr right)
      : shared_(shared_columns(*node.inputs[0], *node.inputs[1])),
        joined_(node),
        left_(std::move(left)),
        left_key_(place_of(key, *node.inputs[0])),
        right_(run, std::move(right), place_of(key, *node.inputs[1])) {}

  bool next(Batch& batch) override {
    batch.reset(joined_.width());
    while (!batch.is_full()) {
      if (match_ < group_size_) {
        for (; match_ < group_size_ && !batch.is_full(); ++match_)
          if (agrees())
            joined_.append(batch, rows_, row_,
                           [&](std::size_t place) { return group_[place][match_]; });
      } else if (!next_row()) {
        break;
      }
    }
    return batch.rows > 0;
  }

 private:
  /// The variables besides the key are compatible too.
  bool agrees() const {
    for (std::size_t index = 0; index < shared_.left.size(); ++index) {
      const TermId left = rows_.columns[shared_.left[index]][row_];
      const TermId right = group_[shared_.right[index]][match_];
      if (left != right && left != unbound && right != unbound) return false;
    }
    return true;
  }

  bool next_row() {
    if (++row_ >= rows_.rows) {
      if (!left_->next(rows_)) return false;
      row_ = 0;
    }
    match_ = 0;
    const TermId key = rows_.columns[left_key_][row_];
    if (group_size_ > 0 && group_key_ == key) return true;
    group_size_ = 0;
    if (!right_.advance_to(key)) return false;
    if (right_.key_at_row() == key) {
      group_key_ = key;
      right_.collect(group_, group_size_);
    }
    return true;
  }

  SharedColumns shared_;
  JoinedRow joined_;
  OperatorPtr left_;
  std::size_t left_key_;
  KeyGroups right_;
  Batch rows_;
  std::size_t row_ = 0;
  std::vector<std::vector<TermId>> group_;
  std::size_t group_size_ = 0;
  TermId group_key_{};
  std::size_t match_ = 0;
};

}  // namespace

OperatorPtr make_merge_join(const optimizer::MergeJoin& join, const PlanNode& node, Run& run,
                            OperatorPtr left, OperatorPtr right) {
  return std::make_unique<MergeJoinOperator>(join.key, node, run, std::move(left),
                                             std::move(right));
}

}  // namespace prosper::sparql::execution
