// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace prosper::store {

/// Four numbers; rows are ordered by the first, then the second, and so on.
using Row = std::array<std::uint64_t, 4>;

inline constexpr std::size_t row_columns = 4;

/// As `<`, which compares in three ways and takes twice as long.
constexpr bool is_before(const Row& left, const Row& right) {
  for (std::size_t i = 0; i < row_columns; ++i) {
    if (left[i] != right[i]) return left[i] < right[i];
  }
  return false;
}

/// The leading columns that make a triple in the orders that end with the graph.
inline constexpr std::size_t triple_columns = 3;

/// The rows wanted: each number within its bounds, both included.
struct RowBounds {
  Row low{};
  Row high{~0ULL, ~0ULL, ~0ULL, ~0ULL};

  void bind(std::size_t column, std::uint64_t value) { low[column] = high[column] = value; }
};

}  // namespace prosper::store
