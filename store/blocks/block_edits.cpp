// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_edits.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "store/blocks/block_reader.hpp"
#include "store/lmdb/error.hpp"

namespace prosper::store {
namespace {

/// Blocks that a stretch may take up.
constexpr std::size_t most_blocks = 64;

bool same_triple(const Row& left, const Row& right) {
  return std::equal(left.begin(), left.begin() + triple_columns, right.begin());
}

/// Blocks side by side that are coded anew together, since what came out of fewer was too small.
struct Stretch {
  std::vector<Row> rows;      ///< with the changes made
  std::vector<Row> old_keys;  ///< of the blocks they were in, ascending
  std::optional<Row> before;  ///< the row before the stretch
  std::optional<Row> next;    ///< the first row of the block behind
  std::vector<EncodedBlock> blocks;

  void clear() {
    rows.clear();
    old_keys.clear();
    blocks.clear();
    before.reset();
    next.reset();
  }

  std::optional<Row> last_row() const { return rows.empty() ? before : std::optional(rows.back()); }
};

class EditFinder {
 public:
  EditFinder(const lmdb::Transaction& base, lmdb::Table table, const EditSink& sink)
      : base_(base), cursor_(base, table), sink_(sink) {}

  void run(RowChanges changes) {
    while (!changes.empty()) {
      change_stretch(changes);
      // This stretch begins with the block behind the previous one, and knows what is before it.
      if (!stretch_.old_keys.empty() && follows_previous(stretch_.old_keys.front())) {
        previous_.next.reset();
      }
      send(previous_);
      std::swap(previous_, stretch_);
    }
    send(previous_);
  }

 private:
  /// Changes the block that the first change belongs to, and goes on with its neighbour as long as
  /// what comes out is too small for a block.
  void change_stretch(RowChanges& changes) {
    stretch_.clear();
    planned_rows_ = 0;
    if (cursor_.seek_back(to_block_key(changes.first()).view()) || cursor_.first()) {
      take_block(changes);
      plan_ = block_.plan();
      planned_rows_ = block_.rows();
      stretch_.before = follows_previous(stretch_.old_keys.front())
                            ? previous_.last_row()
                            : row_before(stretch_.old_keys.front());
    } else {
      merge({}, changes.take_before(std::nullopt));
    }
    for (;;) {
      stretch_.blocks.clear();
      if (stretch_.rows.empty()) return;
      auto single = encode_changed(stretch_.rows, stretch_.before ? &*stretch_.before : nullptr,
                                   planned_rows_ > 0 ? &plan_ : nullptr, planned_rows_);
      if (!single) return divide_stretch(changes);
      stretch_.blocks.push_back(std::move(*single));
      const bool is_small = stretch_.blocks[0].bytes.size() < small_block_bytes;
      if (!is_small || !take_neighbour(changes)) return;
    }
  }

  /// A full block that few rows came to, between others that stay, is cut in two as it is; the
  /// cutter would try all encodings and share out what it cut off.
  void divide_stretch(RowChanges& changes) {
    const bool is_hardly_longer = stretch_.rows.size() <= planned_rows_ + planned_rows_ / 4;
    const bool stands_alone = is_hardly_longer && !is_next_roomy() && !are_changes_near(changes);
    const Row* before = stretch_.before ? &*stretch_.before : nullptr;
    if (stands_alone && halve(stretch_.rows, before, plan_, stretch_.blocks)) return;
    cut_stretch(changes);
  }

  /// Whether the block behind would take what a full block is to give away.
  bool is_next_roomy() {
    constexpr std::size_t given = block_bytes - full_block_bytes;
    return stretch_.next && cursor_.seek(to_block_key(*stretch_.next).view()) &&
           cursor_.value().size() + given <= full_block_bytes;
  }

  /// Cuts rows that do not fit into one block anew, with those of the changed blocks that follow:
  /// so only the last block of all is not full.
  void cut_stretch(RowChanges& changes) {
    if (!cutter_) cutter_.emplace(full_block_bytes);
    if (stretch_.before) cutter_->continue_after(*stretch_.before);
    std::size_t cut = 0;
    for (;;) {
      cutter_->add(std::span(stretch_.rows).subspan(cut), stretch_.blocks);
      cut = stretch_.rows.size();
      if (stretch_.old_keys.size() >= most_blocks || !are_changes_near(changes)) break;
      take_next(changes);
    }
    cutter_->finish(stretch_.blocks);
    const bool is_last_small =
        stretch_.blocks.size() > 1 && stretch_.blocks.back().bytes.size() < small_block_bytes;
    if (!is_last_small || join_next(changes)) return;
    balance_last(stretch_.rows, stretch_.before ? &*stretch_.before : nullptr, stretch_.blocks);
  }

  /// Whether the next change belongs to the block behind the stretch or to the one after that.
  bool are_changes_near(const RowChanges& changes) {
    if (!stretch_.next || changes.empty()) return false;
    cursor_.seek(to_block_key(*stretch_.next).view());
    for (int i = 0; i < 2; ++i) {
      if (!cursor_.next() || changes.first() < first_row(cursor_)) return true;
    }
    return false;
  }

  /// Puts the rows of the last block into the one behind the stretch, if that has room.
  bool join_next(RowChanges& changes) {
    if (!stretch_.next || !cursor_.seek(to_block_key(*stretch_.next).view())) return false;
    const std::size_t last_bytes = stretch_.blocks.back().bytes.size();
    if (cursor_.value().size() + last_bytes > full_block_bytes) return false;
    const auto start =
        std::lower_bound(stretch_.rows.begin(), stretch_.rows.end(), stretch_.blocks.back().first);
    const auto place = static_cast<std::size_t>(start - stretch_.rows.begin());
    take_block(changes);
    stretch_.blocks.pop_back();
    cutter_->continue_after(stretch_.rows[place - 1]);
    cutter_->add(std::span(stretch_.rows).subspan(place), stretch_.blocks);
    cutter_->finish(stretch_.blocks);
    return true;
  }

