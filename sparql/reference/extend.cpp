// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

/// §18.5. A chain of Extends is one pass: BNODE("label") gives one node in all expressions of a
/// solution (§17.4.2.9), and a long SELECT clause does not become deep recursion.
Solutions evaluate_extend(const algebra::Extend& pattern, Evaluation& evaluation,
                          ActiveGraph graph) {
  std::vector<const algebra::Extend*> chain{&pattern};
  while (const auto* inner = std::get_if<algebra::Extend>(&chain.back()->pattern->value))
    chain.push_back(inner);
  std::reverse(chain.begin(), chain.end());

  for (const Solution& solution : evaluate(*chain.front()->pattern, evaluation, graph)) {
    evaluation.limits().check();
    evaluation.begin_solution();
    Solution extended = solution;
    for (const algebra::Extend* extend : chain) {
      functions::Result value =
          evaluate_expression(*extend->expression, extended, evaluation, graph);
      if (value) extended.bind(evaluation.slot(extend->variable), make_term(std::move(*value)));
    }
    co_yield extended;
  }
}

}  // namespace prosper::sparql::reference
