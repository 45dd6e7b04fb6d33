// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

/// §18.5: the solutions for which the condition is true; an error is not.
Solutions evaluate_filter(const algebra::Filter& pattern, Evaluation& evaluation,
                          ActiveGraph graph) {
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    evaluation.limits().check();
    evaluation.begin_solution();
    if (holds(*pattern.condition, solution, evaluation, graph)) co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
