// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "store/blocks/linear_column.hpp"
#include "store/blocks/row.hpp"

namespace prosper::store {

/// Two columns of which the first may be coded by means of the second.
struct ColumnPair {
  std::size_t column;
  std::size_t other;
};

/// Objects by predicate, in either sequence; behind a leading graph.
inline constexpr std::array<ColumnPair, 3> grouped_pairs = {{{1, 2}, {2, 1}, {3, 2}}};
/// Graphs by subject, parts by wholes. A column of lower number never depends on one here.
inline constexpr std::array<ColumnPair, 3> linear_pairs = {{{2, 1}, {3, 1}, {3, 2}}};

using SlopeHints = std::array<std::uint64_t, linear_pairs.size()>;
inline constexpr SlopeHints unit_slopes = {unit_slope, unit_slope, unit_slope};

/// Bits that a dictionary takes for a distinct value of each column, as the block before had it;
/// its values are sorted and near each other, so that these are far fewer than the column's width.
using DictionaryHints = std::array<double, row_columns>;
inline constexpr DictionaryHints no_dictionary_hints = {64, 64, 64, 64};

/// The encodings worth a trial; constant and packed ones cost none.
struct Candidates {
  std::array<bool, row_columns> runs{};
  std::array<bool, row_columns> delta{};
  std::array<bool, row_columns> dictionary{};
  std::array<bool, grouped_pairs.size()> grouped{};
  std::array<bool, linear_pairs.size()> linear{};

  static constexpr Candidates all() {
    Candidates candidates;
    candidates.runs.fill(true);
    candidates.delta.fill(true);
    candidates.dictionary = {false, true, true, true};
    candidates.grouped.fill(true);
    candidates.linear.fill(true);
    return candidates;
  }
};

/// What the blocks before teach about the next one.
struct PlanHints {
  SlopeHints slopes = unit_slopes;
  DictionaryHints dictionaries = no_dictionary_hints;
  Candidates candidates = Candidates::all();
};

}  // namespace prosper::store
