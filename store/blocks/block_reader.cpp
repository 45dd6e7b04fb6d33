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

bool BlockReader::seek(const Row& row) {
  if (!is_loaded_ || !has_cursor() || row < first_) return seek_anew(row);
  position_ = block_.lower_bound(row);
  if (position_ < block_.rows()) return true;
  // Mostly the row lies in the next block, if not it is far away.
  if (!move_on()) {
    is_loaded_ = false;
    return false;
  }
  load();
  if (row <= first_) return true;
  position_ = block_.lower_bound(row);
  return position_ < block_.rows() || seek_anew(row);
}

bool BlockReader::seek_anew(const Row& row) {
  if (!has_cursor()) cursor_.emplace(transaction_, table_);
  is_loaded_ = false;
  const auto key = to_block_key(row);
  if (!cursor_->seek_back(key.view()) && !cursor_->first()) return false;
  first_ = first_row(*cursor_);
  load();
  if (row <= first_) return true;
  position_ = block_.lower_bound(row);
  if (position_ < block_.rows()) return true;
  if (!move_on()) {
    is_loaded_ = false;
    return false;
  }
  load();
  return true;
}

}  // namespace prosper::store
