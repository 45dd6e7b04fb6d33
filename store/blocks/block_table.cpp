// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_table.hpp"

#include <algorithm>

#include "store/blocks/block_reader.hpp"

namespace prosper::store {
namespace {

Row lowest_of(const Row& prefix, std::size_t length) {
  Row row{};
  std::copy_n(prefix.begin(), length, row.begin());
  return row;
}

Row highest_of(const Row& prefix, std::size_t length) {
  Row row;
  row.fill(~std::uint64_t{0});
  std::copy_n(prefix.begin(), length, row.begin());
  return row;
}

bool begins_with(const Row& row, const Row& prefix, std::size_t length) {
  return std::equal(prefix.begin(), prefix.begin() + static_cast<std::ptrdiff_t>(length),
                    row.begin());
}

/// Whether all rows of a block begin with a prefix.
bool is_inside(const BlockHeader& header, const Row& prefix, std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    if (header.columns[i].min != prefix[i] || header.columns[i].max != prefix[i]) return false;
  }
  return true;
}

}  // namespace

bool BlockTable::contains(const Row& row) const {
  return contains(row, row_columns);
}

bool BlockTable::contains(const Row& prefix, std::size_t length) const {
  BlockReader reader(transaction_, table_);
  return reader.seek(lowest_of(prefix, length)) &&
         begins_with(reader.block().row(reader.position()), prefix, length);
}

RowCount BlockTable::count(const Row& prefix, std::size_t length, std::uint64_t limit) const {
  BlockReader reader(transaction_, table_);
  if (!reader.seek(lowest_of(prefix, length))) return {};
  RowCount count;
  const auto end_of = [&] { return reader.block().find(prefix, length).second; };
  const std::size_t start = reader.position();
  const bool is_whole = start == 0 && is_inside(reader.block().header(), prefix, length);
  const std::size_t end = is_whole ? reader.block().rows() : end_of();
  if (end <= start) return {};
  count.rows = end - start;
  count.triples =
      is_whole ? reader.block().header().triples : count_triples(reader.block(), start, end);
  if (end < reader.block().rows()) return count;
  // Whole blocks are counted by their headers; the first other one is the last.
  const auto is_edge = [&](const BlockHeader& header) {
    if (count.rows >= limit) return true;
    if (!is_inside(header, prefix, length)) return true;
    count.rows += header.rows;
    count.triples += header.triples;
    return false;
  };
  const bool has_edge = reader.next_block(highest_of(prefix, length), is_edge);
  if (!has_edge || count.rows >= limit) return count;
  const std::size_t rows = end_of();
  if (rows == 0) return count;
  count.rows += rows;
  count.triples += count_triples(reader.block(), 0, rows);
  if (!reader.block().header().starts_triple) --count.triples;
  return count;
}

void append_blocks(lmdb::WriteTransaction& transaction, lmdb::Table table,
                   std::span<const EncodedBlock> blocks) {
  if (blocks.empty()) return;
  lmdb::WriteCursor cursor(transaction, table);
  for (const EncodedBlock& block : blocks) {
    cursor.put(to_block_key(block.first).view(), block.bytes);
  }
}

}  // namespace prosper::store
