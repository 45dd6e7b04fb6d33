// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/optimizer/cardinality.hpp"
#include "sparql/optimizer/nodes.hpp"
#include "sparql/optimizer/planner.hpp"

namespace prosper::sparql::optimizer {

namespace {

bool binds(const JoinMember& member, Slot slot) {
  return std::any_of(member.columns.begin(), member.columns.end(),
                     [&](const Column& column) { return column.slot == slot; });
}

/// The condition means the same on the solutions of the whole group: what `pattern` leaves open, no
/// sibling binds.
bool is_scope_free(const algebra::Names& names, const algebra::Pattern& pattern,
                   const std::vector<algebra::PatternPtr>& siblings) {
  const algebra::Names certain = certain_variables(pattern);
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return certain.contains(name) ||
           std::none_of(siblings.begin(), siblings.end(), [&](const algebra::PatternPtr& sibling) {
             return scope_of(*sibling).contains(name);
           });
  });
}

/// A service of the group may bind it.
bool is_asked(const JoinGroup& group, const algebra::Variable& variable) {
  return std::any_of(group.services.begin(), group.services.end(),
                     [&](const GroupService& service) {
                       return scope_of(*service.service.pattern).contains(variable.name);
                     });
}

}  // namespace

bool is_simple(const algebra::Pattern& pattern) {
  return std::visit(
      algebra::Overloaded{
          [](const algebra::BasicGraphPattern&) { return true; },
          [](const algebra::PathPattern&) { return true; },
          [](const algebra::Values&) { return true; },
          [](const algebra::Service&) { return true; },
          [](const algebra::Join& p) { return is_simple(*p.left) && is_simple(*p.right); },
          [](const algebra::Filter& p) {
            return !contains_exists(*p.condition) && !is_volatile(*p.condition) &&
                   is_simple(*p.pattern);
          },
          [](const algebra::Graph& p) {
            const auto* name = std::get_if<algebra::Variable>(&p.name);
            return is_simple(*p.pattern) &&
                   (name == nullptr || !mentioned_variables(*p.pattern).contains(name->name));
          },
          [](const auto&) { return false; },
      },
      pattern.value);
}

void Planner::collect(const algebra::PatternPtr& pattern, const ActiveGraph& graph,
                      const Siblings& siblings, JoinGroup& group) {
  if (const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern->value)) {
    for (const algebra::TriplePattern& triple : basic->triples) add_triple(triple, graph, group);
  } else if (const auto* path = std::get_if<algebra::PathPattern>(&pattern->value)) {
    add_path(*path, graph, group);
  } else if (const auto* join = std::get_if<algebra::Join>(&pattern->value)) {
    Siblings around = siblings;
    around.push_back(join->right);
    collect(join->left, graph, around, group);
    around.back() = join->left;
    collect(join->right, graph, around, group);
  } else if (std::holds_alternative<algebra::Filter>(pattern->value)) {
    collect_filter(pattern, graph, siblings, group);
  } else if (const auto* named = std::get_if<algebra::Graph>(&pattern->value)) {
    collect_graph(*named, siblings, group);
  } else if (const auto* service = std::get_if<algebra::Service>(&pattern->value)) {
    group.services.push_back({*service, group.members.empty() && group.services.empty()});
  } else {
    add_plan(plan(pattern, graph), group);
  }
}

void Planner::collect_filter(const algebra::PatternPtr& pattern, const ActiveGraph& graph,
                             const Siblings& siblings, JoinGroup& group) {
  const auto& filter = std::get<algebra::Filter>(pattern->value);
  const algebra::Names names = mentioned_variables(*filter.condition);
  const bool is_alone = siblings.empty();
  const bool is_free =
      !is_volatile(*filter.condition) && is_scope_free(names, *filter.pattern, siblings);
  if (!is_alone && !is_free) return add_plan(plan(pattern, graph), group);
  collect(filter.pattern, graph, siblings, group);
  GroupFilter collected{filter.condition, graph, {}, false};
  for (const std::string& name : names)
    collected.slots.push_back(context_.slot(algebra::Variable{name}));
  collected.is_last = is_volatile(*filter.condition) || contains_exists(*filter.condition);
  group.filters.push_back(std::move(collected));
}

