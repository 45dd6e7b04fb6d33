// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/optimizer/join_order.hpp"

namespace prosper::sparql::optimizer {

/// Private to optimize: turns algebra into plan nodes, one function an operator. Where the active
/// graph is a column, every plan for a pattern that has triples binds it.
class Planner {
 public:
  explicit Planner(PlanContext& context) : context_(context) {}

  PlanPtr plan(const algebra::PatternPtr& pattern, const ActiveGraph& graph);

 private:
  /// Patterns joined with the one at hand: their variables are none of its business.
  using Siblings = std::vector<algebra::PatternPtr>;

  // join_group.cpp
  void collect(const algebra::PatternPtr& pattern, const ActiveGraph& graph,
               const Siblings& siblings, JoinGroup& group);
  void collect_filter(const algebra::PatternPtr& pattern, const ActiveGraph& graph,
                      const Siblings& siblings, JoinGroup& group);
  void collect_graph(const algebra::Graph& pattern, const Siblings& siblings, JoinGroup& group);
  void add_triple(const algebra::TriplePattern& triple, const ActiveGraph& graph, JoinGroup& group);
  void add_path(const algebra::PathPattern& path, const ActiveGraph& graph, JoinGroup& group);
  void add_plan(PlanPtr plan, JoinGroup& group) const;
  void finish(JoinGroup& group, const PlanPtr& start);
  PlanPtr plan_group(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  /// The group of a pattern to be computed from a seed; nothing when it cannot be.
  std::optional<JoinGroup> seeded_group(const algebra::PatternPtr& pattern,
                                        const ActiveGraph& graph, const Siblings& siblings);

  // exists.cpp
  PlanPtr apply_exists(const algebra::ExpressionPtr& condition, const ActiveGraph& graph,
                       PlanPtr input);

  // counted_pattern.cpp
  /// COUNT(*) of a pattern whose exact count the source knows; null for others.
  PlanPtr plan_counted_pattern(const algebra::Group& group, const ActiveGraph& graph);

  // planner.cpp
  PlanPtr plan_left_join(const algebra::LeftJoin& pattern, const ActiveGraph& graph);
  PlanPtr plan_minus(const algebra::Minus& pattern, const ActiveGraph& graph);
  PlanPtr plan_union(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  PlanPtr plan_extend(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  PlanPtr plan_group_by(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  PlanPtr plan_order_by(const algebra::OrderBy& pattern, const ActiveGraph& graph);
  PlanPtr plan_project(const algebra::Project& pattern, const ActiveGraph& graph);
  PlanPtr plan_slice(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  PlanPtr plan_reference(const algebra::PatternPtr& pattern, const ActiveGraph& graph);
  PlanPtr plan_named_graphs(Slot column) const;
  /// The plan, in every named graph where it does not say in which.
  PlanPtr with_graph(PlanPtr plan, const ActiveGraph& graph) const;

  PlanContext& context_;
};

/// Triples, paths and what joins and filters them, and nothing else.
bool is_simple(const algebra::Pattern& pattern);

}  // namespace prosper::sparql::optimizer
