// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/operators.hpp"
#include "sparql/reference/solution_table.hpp"

namespace prosper::sparql::reference {

namespace {

bool is_removed(const Solution& left, const SolutionTable& right) {
  for (const Solution& candidate : right.compatible_with(left))
    if (share_a_variable(left, candidate)) return true;
  return false;
}

}  // namespace

/// §18.5: without the solutions that are compatible with one of the right side and share a variable
/// with it.
Solutions evaluate_minus(const algebra::Minus& pattern, Evaluation& evaluation, ActiveGraph graph) {
  std::vector<Slot> shared = shared_variables(*pattern.left, *pattern.right, evaluation);
  if (shared.empty()) {
    for (const Solution& solution : evaluate(*pattern.left, evaluation, graph)) co_yield solution;
    co_return;
  }
  const SolutionTable table(evaluate(*pattern.right, evaluation, graph), std::move(shared),
                            evaluation);
  for (const Solution& solution : evaluate(*pattern.left, evaluation, graph)) {
    evaluation.limits().check();
    if (!is_removed(solution, table)) co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
