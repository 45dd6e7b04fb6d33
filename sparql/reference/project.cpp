// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

Solutions evaluate_project(const algebra::Project& pattern, Evaluation& evaluation,
                           ActiveGraph graph) {
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    Solution projected;
    for (const algebra::Variable& variable : pattern.variables) {
      const Slot slot = evaluation.slot(variable);
      if (const TermPtr& term = solution.get(slot)) projected.bind(slot, term);
    }
    co_yield projected;
  }
}

}  // namespace prosper::sparql::reference
