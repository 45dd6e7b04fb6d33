// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_layout.hpp"

#include <cstring>
#include <xxhash.h>

#include "store/blocks/bit_pack.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t fixed_bytes = 4;          // rows, triples
constexpr std::size_t column_fixed_bytes = 11;  // encoding and span length, end, min
constexpr std::size_t smallest_header = fixed_bytes + row_columns * column_fixed_bytes;
constexpr unsigned encoding_bits = 7;
constexpr unsigned gaps_bit = 8;
constexpr unsigned starts_triple_bit = 0x8000;
constexpr unsigned row_count_bits = 0x7fff;

unsigned bytes_of(std::uint64_t span) {
  return (width_of(span) + 7) / 8;
}

unsigned load_two(const char* bytes) {
  std::uint16_t value = 0;
  std::memcpy(&value, bytes, sizeof(value));
  return value;
}

void append_two(std::string& bytes, std::size_t value) {
  const auto two = static_cast<std::uint16_t>(value);
  bytes.append(reinterpret_cast<const char*>(&two), sizeof(two));
}

/// Reads one column's part at `at` and moves behind it.
bool read_column(std::string_view block, std::size_t& at, ColumnHeader& column) {
  const auto code = static_cast<unsigned char>(block[at]);
  const std::size_t span_bytes = code >> 4U;
  if ((code & encoding_bits) >= encoding_count || span_bytes > 8) return false;
  if (at + column_fixed_bytes + span_bytes > block.size() - checksum_bytes) return false;
  column.encoding = static_cast<ColumnEncoding>(code & encoding_bits);
  column.has_gaps = (code & gaps_bit) != 0;
  column.end = load_two(block.data() + at + 1);
  std::memcpy(&column.min, block.data() + at + 3, sizeof(column.min));
  std::uint64_t span = 0;
  std::memcpy(&span, block.data() + at + column_fixed_bytes, span_bytes);
  column.max = column.min + span;
  at += column_fixed_bytes + span_bytes;
  return column.max >= column.min;
}

}  // namespace

bool read_header(std::string_view block, BlockHeader& header) {
  if (block.size() < smallest_header + checksum_bytes || block.size() > block_bytes) return false;
  const unsigned rows = load_two(block.data());
  header.rows = rows & row_count_bits;
  header.starts_triple = (rows & starts_triple_bit) != 0;
  header.triples = load_two(block.data() + 2);
  if (header.rows == 0 || header.rows > block_row_limit || header.triples > header.rows) {
    return false;
  }
  std::size_t at = fixed_bytes;
  for (ColumnHeader& column : header.columns) {
    if (at + column_fixed_bytes > block.size() - checksum_bytes) return false;
    if (!read_column(block, at, column)) return false;
  }
  for (ColumnHeader& column : header.columns) {
    column.begin = at;
    if (column.end < at || column.end > block.size() - checksum_bytes) return false;
    at = column.end;
  }
  return true;
}

std::size_t header_bytes(const std::array<std::uint64_t, row_columns>& spans) {
  std::size_t bytes = smallest_header;
  for (const std::uint64_t span : spans) bytes += bytes_of(span);
  return bytes;
}

std::string write_header(const BlockHeader& header) {
  std::array<std::uint64_t, row_columns> spans{};
  for (std::size_t i = 0; i < row_columns; ++i) {
    spans[i] = header.columns[i].max - header.columns[i].min;
  }
  const std::size_t size = header_bytes(spans);
  std::string bytes;
  append_two(bytes, header.rows | (header.starts_triple ? starts_triple_bit : 0U));
  append_two(bytes, header.triples);
  for (std::size_t i = 0; i < row_columns; ++i) {
    const ColumnHeader& column = header.columns[i];
    bytes += static_cast<char>(static_cast<unsigned>(column.encoding) |
                               (column.has_gaps ? gaps_bit : 0U) | bytes_of(spans[i]) << 4U);
    append_two(bytes, size + column.end);
    bytes.append(reinterpret_cast<const char*>(&column.min), sizeof(column.min));
    bytes.append(reinterpret_cast<const char*>(&spans[i]), bytes_of(spans[i]));
  }
  return bytes;
}

bool has_valid_checksum(std::string_view block) {
  if (block.size() < checksum_bytes) return false;
  const std::size_t size = block.size() - checksum_bytes;
  std::uint64_t stored = 0;
  std::memcpy(&stored, block.data() + size, sizeof(stored));
  return stored == XXH3_64bits(block.data(), size);
}

void append_checksum(std::string& block) {
  const std::uint64_t checksum = XXH3_64bits(block.data(), block.size());
  block.append(reinterpret_cast<const char*>(&checksum), sizeof(checksum));
}

void set_starts_triple(std::string& block, bool starts_triple) {
  const unsigned rows = load_two(block.data());
  const unsigned triples = load_two(block.data() + 2);
  if (((rows & starts_triple_bit) != 0) == starts_triple) return;
  std::string head;
  append_two(head, rows ^ starts_triple_bit);
  append_two(head, starts_triple ? triples + 1 : triples - 1);
  block.replace(0, head.size(), head);
  block.resize(block.size() - checksum_bytes);
  append_checksum(block);
}

}  // namespace prosper::store
