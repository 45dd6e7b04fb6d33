// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "store/blocks/block_cutter.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// How many rows, and how many triples (first three columns) they repeat in their fourth.
struct RowCount {
  std::uint64_t rows = 0;
  std::uint64_t triples = 0;
};

/// Sorted rows in an LMDB table of blocks: the key of a block is its first row, 32 bytes
/// big-endian. Throws lmdb::Error; Damaged where a block that is read cannot be.
class BlockTable {
 public:
  BlockTable(const lmdb::Transaction& transaction, lmdb::Table table)
      : transaction_(transaction), table_(table) {}

  bool contains(const Row& row) const;
  /// Whether any row begins with the first `length` numbers of `prefix`.
  bool contains(const Row& prefix, std::size_t length) const;
  /// The rows that begin so, exactly: from the headers of the blocks between and a look into the
  /// two at the edges. Stops soon after `limit` rows; then the counts are lower bounds.
  RowCount count(const Row& prefix, std::size_t length, std::uint64_t limit = ~0ULL) const;

  /// The number of blocks.
  std::uint64_t blocks() const { return transaction_.entries(table_); }

 private:
  const lmdb::Transaction& transaction_;
  lmdb::Table table_;
};

/// Appends blocks behind all others, ascending. Only for blocks cut by one BlockCutter in
/// succession.
void append_blocks(lmdb::WriteTransaction& transaction, lmdb::Table table,
                   std::span<const EncodedBlock> blocks);

}  // namespace prosper::store
