// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "store/blocks/dictionary_column.hpp"

namespace prosper::store {

/// Numbers the distinct values of a column in the sequence they come, while rows are appended.
/// Gives up when there are too many of them for a dictionary.
class DistinctIndex {
 public:
  void clear();
  void extend(const std::uint64_t* values, std::size_t from, std::size_t to);

  bool is_possible() const { return is_possible_; }

  std::size_t distinct() const { return known_.size(); }

  /// The distinct values by their number.
  const std::vector<std::uint64_t>& values() const { return known_; }

  /// The number of each row's value; complete while `is_possible`.
  const std::uint16_t* indexes() const { return indexes_.data(); }

 private:
  static constexpr std::size_t slots = 4 * dictionary_limit;
  static constexpr std::uint16_t vacant = 0xffff;

  std::uint16_t index_of(std::uint64_t value);

  bool is_possible_ = true;
  std::vector<std::uint64_t> known_;
  std::vector<std::uint16_t> indexes_;
  std::array<std::uint64_t, slots> values_;
  std::array<std::uint16_t, slots> numbers_;
};

}  // namespace prosper::store
