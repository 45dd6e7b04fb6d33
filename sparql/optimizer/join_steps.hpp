// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sparql/optimizer/cardinality.hpp"
#include "sparql/optimizer/join_order.hpp"

/// Private to order_joins: joins weighed without being built.
namespace prosper::sparql::optimizer {

inline constexpr Slot no_slot = static_cast<Slot>(-1);

enum class JoinMethod : std::uint8_t { First, Merge, Hash, HashSwapped, Index, Path };

/// One way to compute what a state computes.
struct JoinWay {
  double cost = 0;
  /// What its rows are sorted by first; no_slot: nothing.
  Slot sorted_by = no_slot;
  /// The step before: which state, and which of its ways.
  std::size_t state = 0;
  std::size_t way = 0;
  std::size_t member = 0;
  JoinMethod method = JoinMethod::First;
};

/// The join of some members: what is known of its rows, and the ways worth keeping.
struct JoinState {
  double rows = 1;
  /// By variable of the group: different values, 0 when the state has no such column.
  std::vector<double> distinct;
  std::vector<bool> certain;
  std::vector<JoinWay> ways;

  bool is_reached() const { return !ways.empty(); }
};

/// Weighs steps from one state to the next.
class JoinSteps {
 public:
  JoinSteps(const JoinGroup& group, const PlanPtr& start, PlanContext& context);

  std::size_t size() const { return group_.members.size(); }

  JoinState start() const;
  bool is_connected(const JoinState& state, std::size_t member) const;
  /// Adds to `next` the ways that lead from `state` over `member`.
  void extend(const JoinState& state, std::size_t state_number, std::size_t member,
              JoinState& next) const;
  /// The rows of the next state alone.
  double rows_with(const JoinState& state, std::size_t member) const;

  /// The plan of one step.
  PlanPtr build(const PlanPtr& before, const JoinWay& way, double rows) const;

 private:
  std::size_t local(Slot slot) const { return locals_.at(slot); }

  bool is_certain(const JoinMember& member, Slot slot) const;
  bool can_be_sorted_by(std::size_t member, Slot slot) const;
  PlanPtr member_plan(std::size_t member, Slot sorted_by) const;
  void add_first(const JoinState& state, std::size_t state_number, std::size_t member,
                 JoinState& next) const;
  void add_joins(const JoinState& state, std::size_t state_number, std::size_t member,
                 JoinState& next) const;

  const JoinGroup& group_;
  PlanPtr start_;
  bool is_seeded_;
  std::map<Slot, std::size_t> locals_;
  /// Of triple patterns: how they can be scanned.
  std::vector<std::vector<AvailableOrder>> orders_;
};

/// Keeps `way` unless a kept one is as cheap and as sorted.
void keep(std::vector<JoinWay>& ways, const JoinWay& way);

}  // namespace prosper::sparql::optimizer
