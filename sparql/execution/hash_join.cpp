// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/join_table.hpp"
#include "sparql/execution/joined_row.hpp"
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

class HashJoinOperator final : public Operator {
 public:
  HashJoinOperator(const PlanNode& node, Run& run, OperatorPtr left, OperatorPtr right)
      : shared_(shared_columns(*node.inputs[0], *node.inputs[1])),
        joined_(node),
        left_(std::move(left)),
        right_(std::move(right)),
        table_(run, shared_.right),
        key_(shared_.left.size()) {}

  bool next(Batch& batch) override {
    batch.reset(joined_.width());
    if (right_) {
      table_.fill(*right_);
      right_.reset();
    }
    if (table_.size() == 0) return false;
    while (!batch.is_full()) {
      if (match_ < matches_.size()) {
        for (; match_ < matches_.size() && !batch.is_full(); ++match_)
          joined_.append(batch, rows_, row_,
                         [&](std::size_t place) { return table_.cell(place, matches_[match_]); });
      } else if (!next_row()) {
        break;
      }
    }
    return batch.rows > 0;
  }

 private:
  bool next_row() {
    if (++row_ >= rows_.rows) {
      if (!left_->next(rows_)) return false;
      row_ = 0;
    }
    matches_.clear();
    match_ = 0;
    for (std::size_t index = 0; index < key_.size(); ++index)
      key_[index] = cell(rows_, shared_.left[index], row_);
    table_.find(key_, 0, matches_);
    return true;
  }

  SharedColumns shared_;
  JoinedRow joined_;
  OperatorPtr left_;
  OperatorPtr right_;
  JoinTable table_;
  std::vector<store::TermId> key_;
  Batch rows_;
  std::size_t row_ = 0;
  std::vector<std::uint32_t> matches_;
  std::size_t match_ = 0;
};

}  // namespace

OperatorPtr make_hash_join(const PlanNode& node, Run& run, OperatorPtr left, OperatorPtr right) {
  return std::make_unique<HashJoinOperator>(node, run, std::move(left), std::move(right));
}

}  // namespace prosper::sparql::execution
