// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/nearest_word.hpp"

#include <algorithm>
#include <vector>

namespace prosper::rdf {
namespace {

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t tolerance(std::string_view word) {
  if (word.size() <= 2) return 0;
  return word.size() <= 5 ? 1 : 2;
}

/// How many letters two words begin with in common: people rarely err in the first ones.
std::size_t common_front(std::string_view left, std::string_view right) {
  const auto is_same = [](char a, char b) { return to_lower(a) == to_lower(b); };
  const auto place = std::mismatch(left.begin(), left.end(), right.begin(), right.end(), is_same);
  return static_cast<std::size_t>(place.first - left.begin());
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer - std::min(left.size(), right.size()) > limit) return limit + 1;
  // Three rows of the table of optimal string alignment.
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const char a = to_lower(left[i - 1]);
      const char b = to_lower(right[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a == b ? 0U : 1U)});
      const bool is_swap =
          i > 1 && j > 1 && a == to_lower(right[j - 2]) && b == to_lower(left[i - 2]);
      if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
  }
  return std::min(row.back(), limit + 1);
}

std::optional<std::string_view> nearest_word(std::string_view word,
                                             std::span<const std::string_view> candidates) {
  std::optional<std::string_view> nearest;
  std::size_t least = 0;
  std::size_t longest = 0;
  for (const std::string_view candidate : candidates) {
    // A short candidate shares too little with a long word that is two letters away.
    const std::size_t limit = std::min(tolerance(word), tolerance(candidate));
    const std::size_t distance = edit_distance(word, candidate, limit);
    if (distance > limit) continue;
    const std::size_t alike = common_front(word, candidate);
    if (nearest && (distance > least || (distance == least && alike <= longest))) continue;
    nearest = candidate;
    least = distance;
    longest = alike;
  }
  return nearest;
}

}  // namespace prosper::rdf
