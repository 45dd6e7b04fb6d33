// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "store/blocks/row_block.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {

inline constexpr std::size_t block_key_bytes = 8 * row_columns;

inline lmdb::KeyBytes<row_columns> to_block_key(const Row& row) {
  return lmdb::to_key<row_columns>(row);
}

/// The first row of the block that a cursor is at. Throws lmdb::Error Damaged when the key has
/// another length.
Row first_row(const lmdb::Cursor& cursor);

/// A place in a table of blocks. Holds a copy of the block it is in, so the place survives changes
/// of the table until the next move.
class BlockReader {
 public:
  BlockReader(const lmdb::Transaction& transaction, lmdb::Table table)
      : transaction_(transaction), table_(table) {}

  /// Goes to the first row that is not less; false when there is none. Stays in its block when the
  /// row lies there, so ascending calls are cheap.
  bool seek(const Row& row);

  /// Goes to the first row of the next block that `wants` by its header; false when there is none,
  /// or the next one's first row is above `last`. Needs `has_cursor`.
  template <class Wants>
  bool next_block(const Row& last, Wants&& wants) {
    while (move_on() && first_ <= last) {
      if (!wants(read_next_header())) continue;
      load();
      return true;
    }
    is_loaded_ = false;
    return false;
  }

  /// False when the transaction closed the cursor: then only `seek` may follow.
  bool has_cursor() const { return cursor_ && cursor_->is_open(); }

  /// Of the block it is in.
  RowBlock& block() { return block_; }

  std::size_t position() const { return position_; }

  void set_position(std::size_t position) { position_ = position; }

 private:
  bool seek_anew(const Row& row);
  bool seek_in_block(const Row& row);
  bool move_on();
  BlockHeader read_next_header() const;
  void load();

  const lmdb::Transaction& transaction_;
  lmdb::Table table_;
  std::optional<lmdb::Cursor> cursor_;
  bool is_loaded_ = false;
  Row first_{};  ///< of the block the cursor is at
  std::size_t position_ = 0;
  /// The row sought last in this block, and where that led.
  Row sought_{};
  std::size_t found_ = 0;
  RowBlock block_;
};

}  // namespace prosper::store
