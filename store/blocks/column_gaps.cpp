// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/column_gaps.hpp"

#include <algorithm>
#include <bit>

namespace prosper::store {
namespace {

constexpr std::size_t count_bytes = 1;
constexpr std::size_t length_bytes = 8;
/// Values looked at together: mostly they lie in one range.
constexpr std::size_t piece_values = 64;
/// Bits a value must save to make up for the table of gaps.
constexpr unsigned worthwhile = 8;

std::size_t gap_table_bytes(std::size_t gaps, unsigned width) {
  return count_bytes + gaps * length_bytes + packed_bytes(gaps, width);
}

/// Calls `action` with the number of each bit that is set, from the lowest.
template <class Action>
void for_each_bit(std::uint32_t bits, Action&& action) {
  for (; bits != 0; bits &= bits - 1) action(static_cast<unsigned>(std::countr_zero(bits)));
}

}  // namespace

bool ColumnGaps::open(ColumnPayload& payload) {
  if (payload.size < count_bytes) return false;
  const std::size_t count = payload.bytes[0];
  if (count == 0 || count > gaps_.size()) return false;
  if (payload.size < count_bytes + count * length_bytes) return false;
  std::uint64_t span = payload.span;
  for (std::size_t i = 0; i < count; ++i) {
    gaps_[i].length = load_bytes(payload.bytes + count_bytes + i * length_bytes);
    if (gaps_[i].length > span) return false;
    span -= gaps_[i].length;
  }
  const std::size_t used = gap_table_bytes(count, width_of(span));
  if (payload.size < used) return false;
  const std::uint8_t* places = payload.bytes + count_bytes + count * length_bytes;
  std::uint64_t left_out = 0;
  for (std::size_t i = 0; i < count; ++i) {
    gaps_[i].before = payload.min + unpack_one(places, i, width_of(span)) + left_out;
    left_out += gaps_[i].length;
  }
  payload.bytes += used;
  payload.size -= used;
  payload.span = span;
  count_ = count;
  return true;
}

void ColumnGaps::expand(std::size_t count, std::uint64_t* values) const {
  for (std::size_t gap = 0; gap < count_; ++gap) {
    const auto [before, length] = gaps_[gap];
    for (std::size_t i = 0; i < count; ++i) values[i] += values[i] > before ? length : 0;
  }
}

void ValueRanges::widen(unsigned range, std::uint64_t low, std::uint64_t high) {
  Range& known = ranges_[range];
  const std::uint32_t bit = std::uint32_t{1} << range;
  if ((seen_ & bit) == 0) {
    seen_ |= bit;
    known = {low, high};
    return;
  }
  known.low = std::min(known.low, low);
  known.high = std::max(known.high, high);
}

void ValueRanges::take(std::span<const std::uint64_t> values) {
  while (!values.empty()) {
    const auto piece = values.first(std::min(piece_values, values.size()));
    values = values.subspan(piece.size());
    std::uint64_t low = piece.front();
    std::uint64_t high = low;
    for (const std::uint64_t value : piece) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
    if (range_of(low) == range_of(high)) {
      widen(range_of(low), low, high);
    } else {
      for (const std::uint64_t value : piece) widen(range_of(value), value, value);
    }
  }
}

std::uint64_t ValueRanges::min() const {
  return ranges_[static_cast<unsigned>(std::countr_zero(seen_))].low;
}

std::uint64_t ValueRanges::max() const {
  return ranges_[static_cast<unsigned>(std::bit_width(seen_)) - 1].high;
}

bool ValueRanges::has_gaps() const {
  const bool has_several = (seen_ & (seen_ - 1)) != 0;
  return has_several && width_of(max() - min()) >= width_of(squeezed_span()) + worthwhile;
}

std::uint64_t ValueRanges::squeezed_span() const {
  std::uint64_t numbers = 0;
  for_each_bit(seen_, [&](unsigned i) { numbers += ranges_[i].high - ranges_[i].low + 1; });
  return numbers - 1;
}

std::size_t ValueRanges::gap_bytes() const {
  if (!has_gaps()) return 0;
  const auto gaps = static_cast<std::size_t>(std::popcount(seen_)) - 1;
  return gap_table_bytes(gaps, width_of(squeezed_span()));
}

void ValueRanges::append_gaps(std::string& bytes) const {
  std::array<std::uint64_t, range_limit> places{};
  std::size_t gaps = 0;
  std::uint64_t numbers = 0;
  std::string lengths;
  const Range* last = nullptr;
  for_each_bit(seen_, [&](unsigned i) {
    if (last != nullptr) {
      const std::uint64_t length = ranges_[i].low - last->high - 1;
      lengths.append(reinterpret_cast<const char*>(&length), length_bytes);
      places[gaps++] = numbers - 1;
    }
    numbers += ranges_[i].high - ranges_[i].low + 1;
    last = &ranges_[i];
  });
  bytes += static_cast<char>(gaps);
  bytes += lengths;
  pack(places.data(), gaps, width_of(squeezed_span()), 0, bytes);
}

void ValueRanges::squeeze(std::span<const std::uint64_t> values, std::uint64_t* out) const {
  std::array<std::uint64_t, range_limit> left_out{};
  std::uint64_t numbers = 0;
  for_each_bit(seen_, [&](unsigned i) {
    left_out[i] = ranges_[i].low - numbers;
    numbers += ranges_[i].high - ranges_[i].low + 1;
  });
  for (std::size_t i = 0; i < values.size(); ++i) {
    out[i] = values[i] - left_out[range_of(values[i])];
  }
}

}  // namespace prosper::store
