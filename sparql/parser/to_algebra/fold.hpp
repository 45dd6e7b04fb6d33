// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>

namespace prosper::sparql {

/// As long as a chain may be before it is built as a balanced tree.
inline constexpr std::size_t longest_left_deep_chain = 64;

/// How deep the tree of `count` parts gets at most.
constexpr std::size_t folded_depth(std::size_t count) {
  return std::min(count, longest_left_deep_chain + std::numeric_limits<std::size_t>::digits);
}

/// Combines `parts` (not empty) with an associative operation, in order: from the left as the
/// specification has it, or balanced when they are many, so that a generated query of 10,000 UNIONs
/// or `||` makes no tree 10,000 deep, which recursive readers could not walk.
template <typename Part, typename Combine>
Part fold_associative(std::span<const Part> parts, const Combine& combine) {
  if (parts.size() <= longest_left_deep_chain) {
    Part whole = parts.front();
    for (const Part& part : parts.subspan(1)) whole = combine(whole, part);
    return whole;
  }
  const std::size_t half = parts.size() / 2;
  return combine(fold_associative(parts.first(half), combine),
                 fold_associative(parts.subspan(half), combine));
}

}  // namespace prosper::sparql
