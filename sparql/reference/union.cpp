// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

/// A UNION B UNION C nests to the left; its branches are taken in one row, so that a long chain
/// does not become deep recursion.
std::vector<const algebra::Pattern*> branches(const algebra::Union& pattern) {
  std::vector<const algebra::Pattern*> found{pattern.right.get()};
  const algebra::Pattern* left = pattern.left.get();
  while (const auto* nested = std::get_if<algebra::Union>(&left->value)) {
    found.push_back(nested->right.get());
    left = nested->left.get();
  }
  found.push_back(left);
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace

Solutions evaluate_union(const algebra::Union& pattern, Evaluation& evaluation, ActiveGraph graph) {
  for (const algebra::Pattern* branch : branches(pattern))
    for (const Solution& solution : evaluate(*branch, evaluation, graph)) co_yield solution;
}

}  // namespace prosper::sparql::reference
