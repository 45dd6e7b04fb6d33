// SPDX-License-Identifier: Apache-2.0
#include <utility>
#include <variant>

#include "sparql/reference/operators.hpp"
#include "sparql/reference/solution_table.hpp"

namespace prosper::sparql::reference {

namespace {

/// A path between two variables is best walked from ends that the other side gives.
bool is_open_path(const algebra::Pattern& pattern) {
  const auto* path = std::get_if<algebra::PathPattern>(&pattern.value);
  return path != nullptr && std::holds_alternative<algebra::Variable>(path->subject) &&
         std::holds_alternative<algebra::Variable>(path->object);
}

/// Join is commutative (§18.5): the side that look-ups can answer goes second.
std::pair<const algebra::Pattern*, const algebra::Pattern*> order_sides(const algebra::Join& join) {
  const algebra::Pattern& left = *join.left;
  const algebra::Pattern& right = *join.right;
  const bool is_swapped =
      is_index_driven(right) ? is_open_path(left) && !is_open_path(right) : is_index_driven(left);
  return is_swapped ? std::pair(&right, &left) : std::pair(&left, &right);
}

}  // namespace

Solutions evaluate_join(const algebra::Join& pattern, Evaluation& evaluation, ActiveGraph graph) {
  if (is_service_driven(*pattern.left) || is_service_driven(*pattern.right)) {
    const auto sides = order_services(pattern);
    Solutions seeds = evaluate(*sides.first, evaluation, graph);
    for (SeedBatches batches(seeds); batches.next();)
      for (const Solution& solution : join_seeds(*sides.second, evaluation, graph, batches.take()))
        co_yield solution;
    co_return;
  }
  const auto sides = order_sides(pattern);
  const algebra::Pattern& first = *sides.first;
  const algebra::Pattern& second = *sides.second;
  if (is_index_driven(second)) {
    for (const Solution& seed : evaluate(first, evaluation, graph)) {
      evaluation.limits().check();
      for (const Solution& solution : match(second, evaluation, graph, seed)) co_yield solution;
    }
    co_return;
  }
  const SolutionTable table(evaluate(second, evaluation, graph),
                            shared_variables(first, second, evaluation), evaluation);
  for (const Solution& left : evaluate(first, evaluation, graph)) {
    evaluation.limits().check();
    for (const Solution& right : table.compatible_with(left)) {
      const Solution merged = merge(left, right);
      co_yield merged;
    }
  }
}

Solutions match_join(const algebra::Join& pattern, Evaluation& evaluation, ActiveGraph graph,
                     Solution seed) {
  const auto sides = order_sides(pattern);
  for (const Solution& first : match(*sides.first, evaluation, graph, std::move(seed)))
    for (const Solution& both : match(*sides.second, evaluation, graph, first)) co_yield both;
}

}  // namespace prosper::sparql::reference
