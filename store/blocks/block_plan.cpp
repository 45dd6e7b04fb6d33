// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_plan.hpp"

#include <algorithm>
#include <cmath>

#include "store/blocks/runs_column.hpp"

namespace prosper::store {
namespace {

/// Encodings so much longer than the best may be the best for the next block.
bool is_near(std::size_t bytes, std::size_t best) {
  return bytes <= best + best / 8 + 16;
}

}  // namespace

void BlockPlanner::clear(const PlanHints& hints) {
  rows_ = 0;
  hints_ = hints;
  columns_ = {};
  for (DistinctIndex& index : distinct_) index.clear();
  for (Group& group : groups_) {
    if (group.size.rows() > 0) group.size = {};
    group.index.clear();
    group.has_gaps = false;
  }
  linear_ = {};
  for (std::size_t i = 0; i < linear_.size(); ++i) linear_[i].set_slope(hints.slopes[i]);
}

void BlockPlanner::extend_column(std::size_t number, const std::uint64_t* values, std::size_t to) {
  Column& column = columns_[number];
  column.ranges.take({values + rows_, to - rows_});
  const bool is_constant = column.ranges.min() == column.ranges.max();
  if (is_constant) {
    column.runs = 1;
    column.last = values[0];
    return;
  }
  if (hints_.candidates.runs[number]) {
    std::uint64_t last = rows_ == 0 ? values[0] : column.last;
    std::size_t runs = rows_ == 0 ? 1 : column.runs;
    for (std::size_t i = rows_; i < to; ++i) {
      runs += values[i] != last ? 1U : 0U;
      last = values[i];
    }
    column.last = last;
    column.runs = runs;
  }
  if (hints_.candidates.delta[number]) column.delta.extend(values, to, has_gaps(number));
}

bool BlockPlanner::wants_index(std::size_t column) const {
  if (column == 0) return false;
  if (hints_.candidates.dictionary[column]) return true;
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    if (grouped_pairs[i].other == column && hints_.candidates.grouped[i] && !groups_[i].has_gaps) {
      return true;
    }
  }
  return false;
}

const DistinctIndex& BlockPlanner::groups_of(std::size_t pair) const {
  return groups_[pair].has_gaps ? groups_[pair].index : distinct_[grouped_pairs[pair].other - 1];
}

void BlockPlanner::extend_group(std::size_t pair, const RowColumns& columns, std::size_t to) {
  const auto [column, other] = grouped_pairs[pair];
  Group& group = groups_[pair];
  if (group.has_gaps) group.index.extend(columns[other], columns[column], to);
  const DistinctIndex& index = groups_of(pair);
  if (index.is_possible()) group.size.extend(columns[column], index.indexes(), to);
}

void BlockPlanner::extend(const RowColumns& columns, std::size_t to) {
  for (std::size_t i = 0; i < row_columns; ++i) extend_column(i, columns[i], to);
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    if (!hints_.candidates.grouped[i] || groups_[i].has_gaps) continue;
    if (!has_gaps(grouped_pairs[i].column)) continue;
    groups_[i].has_gaps = true;
    groups_[i].size = {};
  }
  for (std::size_t i = 1; i < row_columns; ++i) {
    if (wants_index(i)) distinct_[i - 1].extend(columns[i], nullptr, to);
  }
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    if (hints_.candidates.grouped[i]) extend_group(i, columns, to);
  }
  rows_ = to;
  for (std::size_t i = 0; i < linear_pairs.size(); ++i) {
    const auto [column, other] = linear_pairs[i];
    if (is_linear(i)) linear_[i].extend(columns[column], columns[other], to);
  }
}

std::size_t BlockPlanner::dictionary_size(const DistinctIndex& index, std::size_t column) const {
  const double hint = std::ceil(hints_.dictionaries[column]);
  return dictionary_bytes(index.distinct(), rows_,
                          std::min(width(column), static_cast<unsigned>(hint)));
}

DictionaryHints BlockPlanner::dictionary_hints() const {
  DictionaryHints hints = no_dictionary_hints;
  for (std::size_t column = 1; column < row_columns; ++column) {
    const DistinctIndex& index = distinct_[column - 1];
    if (index.rows() == 0 || !index.is_possible() || index.distinct() < 2) continue;
    std::vector<std::uint64_t> values = index.values();
    std::sort(values.begin(), values.end());
    DeltaSize size;
    size.extend(values.data(), values.size(), has_gaps(column));
    hints[column] =
        8.0 * static_cast<double>(size.bytes(width(column))) / static_cast<double>(values.size());
  }
  return hints;
}

BlockPlanner::Choice BlockPlanner::best_alone(std::size_t column) const {
  const Column& known = columns_[column];
  if (known.ranges.min() == known.ranges.max()) return {{ColumnEncoding::Constant, 0, 0}, 0};
  const unsigned full = width(column);
  Choice best{{ColumnEncoding::Packed, 0, 0}, packed_bytes(rows_, full)};
  const auto offer = [&](ColumnEncoding encoding, std::size_t bytes) {
    if (bytes < best.bytes) best = {{encoding, 0, 0}, bytes};
  };
  const Candidates& candidates = hints_.candidates;
  if (candidates.delta[column]) offer(ColumnEncoding::Delta, known.delta.bytes(full));
  if (candidates.runs[column]) {
    offer(ColumnEncoding::Runs, runs_bytes(known.runs, rows_, full));
  }
  if (candidates.dictionary[column] && distinct_[column - 1].is_possible()) {
    offer(ColumnEncoding::Dictionary, dictionary_size(distinct_[column - 1], column));
  }
  best.bytes += known.ranges.gap_bytes();
  return best;
}

