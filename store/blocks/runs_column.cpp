// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/runs_column.hpp"

#include <algorithm>
#include <vector>

namespace prosper::store {
namespace {

constexpr std::size_t count_bytes = 2;

}  // namespace

bool RunsColumn::open(const ColumnPayload& payload) {
  if (payload.size < count_bytes) return false;
  runs_ = payload.bytes[0] | static_cast<std::size_t>(payload.bytes[1]) << 8U;
  min_ = payload.min;
  width_ = payload.full_width();
  end_width_ = width_of(payload.rows);
  values_ = payload.bytes + count_bytes;
  ends_ = values_ + packed_bytes(runs_, width_);
  return runs_ > 0 && runs_ <= payload.rows &&
         runs_bytes(runs_, payload.rows, width_) <= payload.size;
}

std::size_t RunsColumn::run_of(std::size_t row) const {
  std::size_t low = 0;
  std::size_t high = runs_ - 1;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (end(middle) <= row) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void RunsColumn::decode(std::size_t from, std::size_t count, std::uint64_t* out) const {
  const std::size_t to = from + count;
  for (std::size_t run = run_of(from); from < to; ++run) {
    const bool is_last = run + 1 >= runs_;
    // Ends that do not ascend (a damaged block) make empty runs.
    const std::size_t until = is_last ? to : std::clamp(end(run), from, to);
    out = std::fill_n(out, until - from, value(std::min(run, runs_ - 1)));
    from = until;
  }
}

std::size_t runs_bytes(std::size_t runs, std::size_t rows, unsigned width) {
  return count_bytes + packed_bytes(runs, width) + packed_bytes(runs, width_of(rows));
}

void encode_runs(std::span<const std::uint64_t> values, std::uint64_t base, unsigned width,
                 std::string& bytes) {
  std::vector<std::uint64_t> run_values;
  std::vector<std::uint64_t> ends;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i + 1 < values.size() && values[i + 1] == values[i]) continue;
    run_values.push_back(values[i]);
    ends.push_back(i + 1);
  }
  bytes += static_cast<char>(ends.size() & 0xffU);
  bytes += static_cast<char>(ends.size() >> 8U);
  pack(run_values.data(), run_values.size(), width, base, bytes);
  pack(ends.data(), ends.size(), width_of(values.size()), 0, bytes);
}

}  // namespace prosper::store
