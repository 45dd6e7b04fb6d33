// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "sparql/optimizer/plan_context.hpp"

namespace prosper::sparql::optimizer {

/// One of the patterns of a join group.
struct JoinMember {
  std::variant<TripleAccess, PathAccess, PlanPtr> what;
  std::vector<Column> columns;
  double rows = 0;
  /// The share that filters on this member alone let through.
  double share = 1;
  std::map<Slot, double> distinct;
};

/// A condition on the solutions of the group.
struct GroupFilter {
  algebra::ExpressionPtr condition;
  ActiveGraph graph;
  /// Those of its variables that the group binds.
  std::vector<Slot> slots;
  /// Only on whole solutions.
  bool is_last = false;
};

struct GroupService {
  algebra::Service service;
  /// Nothing of the group stands before it in the query.
  bool is_first = false;
};

/// Patterns to be joined in whatever order, and filters to be applied as soon as they can be.
struct JoinGroup {
  std::vector<JoinMember> members;
  /// Joined last, to be asked only about the rows that are left; see order_joins.
  std::vector<GroupService> services;
  std::vector<GroupFilter> filters;
  bool is_empty = false;
};

/// Chooses the order, by dynamic programming up to a dozen members and greedily beyond, and for
/// every step how to join. `start`, if any, is joined first. A service that the query begins with
/// is asked first, and for everything, when the rows of the others would need too many calls.
PlanPtr order_joins(const JoinGroup& group, const PlanPtr& start, PlanContext& context);

}  // namespace prosper::sparql::optimizer
