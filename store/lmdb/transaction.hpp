// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "store/lmdb/environment.hpp"

struct MDB_txn;

namespace prosper::lmdb {

class Cursor;

/// Bytes in the map: valid until the transaction ends or, in a write transaction, writes next. They
/// may be unaligned; copy them out.
using Bytes = std::string_view;

/// What reading and writing transactions share. At its end it closes its cursors, so none can
/// outlive it. One thread at a time; a WriteTransaction stays on the thread that began it.
class Transaction {
 public:
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// The value of a key; of a FixedDuplicates table the first one.
  std::optional<Bytes> get(Table table, Bytes key) const;
  /// How many values a table has.
  std::uint64_t entries(Table table) const;
  /// Pages of a table's own tree (the trees of keys with many duplicates are not counted).
  std::uint64_t pages(Table table) const;

  /// The file's pages: all of them, how many of those are free, and how many of the free ones are
  /// so since before a given state: a writer uses only what no reader can see any more.
  struct PageUse {
    std::uint64_t page_size = 0;
    std::uint64_t total = 0;
    std::uint64_t free = 0;
    std::uint64_t reusable = 0;
  };

  PageUse page_use(std::uint64_t oldest_read = 0) const;
  /// The state read; in a write transaction the state it makes.
  std::uint64_t id() const;

  const Environment& environment() const { return *environment_; }

 protected:
  Transaction(std::shared_ptr<Environment> environment, bool writes);
  ~Transaction();

  MDB_txn* handle() const;
  void close_cursors() const;

  std::shared_ptr<Environment> environment_;
  MDB_txn* transaction_ = nullptr;

 private:
  friend class Cursor;

  mutable std::vector<Cursor*> cursors_;
};

/// A consistent state. It pins the pages of that state: release it soon.
class ReadTransaction final : public Transaction {
 public:
  explicit ReadTransaction(std::shared_ptr<Environment> environment)
      : Transaction(std::move(environment), false) {}
};

/// The one writer of the environment; waits for another one to end. Destruction without commit
/// discards everything. After an Error only destruction is allowed.
class WriteTransaction final : public Transaction {
 public:
  explicit WriteTransaction(std::shared_ptr<Environment> environment)
      : Transaction(std::move(environment), true) {}

  /// Unique: replaces the value. FixedDuplicates: adds the value, once.
  void put(Table table, Bytes key, Bytes value);
  /// False when the key was not there. Of a FixedDuplicates table all values go.
  bool remove(Table table, Bytes key);
  /// Removes one value of a FixedDuplicates table; false when it was not there.
  bool remove(Table table, Bytes key, Bytes value);
  /// Empties a table.
  void clear(Table table);

  /// Closes all cursors. Who reads on must make a new one: cursors may not stay open on a table
  /// that a WriteCursor changes.
  void release_cursors() { close_cursors(); }

  /// Durable when it returns. Only destruction may follow.
  void commit();
  /// Gives everything up now. Only destruction may follow.
  void discard();
};

}  // namespace prosper::lmdb
