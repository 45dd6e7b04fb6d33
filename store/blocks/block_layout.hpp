// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "store/blocks/row.hpp"

namespace prosper::store {

/// A block of sorted rows (docs/storage-format.md, Blocks):
///
///     ┌────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
///     │ header │ column 0 │ column 1 │ column 2 │ column 3 │ checksum │
///     └────────┴──────────┴──────────┴──────────┴──────────┴──────────┘

/// One LMDB overflow page: 4096 bytes without the page header.
inline constexpr std::size_t block_bytes = 4080;
inline constexpr std::size_t block_row_limit = 8192;
/// Delta and grouped columns can be entered at every 64th row.
inline constexpr std::size_t segment_rows = 64;
/// Rows that are decoded at once.
inline constexpr std::size_t chunk_rows = 1024;
inline constexpr std::size_t checksum_bytes = 8;

constexpr std::size_t segments_of(std::size_t rows) {
  return (rows + segment_rows - 1) / segment_rows;
}

enum class ColumnEncoding : std::uint8_t {
  Constant = 0,    ///< one value
  Packed = 1,      ///< value - minimum
  Runs = 2,        ///< values and where their runs end
  Delta = 3,       ///< difference from the row before, entered at every segment
  Dictionary = 4,  ///< sorted distinct values, and which of them
  Grouped = 5,     ///< value - minimum of the group that another column's dictionary gives
  Linear = 6,      ///< difference from a straight line over another column
};
inline constexpr std::size_t encoding_count = 7;

struct ColumnHeader {
  ColumnEncoding encoding = ColumnEncoding::Constant;
  /// Whether its values are coded without the gaps between them (column_gaps.hpp).
  bool has_gaps = false;
  std::uint64_t min = 0;
  std::uint64_t max = 0;
  /// Where its bytes begin and end in the block.
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct BlockHeader {
  std::size_t rows = 0;
  /// Rows whose triple differs from that of the row before; the first row's predecessor is the
  /// last row of the block before.
  std::size_t triples = 0;
  bool starts_triple = false;
  std::array<ColumnHeader, row_columns> columns;
};

/// Reads a header and checks everything that later reading relies on; false when it is damaged.
bool read_header(std::string_view block, BlockHeader& header);
/// The bytes of a header; `begin` and `end` of the columns count from the header's end.
std::string write_header(const BlockHeader& header);
std::size_t header_bytes(const std::array<std::uint64_t, row_columns>& spans);

/// Whether the last 8 bytes are the XXH3-64 of those before.
bool has_valid_checksum(std::string_view block);
void append_checksum(std::string& block);
/// Says anew whether the first row's triple is that of the row before.
void set_starts_triple(std::string& block, bool starts_triple);

}  // namespace prosper::store
