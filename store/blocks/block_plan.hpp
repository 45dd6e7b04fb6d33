// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "store/blocks/block_layout.hpp"
#include "store/blocks/column_gaps.hpp"
#include "store/blocks/delta_column.hpp"
#include "store/blocks/distinct_index.hpp"
#include "store/blocks/grouped_column.hpp"
#include "store/blocks/linear_column.hpp"
#include "store/blocks/plan_hints.hpp"

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
  /// Of each column, with its gaps.
  std::array<std::size_t, row_columns> column_bytes{};
  /// Of the whole block; hardly ever less than it will be.
  std::size_t bytes = 0;
};

/// The values of rows, column by column.
using RowColumns = std::array<const std::uint64_t*, row_columns>;

/// What each encoding would cost, kept while rows are appended to a block: the cheapest plan is
/// known at any time without looking at the rows again.
class BlockPlanner {
 public:
  /// Starts a block. The hints are what to reckon with.
  void clear(const PlanHints& hints);
  /// `columns` has the block's rows up to `to`; those before the last `to` have been counted.
  void extend(const RowColumns& columns, std::size_t to);

  std::size_t rows() const { return rows_; }

  /// Needs a row.
  BlockPlan plan() const;

  /// What the block's dictionaries need, to reckon with from now on.
  void learn_dictionaries() { hints_.dictionaries = dictionary_hints(); }

  DictionaryHints dictionary_hints() const;

  /// The encodings that are not much longer than those of `plan`.
  Candidates near_candidates(const BlockPlan& plan) const;

  /// The distinct values of a column that `plan` makes a dictionary; null when they are not known.
  const DistinctIndex* index_of(const BlockPlan& plan, std::size_t column) const;

 private:
  struct Column {
    ValueRanges ranges;
    std::uint64_t last = 0;
    std::size_t runs = 0;
    DeltaSize delta;
  };

  /// What is known of a pair of `grouped_pairs`.
  struct Group {
    bool has_gaps = false;
    DistinctIndex index;  ///< when the grouped column has gaps: groups do not reach across them
    GroupedSize size;
  };

  struct Choice {
    ColumnPlan plan;
    std::size_t bytes = 0;
  };

  using Choices = std::array<Choice, row_columns>;

  void extend_column(std::size_t column, const std::uint64_t* values, std::size_t to);
  void extend_group(std::size_t pair, const RowColumns& columns, std::size_t to);
  bool wants_index(std::size_t column) const;
  const DistinctIndex& groups_of(std::size_t pair) const;

  bool has_gaps(std::size_t column) const { return columns_[column].ranges.has_gaps(); }

  unsigned width(std::size_t column) const { return width_of(columns_[column].ranges.span()); }

  Choice best_alone(std::size_t column) const;
  std::size_t dictionary_size(const DistinctIndex& index, std::size_t column) const;
  bool is_groupable(std::size_t pair) const;
  std::size_t grouped_size(std::size_t pair) const;
  bool is_linear(std::size_t pair) const;
  void try_grouped(Choices& choices) const;
  static bool gives_groups(const Choices& choices, std::size_t column);
  void try_linear(Choices& choices) const;

  std::size_t rows_ = 0;
  PlanHints hints_;
  std::array<Column, row_columns> columns_;
  /// Not of the first column, whose equal values are neighbours.
  std::array<DistinctIndex, row_columns - 1> distinct_;
  std::array<Group, grouped_pairs.size()> groups_;
  std::array<LinearSize, linear_pairs.size()> linear_;
};

}  // namespace prosper::store