bool BlockPlanner::is_groupable(std::size_t pair) const {
  if (!hints_.candidates.grouped[pair]) return false;
  const DistinctIndex& groups = groups_of(pair);
  return groups.is_possible() && groups.distinct() > 1 && groups.distinct() <= group_limit &&
         groups_[pair].size.is_possible();
}

std::size_t BlockPlanner::grouped_size(std::size_t pair) const {
  const std::size_t column = grouped_pairs[pair].column;
  return groups_[pair].size.bytes(groups_of(pair).distinct(), width(column)) +
         columns_[column].ranges.gap_bytes();
}

void BlockPlanner::try_grouped(Choices& choices) const {
  std::size_t best_saving = 0;
  std::size_t best_pair = 0;
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    if (!is_groupable(i)) continue;
    const auto [column, other] = grouped_pairs[i];
    const std::size_t bytes =
        grouped_size(i) + dictionary_size(groups_of(i), other) + columns_[other].ranges.gap_bytes();
    const std::size_t before = choices[column].bytes + choices[other].bytes;
    if (bytes < before && before - bytes > best_saving) {
      best_saving = before - bytes;
      best_pair = i;
    }
  }
  if (best_saving == 0) return;
  const auto [column, other] = grouped_pairs[best_pair];
  choices[other] = {
      {ColumnEncoding::Dictionary, 0, 0},
      dictionary_size(groups_of(best_pair), other) + columns_[other].ranges.gap_bytes()};
  choices[column] = {{ColumnEncoding::Grouped, other, 0}, grouped_size(best_pair)};
}

/// Whether the column is a dictionary that must stay one.
bool BlockPlanner::gives_groups(const Choices& choices, std::size_t column) {
  return std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
    return choice.plan.encoding == ColumnEncoding::Grouped && choice.plan.other == column;
  });
}

/// A line does not lead across gaps.
bool BlockPlanner::is_linear(std::size_t pair) const {
  const auto [column, other] = linear_pairs[pair];
  return hints_.candidates.linear[pair] && !has_gaps(column) && !has_gaps(other);
}

void BlockPlanner::try_linear(Choices& choices) const {
  for (std::size_t i = 0; i < linear_pairs.size(); ++i) {
    const auto [column, other] = linear_pairs[i];
    if (!is_linear(i) || gives_groups(choices, column)) continue;
    const std::size_t bytes = linear_[i].bytes();
    if (bytes < choices[column].bytes) {
      choices[column] = {{ColumnEncoding::Linear, other, linear_[i].slope()}, bytes};
    }
  }
}

BlockPlan BlockPlanner::plan() const {
  Choices choices;
  std::array<std::uint64_t, row_columns> spans{};
  for (std::size_t i = 0; i < row_columns; ++i) {
    choices[i] = best_alone(i);
    spans[i] = columns_[i].ranges.max() - columns_[i].ranges.min();
  }
  try_grouped(choices);
  try_linear(choices);
  BlockPlan plan;
  plan.bytes = header_bytes(spans) + checksum_bytes;
  for (std::size_t i = 0; i < row_columns; ++i) {
    plan.columns[i] = choices[i].plan;
    plan.column_bytes[i] = choices[i].bytes;
    plan.bytes += choices[i].bytes;
  }
  return plan;
}

Candidates BlockPlanner::near_candidates(const BlockPlan& plan) const {
  const auto& best = plan.column_bytes;
  Candidates near;
  for (std::size_t i = 0; i < row_columns; ++i) {
    const Column& known = columns_[i];
    if (known.ranges.min() == known.ranges.max()) continue;
    const unsigned full = width(i);
    near.runs[i] = is_near(runs_bytes(known.runs, rows_, full), best[i]);
    near.delta[i] = is_near(known.delta.bytes(full), best[i]);
    if (i == 0 || !distinct_[i - 1].is_possible()) continue;
    near.dictionary[i] = is_near(dictionary_size(distinct_[i - 1], i), best[i]);
  }
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    if (!is_groupable(i)) continue;
    const auto [column, other] = grouped_pairs[i];
    near.grouped[i] =
        is_near(grouped_size(i) + dictionary_size(groups_of(i), other), best[column] + best[other]);
  }
  for (std::size_t i = 0; i < linear_pairs.size(); ++i) {
    near.linear[i] = is_linear(i) && is_near(linear_[i].bytes(), best[linear_pairs[i].column]);
  }
  return near;
}

const DistinctIndex* BlockPlanner::index_of(const BlockPlan& plan, std::size_t column) const {
  const DistinctIndex* index = &distinct_[column - 1];
  for (std::size_t i = 0; i < grouped_pairs.size(); ++i) {
    const ColumnPlan& grouped = plan.columns[grouped_pairs[i].column];
    const bool is_grouped = grouped.encoding == ColumnEncoding::Grouped && grouped.other == column;
    if (is_grouped && grouped_pairs[i].other == column) index = &groups_of(i);
  }
  return index->is_possible() && index->rows() > 0 ? index : nullptr;
}

}  // namespace prosper::store
