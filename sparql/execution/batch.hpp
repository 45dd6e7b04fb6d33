// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "store/ids/term_id.hpp"

namespace prosper::sparql::execution {

/// What a variable that is not bound has instead of an id.
inline constexpr store::TermId unbound{0};

/// Rows about this many at a time.
inline constexpr std::size_t batch_rows = 1024;

/// Rows in columns, all as long as `rows`; which variables they are of, the plan node says.
struct Batch {
  std::vector<std::vector<store::TermId>> columns;
  std::size_t rows = 0;

  /// Empty, with so many columns.
  void reset(std::size_t width) {
    columns.resize(width);
    for (auto& column : columns) column.clear();
    rows = 0;
  }

  bool is_full() const { return rows >= batch_rows; }
};

}  // namespace prosper::sparql::execution
