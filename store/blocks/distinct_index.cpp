// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/distinct_index.hpp"

namespace prosper::store {
namespace {

/// A column of which more than 7 of 8 values differ after so many rows gets no dictionary.
constexpr std::size_t trial_rows = 256;

}  // namespace

void DistinctIndex::clear() {
  is_possible_ = true;
  known_.clear();
  indexes_.clear();
  numbers_.fill(vacant);
}

std::uint16_t DistinctIndex::index_of(std::uint64_t value) {
  constexpr unsigned slot_bits = width_of(slots - 1);
  std::size_t slot = (value * 0x9e3779b97f4a7c15ULL) >> (64U - slot_bits);
  while (numbers_[slot] != vacant) {
    if (values_[slot] == value) return numbers_[slot];
    slot = (slot + 1) % slots;
  }
  values_[slot] = value;
  numbers_[slot] = static_cast<std::uint16_t>(known_.size());
  known_.push_back(value);
  return numbers_[slot];
}

void DistinctIndex::extend(const std::uint64_t* values, std::size_t from, std::size_t to) {
  if (!is_possible_) return;
  indexes_.resize(to);
  for (std::size_t i = from; i < to; ++i) {
    const bool repeats = i > 0 && values[i] == values[i - 1];
    indexes_[i] = repeats ? indexes_[i - 1] : index_of(values[i]);
    if (distinct() > dictionary_limit) break;
  }
  const bool differs_much = to >= trial_rows && distinct() > to - to / 8;
  is_possible_ = distinct() <= dictionary_limit && !differs_much;
}

}  // namespace prosper::store
