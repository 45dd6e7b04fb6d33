// SPDX-License-Identifier: Apache-2.0
#include "store/load/radix_sort.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace prosper::store {
namespace {

constexpr unsigned digit_bits = 8;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;
constexpr std::size_t digits = 32 / digit_bits;

using Counts = std::array<std::array<std::size_t, digit_values>, digits>;

std::size_t digit_of(std::uint32_t value, std::size_t digit) {
  return (value >> (digit * digit_bits)) & (digit_values - 1);
}

Counts count_digits(std::size_t term, std::span<const PackedQuad> quads) {
  Counts counts{};
  for (const PackedQuad& quad : quads) {
    for (std::size_t digit = 0; digit < digits; ++digit)
      ++counts[digit][digit_of(quad[term], digit)];
  }
  return counts;
}

void distribute(std::size_t term, std::size_t digit, const Counts& counts,
                std::span<const PackedQuad> from, std::span<PackedQuad> to) {
  std::array<PackedQuad*, digit_values> places{};
  PackedQuad* place = to.data();
  for (std::size_t value = 0; value < digit_values; ++value) {
    places[value] = place;
    place += counts[digit][value];
  }
  for (const PackedQuad& quad : from) *places[digit_of(quad[term], digit)]++ = quad;
}

}  // namespace

std::span<PackedQuad> sort_by(std::size_t term, std::span<const PackedQuad> from,
                              std::span<PackedQuad> to, std::span<PackedQuad> spare) {
  const Counts counts = count_digits(term, from);
  const auto is_needed = [&](std::size_t digit) {
    return std::find(counts[digit].begin(), counts[digit].end(), from.size()) ==
           counts[digit].end();
  };
  bool is_moved = false;
  for (std::size_t digit = 0; digit < digits; ++digit) {
    if (from.empty() || !is_needed(digit)) continue;
    distribute(term, digit, counts, is_moved ? std::span<const PackedQuad>(to) : from,
               is_moved ? spare : to);
    if (is_moved) std::swap(to, spare);
    is_moved = true;
  }
  if (!is_moved) std::copy(from.begin(), from.end(), to.begin());
  return to;
}

}  // namespace prosper::store
