// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_reader.hpp"

#include "store/lmdb/error.hpp"

namespace prosper::store {

Row first_row(const lmdb::Cursor& cursor) {
  if (cursor.key().size() != block_key_bytes) {
    throw lmdb::Error(lmdb::Error::Kind::Damaged,
                      "a block of rows has a key of wrong size; run prosper check");
  }
  return lmdb::from_key<row_columns>(cursor.key());
}

void BlockReader::load() {
  is_loaded_ = false;
  block_.load(cursor_->value());
  is_loaded_ = true;
  position_ = 0;
  sought_ = first_;
  found_ = 0;
}

bool BlockReader::move_on() {
  if (!cursor_->next()) return false;
  first_ = first_row(*cursor_);
  return true;
}

BlockHeader BlockReader::read_next_header() const {
  BlockHeader header;
  if (!read_header(cursor_->value(), header)) {
    throw lmdb::Error(lmdb::Error::Kind::Damaged,
                      "a block of rows is damaged (header); run prosper check");
  }
  return header;
}

/// Rows before the one sought last are searched from the begin, others from where that was.
bool BlockReader::seek_in_block(const Row& row) {
  if (row[0] > block_.header().columns[0].max) return false;
  position_ = block_.lower_bound(row, row >= sought_ ? found_ : 0);
  sought_ = row;
  found_ = position_;
  return position_ < block_.rows();
}

bool BlockReader::seek(const Row& row) {
  if (!is_loaded_ || !has_cursor() || row < first_) return seek_anew(row);
  if (seek_in_block(row)) return true;
  // Mostly the row lies in the next block, if not it is far away.
  is_loaded_ = false;
  if (!move_on()) return false;
  if (row[0] > read_next_header().columns[0].max) return seek_anew(row);
  load();
  return row <= first_ || seek_in_block(row) || seek_anew(row);
}

bool BlockReader::seek_anew(const Row& row) {
  if (!has_cursor()) cursor_.emplace(transaction_, table_);
  is_loaded_ = false;
  const auto key = to_block_key(row);
  if (!cursor_->seek_back(key.view()) && !cursor_->first()) return false;
  first_ = first_row(*cursor_);
  if (row[0] <= read_next_header().columns[0].max) {
    load();
    if (row <= first_ || seek_in_block(row)) return true;
    is_loaded_ = false;
  }
  if (!move_on()) return false;
  load();
  return true;
}

}  // namespace prosper::store
