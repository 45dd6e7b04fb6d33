// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/distinct_index.hpp"

#include <algorithm>
#include <numeric>

#include "store/blocks/column_gaps.hpp"

namespace prosper::store {
namespace {

/// A column of which more than 7 of 8 values differ after so many rows gets no dictionary.
constexpr std::size_t trial_rows = 256;

}  // namespace

RankedValues rank_dense(std::span<const std::uint64_t> values, std::uint64_t min,
                        std::uint64_t max) {
  // First whether the value is there, then its rank.
  std::array<std::uint16_t, dense_span + 1> rank_of{};
  for (const std::uint64_t value : values) rank_of[value - min] = 1;
  RankedValues ranked;
  for (std::uint64_t i = 0; i <= max - min; ++i) {
    if (rank_of[i] == 0) continue;
    rank_of[i] = static_cast<std::uint16_t>(ranked.distinct.size());
    ranked.distinct.push_back(min + i);
  }
  ranked.ranks.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) ranked.ranks[i] = rank_of[values[i] - min];
  return ranked;
}

void DistinctIndex::clear() {
  if (is_clear_) return;
  is_clear_ = true;
  is_possible_ = true;
  rows_ = 0;
  known_.clear();
  indexes_.clear();
  ranges_.clear();
  numbers_.fill(vacant);
}

std::uint16_t DistinctIndex::index_of(std::uint64_t value, std::uint8_t range) {
  constexpr unsigned slot_bits = width_of(slots - 1);
  std::size_t slot = ((value ^ range) * 0x9e3779b97f4a7c15ULL) >> (64U - slot_bits);
  for (; numbers_[slot] != vacant; slot = (slot + 1) % slots) {
    const std::uint16_t number = numbers_[slot];
    if (known_[number] == value && ranges_[number] == range) return number;
  }
  numbers_[slot] = static_cast<std::uint16_t>(known_.size());
  known_.push_back(value);
  ranges_.push_back(range);
  return numbers_[slot];
}

void DistinctIndex::extend(const std::uint64_t* values, const std::uint64_t* others,
                           std::size_t to) {
  const std::size_t from = rows_;
  rows_ = to;
  is_clear_ = false;
  tells_ranges_ = others != nullptr;
  if (!is_possible_) return;
  indexes_.resize(to);
  for (std::size_t i = from; i < to; ++i) {
    const unsigned range = others != nullptr ? range_of(others[i]) : 0;
    if (i > from && values[i] == values[i - 1] && ranges_[indexes_[i - 1]] == range) {
      indexes_[i] = indexes_[i - 1];
      continue;
    }
    indexes_[i] = index_of(values[i], static_cast<std::uint8_t>(range));
    if (distinct() > dictionary_limit) break;
  }
  const bool differs_much = to >= trial_rows && distinct() > to - to / 8;
  is_possible_ = distinct() <= dictionary_limit && !differs_much;
}

RankedValues DistinctIndex::rank(std::size_t rows) const {
  // Numbers are given in the sequence of the rows, so the first rows have the lowest.
  const std::size_t count =
      std::size_t{1} +
      *std::max_element(indexes_.begin(), indexes_.begin() + static_cast<std::ptrdiff_t>(rows));
  std::vector<std::uint16_t> sorted(count);
  std::iota(sorted.begin(), sorted.end(), std::uint16_t{0});
  std::sort(sorted.begin(), sorted.end(), [&](std::uint16_t left, std::uint16_t right) {
    if (known_[left] != known_[right]) return known_[left] < known_[right];
    return ranges_[left] < ranges_[right];
  });
  RankedValues ranked;
  std::vector<std::uint64_t> rank_of(count);
  for (std::size_t i = 0; i < count; ++i) {
    ranked.distinct.push_back(known_[sorted[i]]);
    rank_of[sorted[i]] = i;
  }
  ranked.ranks.resize(rows);
  for (std::size_t i = 0; i < rows; ++i) ranked.ranks[i] = rank_of[indexes_[i]];
  return ranked;
}

}  // namespace prosper::store
