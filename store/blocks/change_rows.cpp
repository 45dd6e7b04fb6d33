// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/change_rows.hpp"

#include <algorithm>

#include "store/blocks/block_changes.hpp"
#include "store/blocks/block_reader.hpp"
#include "store/lmdb/error.hpp"

namespace prosper::store {
namespace {

bool same_triple(const Row& left, const Row& right) {
  return std::equal(left.begin(), left.begin() + triple_columns, right.begin());
}

class TableChange {
 public:
  TableChange(lmdb::WriteTransaction& transaction, lmdb::Table table)
      : transaction_(transaction), cursor_(transaction, table) {}

  void run(RowChanges changes) {
    while (!changes.empty()) change_stretch(changes);
  }

 private:
  /// Changes the block that the first change belongs to, and goes on with its neighbour as long as
  /// what comes out is too small for a block.
  void change_stretch(RowChanges& changes) {
    rows_.clear();
    old_keys_.clear();
    has_plan_ = false;
    const bool has_block =
        cursor_.seek_back(to_block_key(changes.first()).view()) || cursor_.first();
    if (has_block) {
      take_block(changes);
      before_ = row_before(old_keys_.front());
    } else {
      merge({}, changes.take_before(std::nullopt));
      next_.reset();
      before_.reset();
    }
    for (;;) {
      std::vector<EncodedBlock> blocks =
          encode_changed(rows_, before_ ? &*before_ : nullptr, has_plan_ ? &plan_ : nullptr);
      const bool is_small =
          blocks.empty() || (blocks.size() == 1 && blocks[0].bytes.size() < small_block_bytes);
      if (is_small && !rows_.empty() && take_neighbour(changes)) continue;
      write(blocks);
      return;
    }
  }

  /// Appends the rows of the block at the cursor with their changes; `next_` becomes the first row
  /// of the block behind it.
  void take_block(RowChanges& changes) {
    const Row first = first_row(cursor_);
    block_.load(cursor_.value());
    const bool is_only = old_keys_.empty();
    old_keys_.push_back(first);
    next_ = cursor_.next() ? std::optional(first_row(cursor_)) : std::nullopt;
    if (is_only) plan_ = block_.plan();
    has_plan_ = is_only;
    old_rows_.clear();
    append_rows(block_, old_rows_);
    merge(old_rows_, changes.take_before(next_));
  }

  void merge(std::span<const Row> rows, const RowChanges& changes) {
    if (merge_changes(rows, changes, rows_)) return;
    throw lmdb::Error(lmdb::Error::Kind::Damaged,
                      transaction_.environment().data_file().string() +
                          ": the permutations disagree about a quad; run prosper check");
  }

  /// Adds the block behind, or else the one before; false when there is none left.
  bool take_neighbour(RowChanges& changes) {
    if (next_) {
      cursor_.seek(to_block_key(*next_).view());
      take_block(changes);
      return true;
    }
    if (old_keys_.empty() || !cursor_.seek(to_block_key(old_keys_.front()).view()) ||
        !cursor_.previous()) {
      return false;
    }
    const Row first = first_row(cursor_);
    block_.load(cursor_.value());
    old_rows_.clear();
    append_rows(block_, old_rows_);
    rows_.insert(rows_.begin(), old_rows_.begin(), old_rows_.end());
    old_keys_.insert(old_keys_.begin(), first);
    has_plan_ = false;
    before_ = row_before(first);
    return true;
  }

  /// The last row of the block before the one with this key.
  std::optional<Row> row_before(const Row& key) {
    if (!cursor_.seek(to_block_key(key).view()) || !cursor_.previous()) return std::nullopt;
    block_.load(cursor_.value());
    return block_.row(block_.rows() - 1);
  }

  void write(const std::vector<EncodedBlock>& blocks) {
    for (const Row& key : old_keys_) {
      const bool is_kept = std::any_of(blocks.begin(), blocks.end(),
                                       [&](const auto& block) { return block.first == key; });
      if (!is_kept && cursor_.seek(to_block_key(key).view())) cursor_.remove();
    }
    for (const EncodedBlock& block : blocks) {
      cursor_.put(to_block_key(block.first).view(), block.bytes);
    }
    if (next_) correct_next(rows_.empty() ? before_ : std::optional(rows_.back()));
  }

  /// The block behind tells whether its first triple is that of the row before.
  void correct_next(const std::optional<Row>& last) {
    const bool starts_triple = !last || !same_triple(*last, *next_);
    const auto key = to_block_key(*next_);
    if (!cursor_.seek(key.view())) return;
    BlockHeader header;
    if (!read_header(cursor_.value(), header) || header.starts_triple == starts_triple) return;
    std::string bytes(cursor_.value());
    set_starts_triple(bytes, starts_triple);
    cursor_.put(key.view(), bytes);
  }

  lmdb::WriteTransaction& transaction_;
  lmdb::WriteCursor cursor_;
  RowBlock block_;
  std::vector<Row> old_rows_;
  std::vector<Row> rows_;      ///< of the stretch, changed
  std::vector<Row> old_keys_;  ///< of the blocks they were in, ascending
  std::optional<Row> before_;  ///< the row before the stretch
  std::optional<Row> next_;    ///< the first row of the block behind the stretch
  BlockPlan plan_;             ///< of the only block of the stretch
  bool has_plan_ = false;
};

}  // namespace

void change_rows(lmdb::WriteTransaction& transaction, lmdb::Table table,
                 const std::vector<Row>& removed, const std::vector<Row>& added) {
  if (removed.empty() && added.empty()) return;
  TableChange(transaction, table).run({removed, added});
}

}  // namespace prosper::store
