// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string>

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// Differences from the row before. For each segment of 64 rows: its width (a byte, 0x80 added when
/// the differences are zigzag-coded, else none is negative), then its first value less the minimum,
/// packed over all segments, then its up to 63 differences, from a whole byte.
class DeltaColumn {
 public:
  bool open(const ColumnPayload& payload);
  std::uint64_t at(std::size_t row) const;
  void decode(std::size_t from, std::size_t count, std::uint64_t* out) const;

  /// How many of the payload's bytes it takes.
  std::size_t bytes_used() const { return bytes_used_; }

 private:
  std::uint64_t first_of(std::size_t segment) const {
    return min_ + unpack_one(firsts_, segment, full_width_);
  }

  void decode_segment(std::size_t segment, std::size_t count, std::uint64_t* out) const;

  const std::uint8_t* bytes_ = nullptr;
  const std::uint8_t* firsts_ = nullptr;
  std::uint64_t min_ = 0;
  unsigned full_width_ = 0;
  std::size_t bytes_used_ = 0;
  std::array<std::uint16_t, block_row_limit / segment_rows> offsets_;
};

constexpr std::uint64_t to_zigzag(std::uint64_t difference) {
  return difference << 1U ^ (std::uint64_t{0} - (difference >> 63U));
}

constexpr std::uint64_t from_zigzag(std::uint64_t code) {
  return code >> 1U ^ (std::uint64_t{0} - (code & 1U));
}

/// The size of a delta column, kept while rows are appended; never less than it will be.
class DeltaSize {
 public:
  /// `values` is the whole column so far; rows before `rows` have been counted.
  void extend(const std::uint64_t* values, std::size_t to, bool has_gaps);
  std::size_t bytes(unsigned full_width) const;

  std::size_t rows() const { return rows_; }

 private:
  unsigned width() const;
  void finish_segment();
  template <bool has_gaps>
  void take(const std::uint64_t* values, std::size_t from, std::size_t to);

  std::size_t rows_ = 0;
  std::size_t finished_bytes_ = 0;     ///< of the differences of complete segments
  std::size_t crossing_segments_ = 0;  ///< complete ones with a difference across a gap
  std::uint64_t differences_ = 0;      ///< of the last segment, or-ed
  std::uint64_t zigzags_ = 0;
  std::uint64_t descents_ = 0;
  std::uint64_t crosses_ = 0;
};

void encode_delta(std::span<const std::uint64_t> values, std::uint64_t base, unsigned full_width,
                  std::string& bytes);

}  // namespace prosper::store
