// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>

#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

Solutions evaluate_distinct(const algebra::Distinct& pattern, Evaluation& evaluation,
                            ActiveGraph graph) {
  std::unordered_set<Solution, SolutionHash> seen;
  request::Held held(evaluation.limits());
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    evaluation.limits().check();
    if (!seen.insert(solution).second) continue;
    held.add_one();
    co_yield solution;
  }
}

/// §18.5 leaves open how many duplicates stay; those in a row go, which costs no memory.
Solutions evaluate_reduced(const algebra::Reduced& pattern, Evaluation& evaluation,
                           ActiveGraph graph) {
  std::optional<Solution> previous;
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    evaluation.limits().check();
    if (previous && *previous == solution) continue;
    previous = solution;
    co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
