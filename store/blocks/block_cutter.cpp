// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_cutter.hpp"

#include <algorithm>

#include "store/blocks/block_encoder.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t first_step = 256;
constexpr std::size_t short_step = 16;
/// Rows copied at a time.
constexpr std::size_t intake = 2048;
/// Neighbouring blocks are alike: every eighth tries all encodings, the others only those that were
/// near the best then.
constexpr std::size_t trial_interval = 8;

void fit_slopes(const RowColumns& columns, std::size_t rows, SlopeHints& slopes) {
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    const auto [column, other] = linear_pairs[i];
    slopes[i] = best_slope({columns[column], rows}, {columns[other], rows});
  }
}

}  // namespace

BlockCutter::BlockCutter(std::size_t limit)
    : limit_(limit), planner_(std::make_unique<BlockPlanner>()) {
  PROSPER_ASSERT(limit <= block_bytes);
  planner_->clear(hints_);
}

RowColumns BlockCutter::columns() const {
  return {waiting_[0].data() + start_, waiting_[1].data() + start_, waiting_[2].data() + start_,
          waiting_[3].data() + start_};
}

Row BlockCutter::row(std::size_t index) const {
  const RowColumns values = columns();
  return {values[0][index], values[1][index], values[2][index], values[3][index]};
}

void BlockCutter::take(std::span<const Row> rows) {
  for (std::size_t column = 0; column < row_columns; ++column) {
    std::vector<std::uint64_t>& values = waiting_[column];
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(start_));
    const std::size_t size = values.size();
    values.resize(size + rows.size());
    std::uint64_t* out = values.data() + size;
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = rows[i][column];
  }
  start_ = 0;
}

void BlockCutter::add(std::span<const Row> rows, std::vector<EncodedBlock>& out) {
  rows_ += rows.size();
  while (!rows.empty()) {
    const std::size_t count = std::min(intake, rows.size());
    take(rows.first(count));
    rows = rows.subspan(count);
    analyse(false, out);
  }
}

void BlockCutter::finish(std::vector<EncodedBlock>& out) {
  analyse(true, out);
}

/// Three quarters of the way to what will fit, so that few plans are made and none passes it.
std::size_t BlockCutter::next_step() const {
  if (planner_->rows() == 0) return last_rows_ == 0 ? first_step : last_rows_ / 4 * 3 + 1;
  const std::size_t likely = plan_.bytes - std::min(plan_.bytes, surplus_);
  const std::size_t room = limit_ - std::min(limit_, likely);
  const std::size_t rows_in_room = room * planner_->rows() / std::max<std::size_t>(likely, 1);
  return std::max(short_step, rows_in_room / 4 * 3);
}

void BlockCutter::analyse(bool is_last, std::vector<EncodedBlock>& out) {
  while (waiting() > 0) {
    const std::size_t seen = planner_->rows();
    std::size_t to = std::min(seen + next_step(), block_row_limit);
    if (to > waiting()) {
      if (!is_last) return;
      to = waiting();
    }
    if (seen == 0) start_block();
    if (to == seen) {
      cut(seen, out);
      continue;
    }
    planner_->extend(columns(), to);
    const BlockPlan plan = planner_->plan();
    if (plan.bytes <= limit_ + surplus_ || seen == 0) {
      plan_ = plan;
    } else {
      cut(seen, out);
    }
  }
}

void BlockCutter::start_block() {
  if (blocks_since_trial_ == 0) {
    hints_.candidates = Candidates::all();
    fit_slopes(columns(), std::min(waiting(), first_step), hints_.slopes);
  }
  planner_->clear(hints_);
}

void BlockCutter::cut(std::size_t rows, std::vector<EncodedBlock>& out) {
  PlanHints hints = hints_;
  const Row* before = before_ ? &*before_ : nullptr;
  std::string bytes = encode_block(columns(), rows, plan_, before, hints, planner_.get());
  // A little less than it was, or every other block would have to be coded twice.
  surplus_ = (plan_.bytes - std::min(plan_.bytes, bytes.size())) * 7 / 8;
  while (bytes.size() > limit_) {
    PROSPER_ASSERT(rows > 1);
    const std::size_t fewer = rows * limit_ / bytes.size();
    rows = std::clamp<std::size_t>(fewer - std::min(fewer, short_step / 2), 1, rows - 1);
    bytes = encode_block(columns(), rows, plan_, before, hints, planner_.get());
  }
  hints_ = hints;
  out.push_back({row(0), std::move(bytes)});
  before_ = row(rows - 1);
  learn(rows);
  start_ += rows;
  planner_->clear(hints_);
}

void BlockCutter::learn(std::size_t rows) {
  last_rows_ = rows;
  if (blocks_since_trial_ == 0) {
    trial_rows_ = rows;
    hints_.candidates = planner_->near_candidates(plan_);
    hints_.dictionaries = planner_->dictionary_hints();
  }
  ++blocks_since_trial_;
  const bool is_worse = rows < trial_rows_ / 10 * 9;
  if (is_worse || blocks_since_trial_ == trial_interval) blocks_since_trial_ = 0;
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

}  // namespace

std::optional<EncodedBlock> encode_single(std::span<const Row> rows, const Row* before,
                                          std::size_t limit) {
  if (rows.size() > block_row_limit) return std::nullopt;
  const TurnedRows turned(rows);
  const RowColumns columns = turned.columns();
  PlanHints hints;
  fit_slopes(columns, rows.size(), hints.slopes);
  const auto planner = std::make_unique<BlockPlanner>();
  planner->clear(hints);
  planner->extend(columns, rows.size());
  planner->learn_dictionaries();
  const BlockPlan plan = planner->plan();
  std::string bytes = encode_block(columns, rows.size(), plan, before, hints, planner.get());
  if (bytes.empty() || bytes.size() > limit) return std::nullopt;
  return EncodedBlock{rows.front(), std::move(bytes)};
}

std::optional<EncodedBlock> encode_as_planned(std::span<const Row> rows, const Row* before,
                                              const BlockPlan& plan) {
  if (rows.size() > block_row_limit) return std::nullopt;
  const TurnedRows turned(rows);
  PlanHints hints;
  std::string bytes = encode_block(turned.columns(), rows.size(), plan, before, hints);
  if (bytes.empty()) return std::nullopt;
  return EncodedBlock{rows.front(), std::move(bytes)};
}

}  // namespace prosper::store
