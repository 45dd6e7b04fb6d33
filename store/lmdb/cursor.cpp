// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/cursor.hpp"

#include <algorithm>
#include <lmdb.h>

#include "store/lmdb/error.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::lmdb {
namespace {

MDB_val to_value(Bytes bytes) {
  return {bytes.size(), const_cast<char*>(bytes.data())};
}

Bytes to_bytes(const MDB_val& value) {
  return {static_cast<const char*>(value.mv_data), value.mv_size};
}

}  // namespace

Cursor::Cursor(const Transaction& transaction, Table table) : transaction_(&transaction) {
  require_success(mdb_cursor_open(transaction.handle(), table.handle(), &cursor_),
                  "mdb_cursor_open", transaction.environment().data_file());
  transaction.cursors_.push_back(this);
}

Cursor::~Cursor() {
  if (cursor_ == nullptr) return;
  std::erase(transaction_->cursors_, this);
  close();
}

void Cursor::close() {
  mdb_cursor_close(cursor_);
  cursor_ = nullptr;
}

MDB_cursor* Cursor::handle() const {
  PROSPER_ASSERT(cursor_ != nullptr);
  return cursor_;
}

bool Cursor::moved(int code, const char* operation) {
  if (code == 0) return true;
  key_ = {};
  value_ = {};
  if (code != MDB_NOTFOUND) {
    throw_error(operation, code, transaction_->environment().data_file());
  }
  return false;
}

bool Cursor::get(int operation) {
  MDB_val key = to_value(key_);
  MDB_val value = to_value(value_);
  const int code = mdb_cursor_get(handle(), &key, &value, static_cast<MDB_cursor_op>(operation));
  if (!moved(code, "mdb_cursor_get")) return false;
  key_ = to_bytes(key);
  value_ = to_bytes(value);
  return true;
}

bool Cursor::first() {
  return get(MDB_FIRST);
}

bool Cursor::last() {
  return get(MDB_LAST);
}

bool Cursor::next() {
  return get(MDB_NEXT);
}

bool Cursor::next_key() {
  return get(MDB_NEXT_NODUP);
}

bool Cursor::previous() {
  return get(MDB_PREV);
}

bool Cursor::last_value() {
  // Of a key with one value LMDB refuses MDB_LAST_DUP.
  return count() == 1 || (get(MDB_LAST_DUP) && get(MDB_GET_CURRENT));
}

bool Cursor::seek(Bytes key) {
  key_ = key;
  return get(MDB_SET_RANGE);
}

bool Cursor::seek_back(Bytes key) {
  const bool has_next = seek(key) && (key_ != key || next_key());
  return has_next ? previous() : last();
}

bool Cursor::seek(Bytes key, Bytes value) {
  key_ = key;
  value_ = value;
  if (get(MDB_GET_BOTH_RANGE)) return get(MDB_GET_CURRENT);
  if (!seek(key)) return false;
  return key_ != key || next_key();
}

bool Cursor::find(Bytes key, Bytes value) {
  key_ = key;
  value_ = value;
  return get(MDB_GET_BOTH) && get(MDB_GET_CURRENT);
}

std::uint64_t Cursor::count() const {
  std::size_t values = 0;
  require_success(mdb_cursor_count(handle(), &values), "mdb_cursor_count",
                  transaction_->environment().data_file());
  return values;
}

Bytes Cursor::run() {
  // For a key with one value MDB_GET_MULTIPLE may answer with the run of the key before.
  if (count() == 1) return value_;
  MDB_val key{};
  MDB_val values{};
  require_success(mdb_cursor_get(handle(), &key, &values, MDB_GET_MULTIPLE), "mdb_cursor_get",
                  transaction_->environment().data_file());
  return to_bytes(values);
}

bool Cursor::next_run() {
  const Bytes key = key_;
  if (count() > 1) {
    MDB_val unused{};
    MDB_val values{};
    const int code = mdb_cursor_get(handle(), &unused, &values, MDB_NEXT_MULTIPLE);
    if (code == 0) {
      key_ = key;
      value_ = to_bytes(values);
      return true;
    }
    if (code != MDB_NOTFOUND) moved(code, "mdb_cursor_get");
  }
  return next_key();
}

void WriteCursor::look_at(Bytes key) {
  if (!knows_table_end_) {
    is_table_empty_ = !last();
    greatest_key_ = this->key();
    knows_table_end_ = true;
  }
  key_under_way_ = key;
  knows_key_ = true;
  const bool may_be_there = has_duplicates_ && !is_table_empty_ && key <= greatest_key_;
  has_values_ = may_be_there && seek(key) && this->key() == key && last_value();
  greatest_value_ = value();
}

unsigned WriteCursor::append_flags(Bytes key, Bytes value) {
  if (!knows_key_ || key != key_under_way_) look_at(key);
  if (is_table_empty_ || key > greatest_key_) {
    is_table_empty_ = false;
    greatest_key_ = key;
    has_values_ = true;
    greatest_value_ = value;
    return MDB_APPEND;
  }
  if (!has_duplicates_) return 0;
  const bool is_behind = has_values_ && value > greatest_value_;
  const unsigned flags = is_behind ? unsigned{MDB_APPENDDUP} : 0U;
  if (is_behind || !has_values_) greatest_value_ = value;
  has_values_ = true;
  return flags;
}

void WriteCursor::put(Bytes key, Bytes value) {
  MDB_val key_value = to_value(key);
  MDB_val stored = to_value(value);
  require_success(mdb_cursor_put(handle(), &key_value, &stored, append_flags(key, value)),
                  "mdb_cursor_put", transaction_->environment().data_file());
}

void WriteCursor::remove() {
  knows_table_end_ = false;
  knows_key_ = false;
  require_success(mdb_cursor_del(handle(), 0), "mdb_cursor_del",
                  transaction_->environment().data_file());
}

}  // namespace prosper::lmdb
