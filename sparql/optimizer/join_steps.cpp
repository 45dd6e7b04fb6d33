// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/join_steps.hpp"

#include <algorithm>

#include "sparql/optimizer/nodes.hpp"

namespace prosper::sparql::optimizer {

namespace {

bool has_free_ends(const PathAccess& path, const JoinState& state,
                   const std::map<Slot, std::size_t>& locals) {
  const auto is_free = [&](const Position& end) {
    return end.slot && state.distinct[locals.at(*end.slot)] == 0;
  };
  return is_free(path.subject) && is_free(path.object);
}

Slot first_of(const std::vector<Slot>& sorted_by) {
  return sorted_by.empty() ? no_slot : sorted_by.front();
}

}  // namespace

void keep(std::vector<JoinWay>& ways, const JoinWay& way) {
  for (const JoinWay& other : ways)
    if (other.cost <= way.cost && (way.sorted_by == no_slot || other.sorted_by == way.sorted_by))
      return;
  std::erase_if(ways, [&](const JoinWay& other) {
    return other.cost >= way.cost &&
           (other.sorted_by == no_slot || other.sorted_by == way.sorted_by);
  });
  ways.push_back(way);
}

JoinSteps::JoinSteps(const JoinGroup& group, const PlanPtr& start, PlanContext& context)
    : group_(group),
      start_(start),
      is_seeded_(start != nullptr && std::holds_alternative<Seed>(start->operation)) {
  const auto number = [&](const std::vector<Column>& columns) {
    for (const Column& column : columns) locals_.try_emplace(column.slot, locals_.size());
  };
  if (start) number(start->columns);
  for (const JoinMember& member : group.members) {
    number(member.columns);
    const auto* access = std::get_if<TripleAccess>(&member.what);
    orders_.push_back(access != nullptr ? available_orders(*access, context)
                                        : std::vector<AvailableOrder>());
  }
}

JoinState JoinSteps::start() const {
  JoinState state;
  state.distinct.assign(locals_.size(), 0);
  state.certain.assign(locals_.size(), false);
  JoinWay way;
  if (start_) {
    state.rows = std::max(1.0, start_->rows);
    for (const Column& column : start_->columns) {
      state.distinct[local(column.slot)] = state.rows;
      state.certain[local(column.slot)] = column.is_certain;
    }
    way.cost = start_->cost;
    way.sorted_by = first_of(start_->sorted_by);
  }
  state.ways.push_back(way);
  return state;
}

bool JoinSteps::is_certain(const JoinMember& member, Slot slot) const {
  return std::any_of(member.columns.begin(), member.columns.end(), [&](const Column& column) {
    return column.slot == slot && column.is_certain;
  });
}

bool JoinSteps::is_connected(const JoinState& state, std::size_t member) const {
  const std::vector<Column>& columns = group_.members[member].columns;
  return columns.empty() || std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
           return state.distinct[local(column.slot)] > 0;
         });
}

double JoinSteps::rows_with(const JoinState& state, std::size_t number) const {
  const JoinMember& member = group_.members[number];
  double rows = state.rows * std::max(0.01, member.rows * member.share);
  for (const auto& [slot, distinct] : member.distinct)
    if (const double before = state.distinct[local(slot)]; before > 0)
      rows /= std::max({1.0, before, distinct});
  return std::max(rows, 0.01);
}

void JoinSteps::extend(const JoinState& state, std::size_t state_number, std::size_t member,
                       JoinState& next) const {
  if (!next.is_reached()) {
    next.rows = rows_with(state, member);
    next.distinct = state.distinct;
    next.certain = state.certain;
    for (const auto& [slot, distinct] : group_.members[member].distinct) {
      double& known = next.distinct[local(slot)];
      known = known > 0 ? std::min(known, distinct) : distinct;
    }
    for (double& distinct : next.distinct)
      if (distinct > 0) distinct = std::max(1.0, std::min(distinct, next.rows));
    for (const Column& column : group_.members[member].columns)
      if (column.is_certain) next.certain[local(column.slot)] = true;
  }
  if (state_number == 0 && !start_)
    add_first(state, state_number, member, next);
  else
    add_joins(state, state_number, member, next);
}

