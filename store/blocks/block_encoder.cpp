// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_encoder.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "store/blocks/runs_column.hpp"

namespace prosper::store {
namespace {

using Values = std::span<const std::uint64_t>;

std::uint64_t& hint_of(SlopeHints& hints, std::size_t column, std::size_t other) {
  std::size_t i = 0;
  while (linear_pairs[i].column != column || linear_pairs[i].other != other) ++i;
  return hints[i];
}

class BlockEncoder {
 public:
  BlockEncoder(const RowColumns& columns, std::size_t rows, const BlockPlan& plan, PlanHints& hints,
               const BlockPlanner* planner)
      : columns_(columns), rows_(rows), plan_(plan), hints_(hints), planner_(planner) {}

  BlockHeader& header() { return header_; }

  std::string finish() {
    std::string block = write_header(header_);
    block += payload_;
    append_checksum(block);
    return block;
  }

  /// False when the plan is not possible.
  bool encode() {
    header_.rows = rows_;
    payload_.reserve(2 * block_bytes);
    for (std::size_t i = 0; i < row_columns; ++i) {
      ranges_[i].take(values(i));
      ColumnHeader& column = header_.columns[i];
      column.encoding = plan_.columns[i].encoding;
      column.min = ranges_[i].min();
      column.max = ranges_[i].max();
    }
    for (std::size_t i = 0; i < row_columns; ++i) {
      if (!append(i)) return false;
      header_.columns[i].end = payload_.size();
    }
    return true;
  }

 private:
  Values values(std::size_t column) const { return {columns_[column], rows_}; }

  bool append(std::size_t column) {
    const ColumnPlan& plan = plan_.columns[column];
    if (plan.encoding == ColumnEncoding::Constant) {
      return header_.columns[column].min == header_.columns[column].max;
    }
    if (plan.encoding == ColumnEncoding::Linear) {
      append_on_line(column, plan);
      return true;
    }
    Values source = values(column);
    std::uint64_t base = header_.columns[column].min;
    const ValueRanges& ranges = ranges_[column];
    if (ranges.has_gaps()) {
      header_.columns[column].has_gaps = true;
      ranges.append_gaps(payload_);
      squeezed_.resize(rows_);
      ranges.squeeze(source, squeezed_.data());
      source = squeezed_;
      base = 0;
    }
    return append(column, source, base, width_of(ranges.span()));
  }

  bool append(std::size_t column, Values source, std::uint64_t base, unsigned width) {
    const ColumnPlan& plan = plan_.columns[column];
    switch (plan.encoding) {
      case ColumnEncoding::Runs:
        encode_runs(source, base, width, payload_);
        return true;
      case ColumnEncoding::Delta:
        encode_delta(source, base, width, payload_);
        return true;
      case ColumnEncoding::Dictionary:
        return append_dictionary(column, base, width);
      case ColumnEncoding::Grouped:
        return find_ranks(plan.other) &&
               encode_grouped(source, *ranks_[plan.other], plan.other, base, width, payload_);
      default:
        pack(source.data(), source.size(), width, base, payload_);
        return true;
    }
  }

  /// Ranks the values of a dictionary column; false when there are too many.
  bool find_ranks(std::size_t column) {
    if (ranks_[column]) return true;
    const DistinctIndex* known = planner_ != nullptr ? planner_->index_of(plan_, column) : nullptr;
    const std::uint64_t* others = grouped_by(column);
    if (known != nullptr && (others == nullptr || known->tells_ranges())) {
      ranks_[column] = known->rank(rows_);
      return true;
    }
    const ColumnHeader& bounds = header_.columns[column];
    if (others == nullptr && bounds.max - bounds.min <= dense_span) {
      ranks_[column] = rank_dense(values(column), bounds.min, bounds.max);
      return ranks_[column]->distinct.size() <= dictionary_limit;
    }
    const auto index = std::make_unique<DistinctIndex>();
    index->extend(columns_[column], others, rows_);
    if (!index->is_complete()) return false;
    ranks_[column] = index->rank(rows_);
    return true;
  }

  /// The values that this column gives groups, if these must not reach across gaps.
  const std::uint64_t* grouped_by(std::size_t column) const {
    for (std::size_t i = 0; i < row_columns; ++i) {
      const ColumnPlan& plan = plan_.columns[i];
      const bool is_grouped = plan.encoding == ColumnEncoding::Grouped && plan.other == column;
      if (is_grouped && ranges_[i].has_gaps()) return columns_[i];
    }
    return nullptr;
  }

  bool append_dictionary(std::size_t column, std::uint64_t base, unsigned width) {
    if (!find_ranks(column)) return false;
    const RankedValues& ranked = *ranks_[column];
    std::vector<std::uint64_t> distinct = ranked.distinct;
    if (ranges_[column].has_gaps()) {
      ranges_[column].squeeze(ranked.distinct, distinct.data());
    }
    const std::size_t value_bytes =
        encode_dictionary(distinct, ranked.ranks, base, width, payload_);
    hints_.dictionaries[column] =
        8.0 * static_cast<double>(value_bytes) / static_cast<double>(distinct.size());
    return true;
  }

  /// Under the plan's slope or the best fit, whichever is shorter.
  void append_on_line(std::size_t column, const ColumnPlan& plan) {
    const std::uint64_t other_min = header_.columns[plan.other].min;
    const Values others = values(plan.other);
    const LinearRests planned(values(column), others, other_min, plan.slope);
    const std::uint64_t slope = best_slope(values(column), others);
    if (slope != plan.slope) {
      const LinearRests fitted(values(column), others, other_min, slope);
      if (fitted.width() < planned.width()) {
        hint_of(hints_.slopes, column, plan.other) = slope;
        return fitted.encode(plan.other, payload_);
      }
    }
    planned.encode(plan.other, payload_);
  }

  const RowColumns& columns_;
  std::size_t rows_;
  const BlockPlan& plan_;
  PlanHints& hints_;
  const BlockPlanner* planner_;
  BlockHeader header_;
  std::string payload_;
  std::array<ValueRanges, row_columns> ranges_;
  std::array<std::optional<RankedValues>, row_columns> ranks_;
  std::vector<std::uint64_t> squeezed_;
};

bool same_triple(const RowColumns& columns, std::size_t row, const Row& other) {
  for (std::size_t i = 0; i < triple_columns; ++i) {
    if (columns[i][row] != other[i]) return false;
  }
  return true;
}

std::size_t count_changes(const RowColumns& columns, std::size_t rows) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < rows; ++i) {
    const std::uint64_t difference = (columns[0][i] ^ columns[0][i - 1]) |
                                     (columns[1][i] ^ columns[1][i - 1]) |
                                     (columns[2][i] ^ columns[2][i - 1]);
    changes += difference != 0 ? 1U : 0U;
  }
  return changes;
}

}  // namespace

std::string encode_block(const RowColumns& columns, std::size_t rows, const BlockPlan& plan,
                         const Row* before, PlanHints& hints, const BlockPlanner* planner) {
  BlockEncoder encoder(columns, rows, plan, hints, planner);
  if (!encoder.encode()) return {};
  BlockHeader& header = encoder.header();
  header.starts_triple = before == nullptr || !same_triple(columns, 0, *before);
  header.triples = count_changes(columns, rows) + (header.starts_triple ? 1 : 0);
  return encoder.finish();
}

}  // namespace prosper::store
