// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "store/blocks/dictionary_column.hpp"

namespace prosper::store {

/// Values so close together are ranked without hashing.
inline constexpr std::uint64_t dense_span = 2048;

/// Of values from `min` to `max`, at most dense_span further.
RankedValues rank_dense(std::span<const std::uint64_t> values, std::uint64_t min,
                        std::uint64_t max);

/// Numbers the distinct values of a column in the sequence they come, while rows are appended.
/// Gives up when there are too many of them for a dictionary.
class DistinctIndex {
 public:
  DistinctIndex() { clear(); }

  void clear();
  /// Counts the rows from `rows` to `to`. Where `others` is not null, equal values whose rows have
  /// others in different ranges (column_gaps.hpp) are told apart: each has a number of its own.
  void extend(const std::uint64_t* values, const std::uint64_t* others, std::size_t to);

  /// Whether `others` were given.
  bool tells_ranges() const { return tells_ranges_; }

  bool is_possible() const { return is_possible_; }

  std::size_t rows() const { return rows_; }

  std::size_t distinct() const { return known_.size(); }

  /// The distinct values by their number.
  const std::vector<std::uint64_t>& values() const { return known_; }

  /// Whether all rows have been numbered, worth a dictionary or not.
  bool is_complete() const { return distinct() <= dictionary_limit && indexes_.size() == rows_; }

  /// The number of each row's value; complete while `is_possible`.
  const std::uint16_t* indexes() const { return indexes_.data(); }

  /// Of the first `rows` rows, which `extend` has seen. Needs `is_complete`.
  RankedValues rank(std::size_t rows) const;

 private:
  static constexpr std::size_t slots = 2 * dictionary_limit;
  static constexpr std::uint16_t vacant = 0xffff;

  std::uint16_t index_of(std::uint64_t value, std::uint8_t range);

  bool is_clear_ = false;
  bool tells_ranges_ = false;
  bool is_possible_ = true;
  std::size_t rows_ = 0;
  std::vector<std::uint64_t> known_;
  std::vector<std::uint8_t> ranges_;  ///< of the others of each known value
  std::vector<std::uint16_t> indexes_;
  std::array<std::uint16_t, slots> numbers_;
};

}  // namespace prosper::store
