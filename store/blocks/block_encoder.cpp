// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_encoder.hpp"

#include <algorithm>

#include "store/blocks/packed_column.hpp"
#include "store/blocks/runs_column.hpp"

namespace prosper::store {
namespace {

using Values = std::span<const std::uint64_t>;

std::uint64_t& hint_of(SlopeHints& hints, std::size_t column, std::size_t other) {
  std::size_t i = 0;
  while (linear_pairs[i].column != column || linear_pairs[i].other != other) ++i;
  return hints[i];
}

/// Under the plan's slope or the best fit, whichever is shorter.
std::string encode_on_line(Values values, Values others, std::size_t other_column,
                           std::uint64_t planned, std::uint64_t& slope) {
  std::string bytes;
  encode_linear(values, others, other_column, planned, bytes);
  const std::uint64_t fitted = best_slope(values, others);
  if (fitted == planned) return bytes;
  std::string fitted_bytes;
  encode_linear(values, others, other_column, fitted, fitted_bytes);
  if (fitted_bytes.size() >= bytes.size()) return bytes;
  slope = fitted;
  return fitted_bytes;
}

class BlockEncoder {
 public:
  BlockEncoder(const RowColumns& columns, std::size_t rows, const BlockPlan& plan,
               SlopeHints& hints)
      : columns_(columns), rows_(rows), plan_(plan), hints_(hints) {}

  BlockHeader& header() { return header_; }

  std::string finish() {
    std::string block = write_header(header_);
    block += payload_;
    append_checksum(block);
    return block;
  }

  bool encode() {
    header_.rows = rows_;
    for (std::size_t i = 0; i < row_columns; ++i) {
      ColumnHeader& column = header_.columns[i];
      const auto [min, max] = std::minmax_element(columns_[i], columns_[i] + rows_);
      column.encoding = plan_.columns[i].encoding;
      column.min = *min;
      column.max = *max;
      if (!append(i, column.min, width_of(column.max - column.min))) return false;
      column.end = payload_.size();
    }
    return true;
  }

 private:
  Values values(std::size_t column) const { return {columns_[column], rows_}; }

  /// False when the plan is not possible.
  bool append(std::size_t column, std::uint64_t min, unsigned width) {
    const ColumnPlan& plan = plan_.columns[column];
    switch (plan.encoding) {
      case ColumnEncoding::Constant:
        return width == 0;
      case ColumnEncoding::Packed:
        encode_packed(values(column), min, width, payload_);
        return true;
      case ColumnEncoding::Runs:
        encode_runs(values(column), min, width, payload_);
        return true;
      case ColumnEncoding::Delta:
        encode_delta(values(column), min, width, payload_);
        return true;
      case ColumnEncoding::Dictionary:
        return encode_dictionary(values(column), min, width, payload_);
      case ColumnEncoding::Grouped:
        return encode_grouped(values(column), values(plan.other), plan.other, min, width, payload_);
      case ColumnEncoding::Linear:
        payload_ += encode_on_line(values(column), values(plan.other), plan.other, plan.slope,
                                   hint_of(hints_, column, plan.other));
        return true;
    }
    return false;
  }

  const RowColumns& columns_;
  std::size_t rows_;
  const BlockPlan& plan_;
  SlopeHints& hints_;
  BlockHeader header_;
  std::string payload_;
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
                         const Row* before, SlopeHints& hints) {
  BlockEncoder encoder(columns, rows, plan, hints);
  if (!encoder.encode()) return {};
  BlockHeader& header = encoder.header();
  header.starts_triple = before == nullptr || !same_triple(columns, 0, *before);
  header.triples = count_changes(columns, rows) + (header.starts_triple ? 1 : 0);
  return encoder.finish();
}

}  // namespace prosper::store
