// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "store/lmdb/transaction.hpp"

struct MDB_cursor;

namespace prosper::lmdb {

/// Walks a table in key order (bytewise), in value order within a key. Must be destroyed, or not
/// used any more, once its transaction has ended; use after that is asserted.
class Cursor {
 public:
  Cursor(const Transaction& transaction, Table table);
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  ~Cursor();

  /// Each returns false, and leaves no position, when there is nothing there.
  bool first();
  bool last();
  bool next();
  bool next_key();
  /// The entry before; of a FixedDuplicates table the last value of the key before.
  bool previous();
  /// The last value of the current key; for FixedDuplicates tables.
  bool last_value();
  /// The first entry whose key is not less than `key`.
  bool seek(Bytes key);
  /// The last entry whose key is not greater than `key`.
  bool seek_back(Bytes key);
  /// The first entry not less than (`key`, `value`); for FixedDuplicates tables.
  bool seek(Bytes key, Bytes value);
  /// Exactly that entry.
  bool find(Bytes key, Bytes value);

  Bytes key() const { return key_; }

  Bytes value() const { return value_; }

  /// How many values the current key has.
  std::uint64_t count() const;

  /// The values of the current key that lie on one page with the current one, side by side; the
  /// first may lie before the current position. For FixedDuplicates tables. Moves to the last.
  Bytes run();
  /// Moves behind the current run: to the next run of the key or the first of the next key. Then
  /// `run` has the values; `value` is unspecified.
  bool next_run();

  /// Whether the transaction still has this cursor.
  bool is_open() const { return cursor_ != nullptr; }

 protected:
  MDB_cursor* handle() const;
  bool get(int operation);
  bool moved(int code, const char* operation);
  const Transaction* transaction_;

 private:
  friend class Transaction;

  void close();

  MDB_cursor* cursor_ = nullptr;
  Bytes key_;
  Bytes value_;
};

/// A cursor that changes its table. Other cursors of the transaction on this table must be
/// released first. Keys behind the table's end and values behind their key's last are appended,
/// which is faster and fills the pages: put entries in ascending order.
class WriteCursor final : public Cursor {
 public:
  WriteCursor(WriteTransaction& transaction, Table table)
      : Cursor(transaction, table), has_duplicates_(table.kind() == Table::Kind::FixedDuplicates) {}

  /// As WriteTransaction::put.
  void put(Bytes key, Bytes value);
  /// Removes the current entry.
  void remove();

 private:
  unsigned append_flags(Bytes key, Bytes value);
  /// Learns the greatest key of the table and the greatest value of `key`.
  void look_at(Bytes key);

  bool has_duplicates_;
  bool knows_table_end_ = false;
  bool is_table_empty_ = false;
  std::string greatest_key_;
  bool knows_key_ = false;
  std::string key_under_way_;
  bool has_values_ = false;
  std::string greatest_value_;
};

}  // namespace prosper::lmdb
