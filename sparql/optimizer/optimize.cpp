// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/optimize.hpp"

#include "sparql/optimizer/passes.hpp"
#include "sparql/optimizer/planner.hpp"

namespace prosper::sparql::optimizer {

Plan optimize(const request::Question& question, const store::QuadSource& source,
              const request::DatasetGraphs& graphs, functions::Context& context) {
  // Algebra to algebra.
  algebra::PatternPtr pattern = question.pattern;
  pattern = fold_constants(pattern, context);
  pattern = split_conjunctions(pattern);
  pattern = push_filters(pattern);

  // Algebra to plan: join groups are collected (join_group.cpp), counted (cardinality.cpp) and
  // ordered (join_order.cpp); EXISTS becomes a semijoin (exists.cpp).
  PlanContext planning(source, graphs);
  Plan plan;
  plan.root = Planner(planning).plan(pattern, ActiveGraph{});
  for (const algebra::Variable& variable : question.variables)
    plan.answer.push_back(planning.slot(variable));

  // Plan to plan.
  plan.root = push_limits(plan.root);
  plan.root = prune_columns(plan.root, planning.variables, plan.answer);

  plan.variables = std::move(planning.variables);
  return plan;
}

}  // namespace prosper::sparql::optimizer
