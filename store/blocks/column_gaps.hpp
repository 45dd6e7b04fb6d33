// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// Ranges of values are told apart by their highest bits: in ids, the tag and whether it is late.
inline constexpr unsigned range_bits = 5;
inline constexpr std::size_t range_limit = std::size_t{1} << range_bits;

constexpr unsigned range_of(std::uint64_t value) {
  return static_cast<unsigned>(value >> (64 - range_bits));
}

/// Where a column leaves wide stretches of numbers out. Its values are coded as if these were not
/// there: "squeezed". In front of the column's payload: the number of gaps (a byte), their lengths
/// (8 bytes each) and, packed, the squeezed value before each less the minimum.
class ColumnGaps {
 public:
  void clear() { count_ = 0; }

  bool any() const { return count_ > 0; }

  /// Reads the gaps and makes `payload` what lies behind them, with its span squeezed.
  bool open(ColumnPayload& payload);

  std::uint64_t expand(std::uint64_t squeezed) const {
    expand(1, &squeezed);
    return squeezed;
  }

  void expand(std::size_t count, std::uint64_t* values) const;

 private:
  struct Gap {
    std::uint64_t before;  ///< the last value before it
    std::uint64_t length;
  };

  std::size_t count_ = 0;
  std::array<Gap, range_limit - 1> gaps_;
};

/// The ranges that the values of a column lie in, found while rows are appended.
class ValueRanges {
 public:
  void take(std::span<const std::uint64_t> values);

  /// Whether the values lie in several ranges and are shorter without the gaps between these.
  bool has_gaps() const;

  std::uint64_t min() const;
  std::uint64_t max() const;

  /// The distance of the lowest and the highest value, without the gaps that are left out.
  std::uint64_t span() const { return has_gaps() ? squeezed_span() : max() - min(); }

  std::size_t gap_bytes() const;

  /// These two need gaps.
  void append_gaps(std::string& bytes) const;
  /// out[i] = the value less the minimum, without the gaps.
  void squeeze(std::span<const std::uint64_t> values, std::uint64_t* out) const;

 private:
  struct Range {
    std::uint64_t low;
    std::uint64_t high;
  };

  std::uint64_t squeezed_span() const;
  void widen(unsigned range, std::uint64_t low, std::uint64_t high);

  std::uint32_t seen_ = 0;  ///< a bit for each range
  std::array<Range, range_limit> ranges_;
};

}  // namespace prosper::store