void Planner::collect_graph(const algebra::Graph& pattern, const Siblings& siblings,
                            JoinGroup& group) {
  if (const auto* term = std::get_if<rdf::Term>(&pattern.name)) {
    const std::optional<store::TermId> id = context_.source.find(*term);
    // A graph without a triple is none, unless the request names it.
    const bool exists = id && context_.graphs.may_be_named(*id) &&
                        (context_.graphs.named_graphs ||
                         context_.source.estimate({{}, {}, {}, store::GraphScope::one(*id)}) > 0);
    group.is_empty = group.is_empty || !exists;
    if (exists) collect(pattern.pattern, {ActiveGraph::Kind::One, *id, 0}, siblings, group);
    return;
  }
  const auto& name = std::get<algebra::Variable>(pattern.name);
  const Slot variable = context_.slot(name);
  if (mentioned_variables(*pattern.pattern).contains(name.name)) {
    // Inside, the variable is not bound yet: it is joined with the graph afterwards.
    const ActiveGraph inside{ActiveGraph::Kind::Column, {}, context_.fresh("g")};
    PlanPtr found = with_graph(plan(pattern.pattern, inside), inside);
    std::vector<Column> columns = found->columns;
    std::erase_if(columns, [&](const Column& column) {
      return column.slot == inside.column || column.slot == variable;
    });
    columns.push_back({variable, true});
    const double rows = found->rows;
    const double cost = found->cost + rows;
    add_plan(std::make_shared<const PlanNode>(PlanNode{
                 BindGraph{inside.column, variable}, {std::move(found)}, columns, {}, rows, cost}),
             group);
    return;
  }
  const std::size_t before = group.members.size();
  collect(pattern.pattern, {ActiveGraph::Kind::Column, {}, variable}, siblings, group);
  const bool is_bound =
      std::any_of(group.members.begin() + static_cast<std::ptrdiff_t>(before), group.members.end(),
                  [&](const JoinMember& member) { return binds(member, variable); });
  if (!is_bound) add_plan(plan_named_graphs(variable), group);
}

void Planner::add_triple(const algebra::TriplePattern& triple, const ActiveGraph& graph,
                         JoinGroup& group) {
  TripleAccess access{context_.resolve(triple.subject), context_.resolve(triple.predicate),
                      context_.resolve(triple.object), graph};
  for (const Position* position : {&access.subject, &access.predicate, &access.object})
    group.is_empty = group.is_empty || (!position->slot && !position->id);
  if (group.is_empty) return;
  AccessStatistics statistics = estimate(access, context_);
  std::vector<Column> columns = columns_of(access);
  group.members.push_back(
      {std::move(access), std::move(columns), statistics.rows, 1, std::move(statistics.distinct)});
}

void Planner::add_path(const algebra::PathPattern& path, const ActiveGraph& graph,
                       JoinGroup& group) {
  PathAccess access{context_.resolve(path.subject), path.path, context_.resolve(path.object),
                    graph};
  AccessStatistics statistics = estimate(access, context_);
  std::vector<Column> columns = columns_of(access);
  group.members.push_back(
      {std::move(access), std::move(columns), statistics.rows, 1, std::move(statistics.distinct)});
}

void Planner::add_plan(PlanPtr plan, JoinGroup& group) const {
  if (std::holds_alternative<Nothing>(plan->operation)) group.is_empty = true;
  JoinMember member{plan, plan->columns, plan->rows, 1, {}};
  for (const Column& column : plan->columns)
    member.distinct[column.slot] = std::max(1.0, plan->rows);
  group.members.push_back(std::move(member));
}

/// Filters know the columns of the group now.
void Planner::finish(JoinGroup& group, const PlanPtr& start) {
  for (GroupFilter& filter : group.filters) {
    std::erase_if(filter.slots, [&](Slot slot) {
      const bool is_seeded = start && find_column(*start, slot) != nullptr;
      return !is_seeded && !is_asked(group, context_.variables[slot]) &&
             std::none_of(group.members.begin(), group.members.end(),
                          [&](const JoinMember& member) { return binds(member, slot); });
    });
    if (filter.is_last || filter.slots.empty()) continue;
    for (JoinMember& member : group.members)
      if (std::all_of(filter.slots.begin(), filter.slots.end(),
                      [&](Slot slot) { return binds(member, slot); }))
        member.share *= selectivity(*filter.condition);
  }
}

PlanPtr Planner::plan_group(const algebra::PatternPtr& pattern, const ActiveGraph& graph) {
  JoinGroup group;
  collect(pattern, graph, {}, group);
  if (group.is_empty) return make_nothing();
  finish(group, nullptr);
  std::vector<GroupFilter> exists;
  std::vector<GroupFilter> others;
  for (GroupFilter& filter : group.filters)
    (contains_exists(*filter.condition) ? exists : others).push_back(std::move(filter));
  group.filters = std::move(others);
  PlanPtr plan = order_joins(group, nullptr, context_);
  // EXISTS looks into the graph of the row.
  for (const GroupFilter& filter : exists)
    plan = apply_exists(filter.condition, filter.graph, with_graph(std::move(plan), filter.graph));
  return plan;
}

std::optional<JoinGroup> Planner::seeded_group(const algebra::PatternPtr& pattern,
                                               const ActiveGraph& graph, const Siblings& siblings) {
  if (!is_simple(*pattern)) return std::nullopt;
  JoinGroup group;
  collect(pattern, graph, siblings, group);
  for (const JoinMember& member : group.members) {
    const auto* plan = std::get_if<PlanPtr>(&member.what);
    if (plan != nullptr && !std::holds_alternative<Rows>((*plan)->operation)) return std::nullopt;
  }
  return group;
}

}  // namespace prosper::sparql::optimizer
