// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/join_order.hpp"

#include <algorithm>
#include <optional>

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

std::vector<Step> order_members(const JoinSteps& joins) {
  if (joins.size() == 0) return {};
  return joins.size() > maximum_members_for_dynamic_programming ? order_greedily(joins)
                                                                : order_all(joins);
}

using Services = std::vector<const algebra::Service*>;

/// Takes the next one: whose endpoint is known, if there is such a one.
const algebra::Service& take_service(Services& services, const PlanNode& plan,
                                     PlanContext& context) {
  const auto is_known = [&](const algebra::Service* service) {
    const auto* variable = std::get_if<algebra::Variable>(&service->endpoint);
    return variable == nullptr || find_column(plan, context.slot(*variable)) != nullptr;
  };
  auto next = std::find_if(services.begin(), services.end(), is_known);
  if (next == services.end()) next = services.begin();
  const algebra::Service& service = **next;
  services.erase(next);
  return service;
}

bool is_better_first(const GroupService& first, double rows_of_others) {
  constexpr double maximum_rows_sent = 10'000;
  return first.is_first && rows_of_others > maximum_rows_sent &&
         std::holds_alternative<rdf::Term>(first.service.endpoint);
}

}  // namespace

PlanPtr order_joins(const JoinGroup& group, const PlanPtr& start, PlanContext& context) {
  if (group.is_empty) return make_nothing();
  Services services;
  for (const GroupService& service : group.services) services.push_back(&service.service);
  PlanPtr plan = start ? start : make_unit();
  std::optional<JoinSteps> joins(std::in_place, group, start, context);
  std::vector<Step> steps = order_members(*joins);
  if (!start && !steps.empty() && !services.empty() &&
      is_better_first(group.services.front(), steps.back().rows)) {
    plan = make_service_join(*services.front(), plan, context);
    services.erase(services.begin());
    joins.emplace(group, plan, context);
    steps = order_members(*joins);
  }
  PendingFilters filters(group);
  for (const Step& step : steps) {
    plan = joins->build(plan, step.way, step.rows);
    plan = filters.apply(std::move(plan), false);
  }
  while (!services.empty()) {
    const algebra::Service& service = take_service(services, *plan, context);
    plan = filters.apply(make_service_join(service, std::move(plan), context), false);
  }
  return filters.apply(std::move(plan), true);
}

}  // namespace prosper::sparql::optimizer
