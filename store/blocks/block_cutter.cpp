// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_cutter.hpp"

#include <algorithm>

#include "store/blocks/block_encoder.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t long_step = 128;
constexpr std::size_t short_step = 16;
/// Rows copied at a time.
constexpr std::size_t intake = 2048;

}  // namespace

BlockCutter::BlockCutter(std::size_t limit)
    : limit_(limit), planner_(std::make_unique<BlockPlanner>()) {
  PROSPER_ASSERT(limit <= block_bytes);
  hints_.fill(unit_slope);
}

RowColumns BlockCutter::columns() const {
  return {waiting_[0].data(), waiting_[1].data(), waiting_[2].data(), waiting_[3].data()};
}

Row BlockCutter::row(std::size_t index) const {
  return {waiting_[0][index], waiting_[1][index], waiting_[2][index], waiting_[3][index]};
}

void BlockCutter::take(std::span<const Row> rows) {
  const std::size_t size = waiting_[0].size();
  for (std::size_t column = 0; column < row_columns; ++column) {
    waiting_[column].resize(size + rows.size());
    std::uint64_t* out = waiting_[column].data() + size;
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = rows[i][column];
  }
}

void BlockCutter::add(std::span<const Row> rows, std::vector<EncodedBlock>& out) {
  rows_ += rows.size();
  while (!rows.empty()) {
    const std::size_t count = std::min(intake, rows.size());
    take(rows.first(count));
    rows = rows.subspan(count);
    analyse(out);
  }
}

std::size_t BlockCutter::next_step() const {
  if (planner_->rows() == 0) return long_step;
  const std::size_t likely = plan_.bytes - std::min(plan_.bytes, surplus_);
  const std::size_t room = limit_ - std::min(limit_, likely);
  const std::size_t rows_in_room = room * planner_->rows() / std::max<std::size_t>(likely, 1);
  return rows_in_room > 2 * long_step ? long_step : short_step;
}

void BlockCutter::analyse(std::vector<EncodedBlock>& out) {
  for (;;) {
    const std::size_t seen = planner_->rows();
    const std::size_t to = std::min(seen + next_step(), block_row_limit);
    if (seen == block_row_limit) {
      cut(seen, plan_, out);
      continue;
    }
    if (to > waiting_[0].size()) return;
    planner_->extend(columns(), to);
    const BlockPlan plan = planner_->plan();
    if (plan.bytes <= limit_ + surplus_ || seen == 0) {
      plan_ = plan;
    } else {
      cut(seen, plan_, out);
    }
  }
}

void BlockCutter::cut(std::size_t rows, const BlockPlan& plan, std::vector<EncodedBlock>& out) {
  SlopeHints hints = hints_;
  const Row* before = before_ ? &*before_ : nullptr;
  std::string bytes = encode_block(columns(), rows, plan, before, hints);
  // A little less than it was, or every other block would have to be coded twice.
  surplus_ = (plan.bytes - std::min(plan.bytes, bytes.size())) * 7 / 8;
  while (bytes.size() > limit_) {
    PROSPER_ASSERT(rows > 1);
    const std::size_t fewer = rows * limit_ / bytes.size();
    rows = std::clamp<std::size_t>(fewer - std::min(fewer, short_step / 2), 1, rows - 1);
    bytes = encode_block(columns(), rows, plan, before, hints);
  }
  hints_ = hints;
  out.push_back({row(0), std::move(bytes)});
  before_ = row(rows - 1);
  drop_front(rows);
}

void BlockCutter::drop_front(std::size_t rows) {
  for (auto& column : waiting_) {
    column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(rows));
  }
  planner_->clear(hints_, planner_->dictionary_hints());
}

void BlockCutter::finish(std::vector<EncodedBlock>& out) {
  while (!waiting_[0].empty()) {
    const std::size_t seen = planner_->rows();
    const std::size_t to = std::min({waiting_[0].size(), seen + next_step(), block_row_limit});
    if (to > seen) planner_->extend(columns(), to);
    const BlockPlan plan = planner_->plan();
    if (to > seen && (plan.bytes <= limit_ + surplus_ || seen == 0)) {
      plan_ = plan;
      continue;
    }
    cut(to > seen ? seen : to, plan_, out);
  }
}

namespace {

/// Rows turned into columns.
struct TurnedRows {
  explicit TurnedRows(std::span<const Row> rows) {
    for (std::size_t column = 0; column < row_columns; ++column) {
      values[column].resize(rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) values[column][i] = rows[i][column];
    }
  }

  RowColumns columns() const {
    return {values[0].data(), values[1].data(), values[2].data(), values[3].data()};
  }

  std::array<std::vector<std::uint64_t>, row_columns> values;
};

std::optional<EncodedBlock> make_single(std::span<const Row> rows, const TurnedRows& turned,
                                        const Row* before, std::size_t limit, const BlockPlan& plan,
                                        SlopeHints& hints) {
  std::string bytes = encode_block(turned.columns(), rows.size(), plan, before, hints);
  if (bytes.empty() || bytes.size() > limit) return std::nullopt;
  return EncodedBlock{rows.front(), std::move(bytes)};
}

}  // namespace

std::optional<EncodedBlock> encode_single(std::span<const Row> rows, const Row* before,
                                          std::size_t limit) {
  if (rows.size() > block_row_limit) return std::nullopt;
  const TurnedRows turned(rows);
  const RowColumns columns = turned.columns();
  SlopeHints hints;
  for (std::size_t i = 0; i < hints.size(); ++i) {
    const auto [column, other] = linear_pairs[i];
    hints[i] = best_slope({columns[column], rows.size()}, {columns[other], rows.size()});
  }
  const auto planner = std::make_unique<BlockPlanner>();
  planner->clear(hints);
  planner->extend(columns, rows.size());
  const DictionaryHints dictionaries = planner->dictionary_hints();
  planner->clear(hints, dictionaries);
  planner->extend(columns, rows.size());
  return make_single(rows, turned, before, limit, planner->plan(), hints);
}

std::optional<EncodedBlock> encode_single(std::span<const Row> rows, const Row* before,
                                          std::size_t limit, const BlockPlan& plan) {
  if (rows.size() > block_row_limit) return std::nullopt;
  SlopeHints hints{};
  return make_single(rows, TurnedRows(rows), before, limit, plan, hints);
}

}  // namespace prosper::store
