// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/linear_column.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace prosper::store {
namespace {

constexpr std::size_t head_bytes = 18;
constexpr std::size_t sample_rows = 128;

std::uint64_t on_line(std::uint64_t distance, std::uint64_t slope) {
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(distance * slope) >> 32U);
}

void append_eight(std::string& bytes, std::uint64_t value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

}  // namespace

bool LinearColumn::open(const ColumnPayload& payload, std::uint64_t other_min) {
  if (payload.size < head_bytes) return false;
  width_ = payload.bytes[1];
  slope_ = load_bytes(payload.bytes + 2);
  base_ = load_bytes(payload.bytes + 10);
  rests_ = payload.bytes + head_bytes;
  other_min_ = other_min;
  return width_ <= 64 && head_bytes + packed_bytes(payload.rows, width_) <= payload.size;
}

void LinearColumn::decode(std::size_t from, std::size_t count, const std::uint64_t* others,
                          std::uint64_t* out) const {
  std::array<std::uint64_t, segment_rows> rests;
  while (count > 0) {
    const std::size_t taken = std::min(count, segment_rows);
    unpack(rests_, from, taken, width_, base_, rests.data());
    for (std::size_t i = 0; i < taken; ++i) {
      out[i] = rests[i] + on_line(others[i] - other_min_, slope_);
    }
    from += taken;
    count -= taken;
    others += taken;
    out += taken;
  }
}

void LinearSize::extend(const std::uint64_t* values, const std::uint64_t* others, std::size_t to) {
  if (rows_ == 0) {
    first_other_ = others[0];
    first_rest_ = values[0];
    lowest_ = highest_ = 0;
  }
  for (; rows_ < to; ++rows_) {
    const std::uint64_t rest = values[rows_] - on_line(others[rows_] - first_other_, slope_);
    const auto distance = static_cast<std::int64_t>(rest - first_rest_);
    lowest_ = std::min(lowest_, distance);
    highest_ = std::max(highest_, distance);
  }
}

std::size_t LinearSize::bytes() const {
  const auto span = static_cast<std::uint64_t>(highest_) - static_cast<std::uint64_t>(lowest_);
  // Another point of reference may round each rest up by one.
  return head_bytes + packed_bytes(rows_, width_of(span == 0 ? 0 : span + 1));
}

std::uint64_t best_slope(std::span<const std::uint64_t> values,
                         std::span<const std::uint64_t> others) {
  const auto distance = [](std::uint64_t to, std::uint64_t from) {
    return static_cast<double>(static_cast<std::int64_t>(to - from));
  };
  // A sample tells the slope as well as all rows would.
  const std::size_t step = std::max<std::size_t>(1, values.size() / sample_rows);
  double count = 0;
  double mean_value = 0;
  double mean_other = 0;
  for (std::size_t i = 0; i < values.size(); i += step) {
    count += 1;
    mean_value += distance(values[i], values[0]);
    mean_other += distance(others[i], others[0]);
  }
  mean_value /= count;
  mean_other /= count;
  double covariance = 0;
  double variance = 0;
  for (std::size_t i = 0; i < values.size(); i += step) {
    const double off = distance(others[i], others[0]) - mean_other;
    covariance += off * (distance(values[i], values[0]) - mean_value);
    variance += off * off;
  }
  const double slope = variance > 0 ? covariance / variance * static_cast<double>(unit_slope) : 0;
  constexpr double steepest = 1e15;
  return static_cast<std::uint64_t>(
      static_cast<std::int64_t>(std::clamp(std::round(slope), -steepest, steepest)));
}

LinearRests::LinearRests(std::span<const std::uint64_t> values,
                         std::span<const std::uint64_t> others, std::uint64_t other_min,
                         std::uint64_t slope)
    : slope_(slope), rests_(values.size()) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    rests_[i] = values[i] - on_line(others[i] - other_min, slope);
  }
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
  for (const std::uint64_t rest : rests_) {
    const auto distance = static_cast<std::int64_t>(rest - rests_[0]);
    lowest = std::min(lowest, distance);
    highest = std::max(highest, distance);
  }
  base_ = rests_[0] + static_cast<std::uint64_t>(lowest);
  width_ = width_of(static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest));
}

void LinearRests::encode(std::size_t other_column, std::string& bytes) const {
  bytes += static_cast<char>(other_column);
  bytes += static_cast<char>(width_);
  append_eight(bytes, slope_);
  append_eight(bytes, base_);
  pack(rests_.data(), rests_.size(), width_, base_, bytes);
}

}  // namespace prosper::store
