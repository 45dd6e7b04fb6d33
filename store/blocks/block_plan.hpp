// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "store/blocks/block_layout.hpp"
#include "store/blocks/delta_column.hpp"
#include "store/blocks/distinct_index.hpp"
#include "store/blocks/grouped_column.hpp"
#include "store/blocks/linear_column.hpp"

namespace prosper::store {

/// How a column is to be coded.
struct ColumnPlan {
  ColumnEncoding encoding = ColumnEncoding::Constant;
  /// The column that gives the group, or the line.
  std::size_t other = 0;
  std::uint64_t slope = 0;
};

struct BlockPlan {
  std::array<ColumnPlan, row_columns> columns;
  /// Of the whole block; hardly ever less than it will be.
  std::size_t bytes = 0;
};

/// The values of rows, column by column.
using RowColumns = std::array<const std::uint64_t*, row_columns>;

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

/// Bits that a dictionary takes for a distinct value of each column, as the block before had it;
/// its values are sorted and near each other, so that these are far fewer than the column's width.
using DictionaryHints = std::array<double, row_columns>;
inline constexpr DictionaryHints no_dictionary_hints = {64, 64, 64, 64};

/// What each encoding would cost, kept while rows are appended to a block: the cheapest plan is
/// known at any time without looking at the rows again.
class BlockPlanner {
 public:
  BlockPlanner();

  /// Starts a block. The hints are what to reckon with.
  void clear(const SlopeHints& slopes, const DictionaryHints& dictionaries = no_dictionary_hints);
  /// `columns` has the block's rows up to `to`; those before the last `to` have been counted.
  void extend(const RowColumns& columns, std::size_t to);

  std::size_t rows() const { return rows_; }

  /// Needs a row.
  BlockPlan plan() const;

  /// What the block's dictionaries would need, as hints for the next one.
  DictionaryHints dictionary_hints() const;

 private:
  struct Column {
    std::uint64_t min = 0;
    std::uint64_t max = 0;
    std::uint64_t last = 0;
    std::size_t runs = 0;
    DeltaSize delta;
  };

  struct Choice {
    ColumnPlan plan;
    std::size_t bytes = 0;
  };

  void extend_column(Column& column, const std::uint64_t* values, std::size_t to) const;

  unsigned full_width(std::size_t column) const {
    return width_of(columns_[column].max - columns_[column].min);
  }

  Choice best_alone(std::size_t column) const;
  std::size_t dictionary_size(std::size_t column) const;
  void try_grouped(std::array<Choice, row_columns>& choices) const;
  static bool gives_groups(const std::array<Choice, row_columns>& choices, std::size_t column);
  void try_linear(std::array<Choice, row_columns>& choices) const;

  std::size_t rows_ = 0;
  std::array<Column, row_columns> columns_;
  /// Not of the first column, whose equal values are neighbours.
  std::array<DistinctIndex, row_columns - 1> distinct_;
  std::array<GroupedSize, grouped_pairs.size()> grouped_;
  std::array<LinearSize, linear_pairs.size()> linear_;
  DictionaryHints dictionary_hints_ = no_dictionary_hints;
};

}  // namespace prosper::store
