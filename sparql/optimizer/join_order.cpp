// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/join_order.hpp"

#include <algorithm>

#include "sparql/optimizer/join_steps.hpp"
#include "sparql/optimizer/nodes.hpp"

namespace prosper::sparql::optimizer {

namespace {

constexpr std::size_t maximum_members_for_dynamic_programming = 12;

using States = std::vector<JoinState>;

/// What is to be done, first to last, and the rows after each step.
struct Step {
  JoinWay way;
  double rows;
};

std::size_t cheapest(const JoinState& state) {
  std::size_t best = 0;
  for (std::size_t way = 1; way < state.ways.size(); ++way)
    if (state.ways[way].cost < state.ways[best].cost) best = way;
  return best;
}

std::vector<Step> trace(const States& states, std::size_t last) {
  std::vector<Step> steps;
  std::size_t way = cheapest(states[last]);
  for (std::size_t state = last; state != 0;) {
    const JoinWay& taken = states[state].ways[way];
    steps.push_back({taken, states[state].rows});
    way = taken.way;
    state = taken.state;
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

/// The states are the subsets of the members, as bits.
std::vector<Step> order_all(const JoinSteps& joins) {
  const std::size_t subsets = std::size_t{1} << joins.size();
  States states(subsets);
  states[0] = joins.start();
  for (std::size_t subset = 0; subset + 1 < subsets; ++subset) {
    if (!states[subset].is_reached()) continue;
    bool is_connected = false;
    // A product only where nothing is connected.
    for (const bool with_products : {false, true}) {
      if (with_products && is_connected) break;
      for (std::size_t member = 0; member < joins.size(); ++member) {
        const std::size_t bit = std::size_t{1} << member;
        if ((subset & bit) != 0) continue;
        const bool is_free = subset == 0 || joins.is_connected(states[subset], member);
        if (!is_free && !with_products) continue;
        is_connected = true;
        joins.extend(states[subset], subset, member, states[subset | bit]);
      }
    }
  }
  return trace(states, subsets - 1);
}

/// One state a step: always the member that leaves the fewest rows.
std::vector<Step> order_greedily(const JoinSteps& joins) {
  States states{joins.start()};
  std::vector<bool> is_joined(joins.size(), false);
  for (std::size_t step = 0; step < joins.size(); ++step) {
    const JoinState& state = states.back();
    std::size_t best = joins.size();
    std::pair<bool, double> best_rank;
    for (std::size_t member = 0; member < joins.size(); ++member) {
      if (is_joined[member]) continue;
      const std::pair<bool, double> rank(!joins.is_connected(state, member) && step > 0,
                                         joins.rows_with(state, member));
      if (best != joins.size() && !(rank < best_rank)) continue;
      best = member;
      best_rank = rank;
    }
    is_joined[best] = true;
    JoinState next;
    joins.extend(state, step, best, next);
    states.push_back(std::move(next));
  }
  return trace(states, joins.size());
}

/// The filters of a group that are still to be applied.
class PendingFilters {
 public:
  explicit PendingFilters(const JoinGroup& group)
      : group_(group), is_applied_(group.filters.size()) {}

  PlanPtr apply(PlanPtr plan, bool is_last) {
    for (std::size_t index = 0; index < group_.filters.size(); ++index) {
      const GroupFilter& filter = group_.filters[index];
      if (is_applied_[index] || (!is_last && !is_ready(filter, *plan))) continue;
      is_applied_[index] = true;
      plan = make_filter({filter.condition}, filter.graph, std::move(plan));
    }
    return plan;
  }

 private:
  static bool is_ready(const GroupFilter& filter, const PlanNode& plan) {
    return !filter.is_last && std::all_of(filter.slots.begin(), filter.slots.end(), [&](Slot slot) {
      const Column* column = find_column(plan, slot);
      return column != nullptr && column->is_certain;
    });
  }

  const JoinGroup& group_;
  std::vector<bool> is_applied_;
};

}  // namespace

PlanPtr order_joins(const JoinGroup& group, const PlanPtr& start, PlanContext& context) {
  if (group.is_empty) return make_nothing();
  const JoinSteps joins(group, start, context);
  std::vector<Step> steps;
  if (joins.size() > maximum_members_for_dynamic_programming)
    steps = order_greedily(joins);
  else if (joins.size() > 0)
    steps = order_all(joins);
  PendingFilters filters(group);
  PlanPtr plan = start ? start : make_unit();
  for (const Step& step : steps) {
    plan = joins.build(plan, step.way, step.rows);
    plan = filters.apply(std::move(plan), false);
  }
  return filters.apply(std::move(plan), true);
}

}  // namespace prosper::sparql::optimizer
