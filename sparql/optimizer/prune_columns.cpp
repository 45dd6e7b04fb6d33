// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/optimizer/passes.hpp"

namespace prosper::sparql::optimizer {

namespace {

using Slots = std::set<Slot>;

class Pruning {
 public:
  explicit Pruning(const std::vector<algebra::Variable>& variables) {
    for (Slot slot = 0; slot < variables.size(); ++slot) slots_[variables[slot].name] = slot;
  }

  PlanPtr prune(const PlanPtr& plan, const Slots& needed) const {
    PlanNode copy = *plan;
    if (may_lose_columns(copy))
      std::erase_if(copy.columns,
                    [&](const Column& column) { return !needed.contains(column.slot); });
    for (std::size_t index = 0; index < copy.inputs.size(); ++index)
      copy.inputs[index] = prune(plan->inputs[index], needed_of(*plan, index, needed));
    std::erase_if(copy.columns, [&](const Column& column) { return is_gone(copy, column.slot); });
    return std::make_shared<const PlanNode>(std::move(copy));
  }

 private:
  /// The others compare whole rows, or hand their input on.
  static bool may_lose_columns(const PlanNode& plan) {
    return std::visit(algebra::Overloaded{
                          [](const Scan&) { return true; },
                          [](const MergeJoin&) { return true; },
                          [](const HashJoin&) { return true; },
                          [](const IndexJoin&) { return true; },
                          [](const PathJoin&) { return true; },
                          [](const ServiceJoin&) { return true; },
                          [](const HashLeftJoin&) { return true; },
                          [](const SeededLeftJoin&) { return true; },
                          [](const Project&) { return true; },
                          [](const auto&) { return false; },
                      },
                      plan.operation);
  }

  /// A column handed on from an input that has lost it.
  static bool is_gone(const PlanNode& plan, Slot slot) {
    if (plan.inputs.empty() || std::holds_alternative<Group>(plan.operation)) return false;
    for (const PlanPtr& input : plan.inputs)
      if (find_column(*input, slot) != nullptr) return false;
    if (const auto* extend = std::get_if<Extend>(&plan.operation))
      return std::none_of(extend->bindings.begin(), extend->bindings.end(),
                          [&](const auto& binding) { return binding.first == slot; });
    const auto* bind = std::get_if<BindGraph>(&plan.operation);
    const bool is_access = std::holds_alternative<IndexJoin>(plan.operation) ||
                           std::holds_alternative<PathJoin>(plan.operation) ||
                           std::holds_alternative<ServiceJoin>(plan.operation);
    return !is_access && (bind == nullptr || bind->variable != slot);
  }

  static Slots all_columns(const PlanNode& plan) {
    Slots slots;
    for (const Column& column : plan.columns) slots.insert(column.slot);
    return slots;
  }

  Slots needed_of(const PlanNode& plan, std::size_t index, const Slots& needed) const {
    const PlanNode& input = *plan.inputs[index];
    Slots slots = needed;
    const bool is_whole =
        std::visit(algebra::Overloaded{
                       [&](const MergeJoin&) { return add_shared(plan, slots); },
                       [&](const HashJoin&) { return add_shared(plan, slots); },
                       [&](const HashLeftJoin& o) {
                         add(o.condition, o.graph, slots);
                         return add_shared(plan, slots);
                       },
                       [&](const IndexJoin& o) {
                         for (const auto* position :
                              {&o.access.subject, &o.access.predicate, &o.access.object})
                           add(*position, slots);
                         return add(o.access.graph, slots);
                       },
                       [&](const PathJoin& o) {
                         add(o.access.subject, slots);
                         add(o.access.object, slots);
                         return add(o.access.graph, slots);
                       },
                       [&](const ServiceJoin& o) { return add(o.service, slots); },
                       [&](const Filter& o) {
                         for (const auto& condition : o.conditions) add(condition, o.graph, slots);
                         return false;
                       },
                       [&](const Extend& o) {
                         for (const auto& [slot, expression] : o.bindings)
                           add(expression, o.graph, slots);
                         return false;
                       },
                       [&](const BindGraph& o) {
                         slots.insert(o.column);
                         slots.insert(o.variable);
                         return false;
                       },
                       [&](const Group& o) {
                         slots = Slots(o.keys.begin(), o.keys.end());
                         bool counts_rows = false;
                         for (const auto& [slot, aggregate] : o.aggregates) {
                           add(aggregate.operand, o.graph, slots);
                           counts_rows = counts_rows || (!aggregate.operand && aggregate.distinct);
                         }
                         return counts_rows;
                       },
                       [&](const OrderBy& o) {
                         for (const auto& condition : o.conditions)
                           add(condition.expression, o.graph, slots);
                         return false;
                       },
                       [](const Project&) { return false; },
                       [](const Slice&) { return false; },
                       // What is seeded knows the columns of its seed.
                       [](const auto&) { return true; },
                   },
                   plan.operation);
    return is_whole ? all_columns(input) : slots;
  }

  /// What is sent, and what names the endpoint.
  bool add(const algebra::Service& service, Slots& slots) const {
    for (const algebra::Variable& variable : algebra::in_scope_variables(algebra::Pattern{service}))
      if (const auto found = slots_.find(variable.name); found != slots_.end())
        slots.insert(found->second);
    return false;
  }

  static bool add(const Position& position, Slots& slots) {
    if (position.slot) slots.insert(*position.slot);
    return false;
  }

  static bool add(const ActiveGraph& graph, Slots& slots) {
    if (graph.kind == ActiveGraph::Kind::Column) slots.insert(graph.column);
    return false;
  }

  void add(const algebra::ExpressionPtr& expression, const ActiveGraph& graph, Slots& slots) const {
    if (!expression) return;
    add(graph, slots);
    for (const std::string& name : mentioned_variables(*expression))
      if (const auto found = slots_.find(name); found != slots_.end()) slots.insert(found->second);
  }

  static bool add_shared(const PlanNode& plan, Slots& slots) {
    for (const Column& column : plan.inputs[0]->columns)
      if (find_column(*plan.inputs[1], column.slot) != nullptr) slots.insert(column.slot);
    return false;
  }

  std::map<std::string, Slot> slots_;
};

}  // namespace

PlanPtr prune_columns(const PlanPtr& plan, const std::vector<algebra::Variable>& variables,
                      const std::vector<Slot>& answer) {
  return Pruning(variables).prune(plan, Slots(answer.begin(), answer.end()));
}

}  // namespace prosper::sparql::optimizer
