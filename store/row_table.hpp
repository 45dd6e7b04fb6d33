// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "store/lmdb/cursor.hpp"
#include "store/permutation.hpp"

namespace prosper::store {

/// Bytes of a row as stored: the first number is the key, the other three the value.
inline constexpr std::size_t row_key_bytes = 8;
inline constexpr std::size_t row_value_bytes = 24;

/// Walks the rows of one order from a row on, a page of them at a time. Keeps its place when a
/// write transaction releases its cursors.
class RowReader {
 public:
  RowReader(const lmdb::Transaction& transaction, lmdb::Table table, const Row& from);

  /// The next row, or nothing at the end.
  std::optional<Row> next();

 private:
  bool load_run();

  const lmdb::Transaction& transaction_;
  lmdb::Table table_;
  Row from_;  ///< no row before this one is wanted any more
  bool is_at_end_ = false;
  std::optional<lmdb::Cursor> cursor_;
  std::uint64_t key_ = 0;
  lmdb::Bytes run_;
};

/// One order of the quads as a table of rows.
class RowTable {
 public:
  RowTable(const lmdb::Transaction& transaction, lmdb::Table table)
      : transaction_(transaction), table_(table) {}

  std::uint64_t size() const { return transaction_.entries(table_); }

  bool contains(const Row& row) const;
  /// The number of rows of a range; stops counting at `limit`, except where it is known at once
  /// (`length` 0 and 1).
  std::uint64_t count(const Range& range, std::uint64_t limit) const;

 private:
  const lmdb::Transaction& transaction_;
  lmdb::Table table_;
};

/// Adds and removes rows, both sorted and without repetition. Added rows must be absent, removed
/// ones present.
void change_rows(lmdb::WriteTransaction& transaction, lmdb::Table table,
                 const std::vector<Row>& removed, const std::vector<Row>& added);

/// The matches of a pattern in a range that holds them all.
std::unique_ptr<QuadCursor> scan_range(const lmdb::Transaction& transaction, lmdb::Table table,
                                       const Range& range, const QuadPattern& pattern);

}  // namespace prosper::store
