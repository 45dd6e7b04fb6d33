// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <optional>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/quad_columns.hpp"
#include "sparql/execution/triple_cursor.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;

/// Binds the access with the values of each row and looks it up. Rows of one batch with the same
/// values share a look-up; where the input is in no order, they are brought together.
class IndexJoinOperator final : public Operator {
 public:
  IndexJoinOperator(const optimizer::TripleAccess& access, const PlanNode& node, Run& run,
                    OperatorPtr input)
      : access_(access),
        run_(run),
        input_(std::move(input)),
        columns_(access, node),
        is_unsorted_(node.sorted_by.empty()),
        sources_(places_in(*node.inputs[0], node)) {
    for (std::size_t position = 0; position < 4; ++position) {
      const auto& slot = columns_.slots()[position];
      places_[position] = slot ? place_of(*slot, *node.inputs[0]) : no_column;
    }
    constants_ = {access.subject.id.value_or(unbound), access.predicate.id.value_or(unbound),
                  access.object.id.value_or(unbound), unbound};
  }

  bool next(Batch& batch) override {
    batch.reset(sources_.size());
    while (!batch.is_full()) {
      if (match_ < matches_.size()) {
        emit(batch);
      } else if (!load_more() && !next_row()) {
        break;
      }
    }
    return batch.rows > 0;
  }

 private:
  void emit(Batch& batch) {
    for (; match_ < matches_.size() && !batch.is_full(); ++match_) {
      const QuadRow& quad = matches_[match_];
      for (std::size_t column = 0; column < sources_.size(); ++column) {
        TermId value = cell(rows_, sources_[column], row_);
        if (value == unbound && columns_.positions()[column] != no_column)
          value = quad[columns_.positions()[column]];
        batch.columns[column].push_back(value);
      }
      ++batch.rows;
    }
  }

  QuadRow key_of(std::size_t row) const {
    QuadRow key = constants_;
    for (std::size_t position = 0; position < 4; ++position)
      if (const TermId value = cell(rows_, places_[position], row); value != unbound)
        key[position] = value;
    return key;
  }

  /// More matches of the row at hand; false when there are none.
  bool load_more() {
    if (!is_reading_) return false;
    if (!cursor_->next(quads_)) {
      is_reading_ = false;
      return false;
    }
    // All there was so far has been emitted; the matches of a key stay known while they are one
    // batch.
    is_whole_ = is_whole_ && matches_.empty();
    matches_.clear();
    match_ = 0;
    for (std::size_t row = 0; row < quads_.size(); ++row) {
      const QuadRow quad{quads_.subject[row], quads_.predicate[row], quads_.object[row],
                         quads_.graph[row]};
      if (columns_.agrees(quad)) matches_.push_back(quad);
    }
    return true;
  }

  bool next_row() {
    if (position_ == order_.size() && !next_batch()) return false;
    row_ = order_[position_++];
    const QuadRow key = key_of(row_);
    if (known_key_ == key && is_whole_) {
      match_ = 0;
      return true;
    }
    known_key_ = key;
    is_whole_ = true;
    matches_.clear();
    match_ = 0;
    look_up(key);
    return true;
  }

  void look_up(const QuadRow& key) {
    if (std::any_of(key.begin(), key.end(), LocalVocabulary::is_local)) return;
    const auto given = [](TermId id) { return id == unbound ? std::nullopt : std::optional(id); };
    const store::QuadPattern pattern{
        given(key[0]), given(key[1]), given(key[2]), {}, columns_.wanted()};
    const std::vector<store::GraphScope> scopes = scopes_for(access_.graph, key[3], run_);
    is_reading_ = true;
    if (cursor_ && cursor_->restart(pattern, scopes)) return;
    cursor_.emplace(run_, pattern, scopes, std::nullopt,
                    access_.graph.kind == optimizer::ActiveGraph::Kind::Column);
  }

  bool next_batch() {
    if (!input_->next(rows_)) return false;
    order_.resize(rows_.rows);
    std::iota(order_.begin(), order_.end(), 0);
    position_ = 0;
    if (!is_unsorted_ || rows_.rows < 2) return true;
    std::vector<QuadRow> keys;
    for (std::size_t row = 0; row < rows_.rows; ++row) keys.push_back(key_of(row));
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });
    return true;
  }

  const optimizer::TripleAccess& access_;
  Run& run_;
  OperatorPtr input_;
  QuadColumns columns_;
  bool is_unsorted_;
  /// Of every output column, its place in the input.
  std::vector<std::size_t> sources_;
  /// Of every position of the quad, its place in the input.
  std::array<std::size_t, 4> places_{};
  QuadRow constants_{};

  Batch rows_;
  std::vector<std::size_t> order_;
  std::size_t position_ = 0;
  std::size_t row_ = 0;
  std::optional<QuadRow> known_key_;
  /// `matches_` are all matches of the key.
  bool is_whole_ = false;
  std::vector<QuadRow> matches_;
  std::size_t match_ = 0;
  std::optional<TripleCursor> cursor_;
  bool is_reading_ = false;
  store::QuadBatch quads_;
};

}  // namespace

OperatorPtr make_index_join(const optimizer::IndexJoin& join, const PlanNode& node, Run& run,
                            OperatorPtr input) {
  return std::make_unique<IndexJoinOperator>(join.access, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
