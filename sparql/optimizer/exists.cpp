// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/visit.hpp"
#include "sparql/optimizer/nodes.hpp"
#include "sparql/optimizer/planner.hpp"

namespace prosper::sparql::optimizer {

namespace {

/// A path between two variables finds less when it is joined with a term from elsewhere than when
/// the term is put into it: zero-length paths start at nodes of the graph (§18.4).
bool has_open_path(const algebra::Pattern& pattern) {
  if (const auto* path = std::get_if<algebra::PathPattern>(&pattern.value))
    return std::holds_alternative<algebra::Variable>(path->subject) &&
           std::holds_alternative<algebra::Variable>(path->object);
  bool found = false;
  for_each_part(
      pattern, [](const auto&) {},
      [&](const auto& part) { found = found || has_open_path(*part); });
  return found;
}

/// The EXISTS that a condition consists of, and whether it is negated.
std::pair<const algebra::ExistsExpression*, bool> find_exists(
    const algebra::Expression& condition) {
  if (const auto* exists = std::get_if<algebra::ExistsExpression>(&condition.value))
    return {exists, exists->negated};
  const auto* unary = std::get_if<algebra::UnaryExpression>(&condition.value);
  if (unary == nullptr || unary->op != algebra::UnaryOperator::Not) return {nullptr, false};
  const auto [inner, negated] = find_exists(*unary->operand);
  return {inner, !negated};
}

}  // namespace

/// substitute(pattern, μ) has a solution (§18.6) exactly when {μ} joined with the pattern has, for
/// patterns without scopes of their own; others are asked solution by solution.
PlanPtr Planner::apply_exists(const algebra::ExpressionPtr& condition, const ActiveGraph& graph,
                              PlanPtr input) {
  const auto [exists, negated] = find_exists(*condition);
  if (exists != nullptr && !has_open_path(*exists->pattern)) {
    std::optional<JoinGroup> group = seeded_group(exists->pattern, graph, {});
    if (group) {
      const Slot row_number = context_.fresh("row");
      const PlanPtr seed = make_seed(*input, row_number);
      finish(*group, seed);
      const double rows = input->rows / 2;
      PlanPtr inside = order_joins(*group, seed, context_);
      return make_like_input(SemiJoin{negated, row_number}, {std::move(input), std::move(inside)},
                             rows, true);
    }
  }
  return make_filter({condition}, graph, std::move(input));
}

}  // namespace prosper::sparql::optimizer
