// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <compare>

#include "sparql/functions/operators.hpp"
#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

struct Row {
  Solution solution;
  /// One a condition; an error sorts as unbound (§15.1).
  std::vector<functions::Result> keys;
};

bool comes_before(const Row& left, const Row& right,
                  const std::vector<algebra::SortCondition>& conditions) {
  for (std::size_t index = 0; index < conditions.size(); ++index) {
    const std::weak_ordering order = functions::order(left.keys[index], right.keys[index]);
    if (order == std::weak_ordering::equivalent) continue;
    return (order == std::weak_ordering::less) != conditions[index].descending;
  }
  return false;
}

}  // namespace

/// §15.1. Stable, so that equal queries on equal data give equal pages.
Solutions evaluate_order_by(const algebra::OrderBy& pattern, Evaluation& evaluation,
                            ActiveGraph graph) {
  std::vector<Row> rows;
  request::Held held(evaluation.limits());
  for (const Solution& solution : evaluate(*pattern.pattern, evaluation, graph)) {
    evaluation.limits().check();
    evaluation.begin_solution();
    held.add_one();
    Row row{solution, {}};
    for (const algebra::SortCondition& condition : pattern.conditions)
      row.keys.push_back(evaluate_expression(*condition.expression, solution, evaluation, graph));
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& left, const Row& right) {
    evaluation.limits().check();
    return comes_before(left, right, pattern.conditions);
  });
  for (const Row& row : rows) co_yield row.solution;
}

}  // namespace prosper::sparql::reference