void JoinSteps::add_first(const JoinState& /*state*/, std::size_t state_number, std::size_t member,
                          JoinState& next) const {
  const JoinMember& first = group_.members[member];
  JoinWay way{first.rows, no_slot, state_number, 0, member, JoinMethod::First};
  if (const auto* plan = std::get_if<PlanPtr>(&first.what)) {
    way.cost = (*plan)->cost;
    way.sorted_by = first_of((*plan)->sorted_by);
  } else if (const auto* path = std::get_if<PathAccess>(&first.what)) {
    const bool is_open = path->subject.slot && path->object.slot;
    way.cost = is_open ? first.rows * path_cost : path_cost;
  }
  if (orders_[member].empty()) keep(next.ways, way);
  for (const AvailableOrder& order : orders_[member]) {
    way.sorted_by = first_of(order.sorted_by);
    keep(next.ways, way);
  }
}

void JoinSteps::add_joins(const JoinState& state, std::size_t state_number, std::size_t number,
                          JoinState& next) const {
  const JoinMember& member = group_.members[number];
  const auto* plan = std::get_if<PlanPtr>(&member.what);
  const auto* path = std::get_if<PathAccess>(&member.what);
  const double member_cost = plan != nullptr ? (*plan)->cost : member.rows;
  for (std::size_t index = 0; index < state.ways.size(); ++index) {
    const JoinWay& before = state.ways[index];
    JoinWay way{before.cost, before.sorted_by, state_number, index, number, JoinMethod::Path};
    if (path != nullptr) {
      const double each = has_free_ends(*path, state, locals_) ? member.rows : 1;
      way.cost += state.rows * path_cost * each + next.rows;
      way.sorted_by = no_slot;
      keep(next.ways, way);
      continue;
    }
    // What is computed from a seed is computed for every batch: no scan may be.
    const bool may_scan = plan != nullptr || !is_seeded_;
    way.method = JoinMethod::Hash;
    way.cost = before.cost + member_cost + state.rows + member.rows * hashed_row_cost + next.rows;
    if (may_scan) keep(next.ways, way);
    if (state.rows < member.rows && may_scan) {
      way.method = JoinMethod::HashSwapped;
      way.cost = before.cost + member_cost + member.rows + state.rows * hashed_row_cost + next.rows;
      way.sorted_by = no_slot;
      keep(next.ways, way);
    }
    if (before.sorted_by != no_slot && state.certain[local(before.sorted_by)] &&
        is_certain(member, before.sorted_by) && can_be_sorted_by(number, before.sorted_by)) {
      way.method = JoinMethod::Merge;
      way.sorted_by = before.sorted_by;
      way.cost = before.cost + member_cost + state.rows + member.rows + next.rows;
      keep(next.ways, way);
    }
    if (plan == nullptr) {
      way.method = JoinMethod::Index;
      way.sorted_by = before.sorted_by;
      way.cost = before.cost + state.rows * look_up_cost + next.rows;
      keep(next.ways, way);
    }
  }
}

bool JoinSteps::can_be_sorted_by(std::size_t number, Slot slot) const {
  if (const auto* plan = std::get_if<PlanPtr>(&group_.members[number].what))
    return first_of((*plan)->sorted_by) == slot;
  return std::any_of(orders_[number].begin(), orders_[number].end(),
                     [&](const AvailableOrder& order) { return order.sorted_by.front() == slot; });
}

PlanPtr JoinSteps::member_plan(std::size_t number, Slot sorted_by) const {
  const JoinMember& member = group_.members[number];
  if (const auto* plan = std::get_if<PlanPtr>(&member.what)) return *plan;
  if (const auto* path = std::get_if<PathAccess>(&member.what))
    return make_path_join(*path, make_unit(), member.rows);
  const auto& access = std::get<TripleAccess>(member.what);
  for (const AvailableOrder& order : orders_[number])
    if (sorted_by == no_slot || order.sorted_by.front() == sorted_by)
      return make_scan(access, order.order, order.sorted_by, member.rows);
  return make_scan(access, std::nullopt, {}, member.rows);
}

PlanPtr JoinSteps::build(const PlanPtr& before, const JoinWay& way, double rows) const {
  const JoinMember& member = group_.members[way.member];
  switch (way.method) {
    case JoinMethod::First:
      return member_plan(way.member, way.sorted_by);
    case JoinMethod::Merge:
      return make_merge_join(way.sorted_by, before, member_plan(way.member, way.sorted_by), rows);
    case JoinMethod::Hash:
      return make_hash_join(before, member_plan(way.member, no_slot), rows);
    case JoinMethod::HashSwapped:
      return make_hash_join(member_plan(way.member, no_slot), before, rows);
    case JoinMethod::Index:
      return make_index_join(std::get<TripleAccess>(member.what), before, rows);
    case JoinMethod::Path:
      break;
  }
  return make_path_join(std::get<PathAccess>(member.what), before, rows);
}

}  // namespace prosper::sparql::optimizer
