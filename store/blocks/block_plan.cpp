// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_plan.hpp"

#include <algorithm>
#include <cmath>

#include "store/blocks/runs_column.hpp"

namespace prosper::store {

BlockPlanner::BlockPlanner() {
  SlopeHints hints;
  hints.fill(unit_slope);
  clear(hints);
}

void BlockPlanner::clear(const SlopeHints& slopes, const DictionaryHints& dictionaries) {
  rows_ = 0;
  dictionary_hints_ = dictionaries;
  columns_ = {};
  for (DistinctIndex& index : distinct_) index.clear();
  grouped_ = {};
  linear_ = {};
  for (std::size_t i = 0; i < slopes.size(); ++i) linear_[i].set_slope(slopes[i]);
}

void BlockPlanner::extend_column(Column& column, const std::uint64_t* values,
                                 std::size_t to) const {
  if (rows_ == 0) {
    column.min = column.max = column.last = values[0];
    column.runs = 1;
  }
  std::uint64_t min = column.min;
  std::uint64_t max = column.max;
  std::uint64_t last = column.last;
  std::size_t runs = column.runs;
  for (std::size_t i = rows_; i < to; ++i) {
    const std::uint64_t value = values[i];
    min = std::min(min, value);
    max = std::max(max, value);
    runs += value != last ? 1U : 0U;
    last = value;
  }
  column.min = min;
  column.max = max;
  column.last = last;
  column.runs = runs;
  if (min != max) column.delta.extend(values, column.delta.rows(), to);
}

void BlockPlanner::extend(const RowColumns& columns, std::size_t to) {
  for (std::size_t i = 0; i < row_columns; ++i) extend_column(columns_[i], columns[i], to);
  for (std::size_t i = 1; i < row_columns; ++i) distinct_[i - 1].extend(columns[i], rows_, to);
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    const ColumnPair pair = grouped_pairs[i];
    const DistinctIndex& groups = distinct_[pair.other - 1];
    if (!groups.is_possible()) continue;
    grouped_[i].extend(columns[pair.column], groups.indexes(), rows_, to);
  }
  for (std::size_t i = 0; i < linear_pairs.size(); ++i) {
    const ColumnPair pair = linear_pairs[i];
    linear_[i].extend(columns[pair.column], columns[pair.other], rows_, to);
  }
  rows_ = to;
}

std::size_t BlockPlanner::dictionary_size(std::size_t column) const {
  const double hint = std::ceil(dictionary_hints_[column]);
  const unsigned width = std::min(full_width(column), static_cast<unsigned>(hint));
  return dictionary_bytes(distinct_[column - 1].distinct(), rows_, width);
}

DictionaryHints BlockPlanner::dictionary_hints() const {
  DictionaryHints hints = no_dictionary_hints;
  for (std::size_t column = 1; column < row_columns; ++column) {
    const DistinctIndex& index = distinct_[column - 1];
    if (!index.is_possible() || index.distinct() < 2) continue;
    std::vector<std::uint64_t> values = index.values();
    std::sort(values.begin(), values.end());
    DeltaSize size;
    size.extend(values.data(), 0, values.size());
    hints[column] = 8.0 * static_cast<double>(size.bytes(full_width(column))) /
                    static_cast<double>(values.size());
  }
  return hints;
}

BlockPlanner::Choice BlockPlanner::best_alone(std::size_t column) const {
  const unsigned width = full_width(column);
  if (width == 0) return {{ColumnEncoding::Constant, 0, 0}, 0};
  Choice best{{ColumnEncoding::Packed, 0, 0}, packed_bytes(rows_, width)};
  const auto offer = [&](ColumnEncoding encoding, std::size_t bytes) {
    if (bytes < best.bytes) best = {{encoding, 0, 0}, bytes};
  };
  offer(ColumnEncoding::Delta, columns_[column].delta.bytes(width));
  offer(ColumnEncoding::Runs, runs_bytes(columns_[column].runs, rows_, width));
  if (column > 0 && distinct_[column - 1].is_possible()) {
    offer(ColumnEncoding::Dictionary, dictionary_size(column));
  }
  return best;
}

void BlockPlanner::try_grouped(std::array<Choice, row_columns>& choices) const {
  std::size_t best_saving = 0;
  std::size_t best_pair = 0;
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    const auto [column, other] = grouped_pairs[i];
    const DistinctIndex& groups = distinct_[other - 1];
    const bool is_possible = groups.is_possible() && groups.distinct() > 1 &&
                             groups.distinct() <= group_limit && grouped_[i].is_possible();
    if (!is_possible) continue;
    const std::size_t bytes =
        grouped_[i].bytes(rows_, groups.distinct(), full_width(column)) + dictionary_size(other);
    const std::size_t before = choices[column].bytes + choices[other].bytes;
    if (bytes < before && before - bytes > best_saving) {
      best_saving = before - bytes;
      best_pair = i;
    }
  }
  if (best_saving == 0) return;
  const auto [column, other] = grouped_pairs[best_pair];
  choices[other] = {{ColumnEncoding::Dictionary, 0, 0}, dictionary_size(other)};
  choices[column] = {
      {ColumnEncoding::Grouped, other, 0},
      grouped_[best_pair].bytes(rows_, distinct_[other - 1].distinct(), full_width(column))};
}

/// Whether the column is a dictionary that must stay one.
bool BlockPlanner::gives_groups(const std::array<Choice, row_columns>& choices,
                                std::size_t column) {
  return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
    return choice.plan.encoding == ColumnEncoding::Grouped && choice.plan.other == column;
  });
}

void BlockPlanner::try_linear(std::array<Choice, row_columns>& choices) const {
  for (std::size_t i = 0; i < linear_pairs.size(); ++i) {
    const auto [column, other] = linear_pairs[i];
    if (gives_groups(choices, column)) continue;
    const std::size_t bytes = linear_[i].bytes(rows_);
    if (bytes < choices[column].bytes) {
      choices[column] = {{ColumnEncoding::Linear, other, linear_[i].slope()}, bytes};
    }
  }
}

BlockPlan BlockPlanner::plan() const {
  std::array<Choice, row_columns> choices;
  std::array<std::uint64_t, row_columns> spans{};
  for (std::size_t i = 0; i < row_columns; ++i) {
    choices[i] = best_alone(i);
    spans[i] = columns_[i].max - columns_[i].min;
  }
  try_grouped(choices);
  try_linear(choices);
  BlockPlan plan;
  plan.bytes = header_bytes(spans) + checksum_bytes;
  for (std::size_t i = 0; i < row_columns; ++i) {
    plan.columns[i] = choices[i].plan;
    plan.bytes += choices[i].bytes;
  }
  return plan;
}

}  // namespace prosper::store
