// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// Values that rise in step with another column: graphs with their subjects, parts with wholes.
/// value = (other - other's minimum) × slope / 2^32 + base + rest, all modulo 2^64. The number of
/// the other column and the width of the rests (a byte each), slope and base (8 bytes each), rests.
class LinearColumn {
 public:
  static std::size_t other_column(const ColumnPayload& payload) { return payload.bytes[0]; }

  bool open(const ColumnPayload& payload, std::uint64_t other_min);

  std::uint64_t slope() const { return slope_; }

  /// `others` has the other column's values and may be `out`.
  void decode(std::size_t from, std::size_t count, const std::uint64_t* others,
              std::uint64_t* out) const;

 private:
  const std::uint8_t* rests_ = nullptr;
  std::uint64_t other_min_ = 0;
  std::uint64_t slope_ = 0;
  std::uint64_t base_ = 0;
  unsigned width_ = 0;
};

/// A slope of 1.
inline constexpr std::uint64_t unit_slope = std::uint64_t{1} << 32U;

/// The size of a linear column under a fixed slope, kept while rows are appended.
class LinearSize {
 public:
  void set_slope(std::uint64_t slope) { slope_ = slope; }

  std::uint64_t slope() const { return slope_; }

  std::size_t rows() const { return rows_; }

  /// Rows before `rows` have been counted.
  void extend(const std::uint64_t* values, const std::uint64_t* others, std::size_t to);
  std::size_t bytes() const;

 private:
  std::size_t rows_ = 0;
  std::uint64_t slope_ = unit_slope;
  std::uint64_t first_other_ = 0;
  std::uint64_t first_rest_ = 0;
  std::int64_t lowest_ = 0;
  std::int64_t highest_ = 0;
};

/// The slope of the least squares, over a sample of the rows.
std::uint64_t best_slope(std::span<const std::uint64_t> values,
                         std::span<const std::uint64_t> others);

/// What remains of a column's values above a line.
class LinearRests {
 public:
  LinearRests(std::span<const std::uint64_t> values, std::span<const std::uint64_t> others,
              std::uint64_t other_min, std::uint64_t slope);

  std::uint64_t slope() const { return slope_; }

  unsigned width() const { return width_; }

  void encode(std::size_t other_column, std::string& bytes) const;

 private:
  std::uint64_t slope_;
  std::uint64_t base_ = 0;
  unsigned width_ = 0;
  std::vector<std::uint64_t> rests_;
};

}  // namespace prosper::store