  /// Whether the previous stretch, which `base_` does not show, ends just before this block.
  bool follows_previous(const Row& key) const { return previous_.next == key; }

  /// Appends the rows of the block at the cursor with their changes.
  void take_block(RowChanges& changes) {
    planned_rows_ = 0;
    stretch_.old_keys.push_back(first_row(cursor_));
    block_.load(cursor_.value());
    stretch_.next = cursor_.next() ? std::optional(first_row(cursor_)) : std::nullopt;
    old_rows_.clear();
    append_rows(block_, old_rows_);
    merge(old_rows_, changes.take_before(stretch_.next));
  }

  void merge(std::span<const Row> rows, const RowChanges& changes) {
    if (merge_changes(rows, changes, stretch_.rows)) return;
    throw lmdb::Error(lmdb::Error::Kind::Damaged,
                      base_.environment().data_file().string() +
                          ": the permutations disagree about a quad; run prosper check");
  }

  void take_next(RowChanges& changes) {
    cursor_.seek(to_block_key(*stretch_.next).view());
    take_block(changes);
  }

  /// Adds the block behind, or else the one before; false when there is none left.
  bool take_neighbour(RowChanges& changes) {
    if (stretch_.next) {
      take_next(changes);
      return true;
    }
    if (stretch_.old_keys.empty()) return false;
    planned_rows_ = 0;
    if (follows_previous(stretch_.old_keys.front())) return take_last_of_previous();
    if (!cursor_.seek(to_block_key(stretch_.old_keys.front()).view()) || !cursor_.previous()) {
      return false;
    }
    const Row first = first_row(cursor_);
    prepend(first, cursor_.value());
    stretch_.before = row_before(first);
    return true;
  }

  /// The last block of the previous stretch joins this one. There is none when all its rows went:
  /// then this stretch stays small.
  bool take_last_of_previous() {
    if (previous_.blocks.empty()) return false;
    const EncodedBlock last = std::move(previous_.blocks.back());
    previous_.blocks.pop_back();
    const auto start = std::lower_bound(previous_.rows.begin(), previous_.rows.end(), last.first);
    previous_.rows.erase(start, previous_.rows.end());
    previous_.next = last.first;
    prepend(last.first, last.bytes);
    stretch_.before = previous_.last_row();
    return true;
  }

  void prepend(const Row& first, std::string_view bytes) {
    block_.load(bytes);
    old_rows_.clear();
    append_rows(block_, old_rows_);
    stretch_.rows.insert(stretch_.rows.begin(), old_rows_.begin(), old_rows_.end());
    stretch_.old_keys.insert(stretch_.old_keys.begin(), first);
  }

  /// The last row of the block before the one with this key; exact if it may have the same triple.
  std::optional<Row> row_before(const Row& key) {
    if (!cursor_.seek(to_block_key(key).view()) || !cursor_.previous()) return std::nullopt;
    BlockHeader header;
    if (read_header(cursor_.value(), header) && header.columns[0].max < key[0]) {
      return Row{header.columns[0].max, 0, 0, 0};
    }
    block_.load(cursor_.value());
    return block_.row(block_.rows() - 1);
  }

  void send(Stretch& stretch) {
    for (const Row& key : stretch.old_keys) {
      const bool is_kept = std::any_of(stretch.blocks.begin(), stretch.blocks.end(),
                                       [&](const auto& block) { return block.first == key; });
      if (!is_kept) sink_({key, {}});
    }
    for (EncodedBlock& block : stretch.blocks) sink_({block.first, std::move(block.bytes)});
    if (stretch.next) correct_next(*stretch.next, stretch.last_row());
    stretch.clear();
  }

  /// The block behind tells whether its first triple is that of the row before.
  void correct_next(const Row& next, const std::optional<Row>& last) {
    const bool starts_triple = !last || !same_triple(*last, next);
    const auto key = to_block_key(next);
    if (!cursor_.seek(key.view()) || first_row(cursor_) != next) return;
    BlockHeader header;
    if (!read_header(cursor_.value(), header) || header.starts_triple == starts_triple) return;
    std::string bytes(cursor_.value());
    set_starts_triple(bytes, starts_triple);
    sink_({next, std::move(bytes)});
  }

  const lmdb::Transaction& base_;
  lmdb::Cursor cursor_;
  const EditSink& sink_;
  RowBlock block_;
  std::vector<Row> old_rows_;
  Stretch stretch_;
  Stretch previous_;                   ///< not sent yet: the next one may take its last block
  BlockPlan plan_;                     ///< of the only block of the stretch
  std::size_t planned_rows_ = 0;       ///< in this block; 0 when there are several
  std::optional<BlockCutter> cutter_;  ///< keeps what it learns from stretch to stretch
};

}  // namespace

void find_edits(const lmdb::Transaction& base, lmdb::Table table, RowChanges changes,
                const EditSink& sink) {
  EditFinder(base, table, sink).run(changes);
}

void make_edit(lmdb::WriteCursor& cursor, const BlockEdit& edit) {
  const auto key = to_block_key(edit.key);
  if (!edit.bytes.empty()) {
    cursor.put(key.view(), edit.bytes);
  } else if (cursor.seek(key.view()) && first_row(cursor) == edit.key) {
    cursor.remove();
  }
}

}  // namespace prosper::store
