// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"
#include "sparql/reference/solution_table.hpp"

namespace prosper::sparql::reference {

namespace {

/// Join({left}, right), by look-up or from the table of the right side's solutions.
Solutions extensions(const Solution& left, const algebra::LeftJoin& pattern,
                     const std::optional<SolutionTable>& table, Evaluation& evaluation,
                     ActiveGraph graph) {
  if (!table) {
    for (const Solution& merged : match(*pattern.right, evaluation, graph, left)) co_yield merged;
    co_return;
  }
  for (const Solution& right : table->compatible_with(left)) {
    const Solution merged = merge(left, right);
    co_yield merged;
  }
}

}  // namespace

/// §18.5: the extensions the condition lets through; where there are none, the left solution.
Solutions evaluate_left_join(const algebra::LeftJoin& pattern, Evaluation& evaluation,
                             ActiveGraph graph) {
  std::optional<SolutionTable> table;
  if (!is_index_driven(*pattern.right))
    table.emplace(evaluate(*pattern.right, evaluation, graph),
                  shared_variables(*pattern.left, *pattern.right, evaluation), evaluation);
  for (const Solution& left : evaluate(*pattern.left, evaluation, graph)) {
    evaluation.limits().check();
    bool is_extended = false;
    for (const Solution& merged : extensions(left, pattern, table, evaluation, graph)) {
      if (pattern.condition && !holds(*pattern.condition, merged, evaluation, graph)) continue;
      is_extended = true;
      co_yield merged;
    }
    if (!is_extended) co_yield left;
  }
}

}  // namespace prosper::sparql::reference
