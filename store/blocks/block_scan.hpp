// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/blocks/block_reader.hpp"

namespace prosper::store {

/// The rows within bounds, in order, in chunks, of which only the wanted columns are decoded. The
/// leading columns with one value and the one after them limit what is read; blocks are passed
/// over by their headers where a later column has nothing within its bounds. A scan goes on behind
/// the last row it gave when a write transaction changed the table. Throws lmdb::Error.
class BlockScan {
 public:
  BlockScan(const lmdb::Transaction& transaction, lmdb::Table table, const RowBounds& bounds);

  /// Begins anew with other bounds; cheap when their rows lie close behind.
  void restart(const RowBounds& bounds);

  /// Finds the next chunk: how many rows it has at most, up to `limit`; 0 at the end. `read` must
  /// follow.
  std::size_t prepare(std::size_t limit = chunk_rows);
  /// Decodes the chunk's rows that are within bounds and tells how many there are, maybe none.
  /// Each output has room for as many as `prepare` said.
  std::size_t read(const ColumnOutputs& outputs);

 private:
  bool find_rows();
  void enter_block();
  bool may_have_rows(const BlockHeader& header) const;
  std::size_t select(const ColumnOutputs& outputs);
  bool narrow(std::size_t column, const std::uint64_t* values, std::size_t& selected);

  BlockReader reader_;
  RowBounds bounds_;
  std::size_t prefix_ = 0;  ///< leading columns with one value
  Row next_{};              ///< no row before this one is wanted any more
  Row last_{};              ///< no row after this one is wanted
  bool is_started_ = false;
  bool is_at_end_ = false;
  std::size_t end_ = 0;    ///< of the wanted rows of the block
  std::size_t chunk_ = 0;  ///< rows of the prepared chunk
  std::array<bool, row_columns> must_filter_{};
  std::array<std::uint16_t, chunk_rows> selection_;
};

}  // namespace prosper::store
