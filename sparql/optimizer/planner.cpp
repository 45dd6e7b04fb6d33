// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/planner.hpp"

#include <algorithm>

#include "sparql/optimizer/cardinality.hpp"
#include "sparql/optimizer/nodes.hpp"

namespace prosper::sparql::optimizer {

namespace {

using algebra::PatternPtr;

bool is_nothing(const PlanPtr& plan) {
  return std::holds_alternative<Nothing>(plan->operation);
}

/// Left rows with what they may be extended by.
std::vector<Column> optional_columns(const PlanNode& left, const PlanNode& right,
                                     Slot left_out = static_cast<Slot>(-1)) {
  std::vector<Column> columns = left.columns;
  for (const Column& column : right.columns)
    if (column.slot != left_out && find_column(left, column.slot) == nullptr)
      columns.push_back({column.slot, false});
  return columns;
}

PlanPtr make_left_join(PlanNode::Operation operation, PlanPtr left, PlanPtr right,
                       std::vector<Column> columns, double cost, bool keeps_order) {
  PlanNode node{std::move(operation), {}, std::move(columns), {}, 0, cost};
  node.rows = std::max(left->rows, right->rows);
  if (keeps_order) node.sorted_by = left->sorted_by;
  node.inputs = {std::move(left), std::move(right)};
  return std::make_shared<const PlanNode>(std::move(node));
}

}  // namespace

PlanPtr Planner::plan(const PatternPtr& pattern, const ActiveGraph& graph) {
  return std::visit(
      algebra::Overloaded{
          [&](const algebra::BasicGraphPattern&) { return plan_group(pattern, graph); },
          [&](const algebra::PathPattern&) { return plan_group(pattern, graph); },
          [&](const algebra::Join&) { return plan_group(pattern, graph); },
          [&](const algebra::Filter&) { return plan_group(pattern, graph); },
          [&](const algebra::Graph&) { return plan_group(pattern, graph); },
          [&](const algebra::LeftJoin& p) { return plan_left_join(p, graph); },
          [&](const algebra::Minus& p) { return plan_minus(p, graph); },
          [&](const algebra::Union&) { return plan_union(pattern, graph); },
          [&](const algebra::Extend&) { return plan_extend(pattern, graph); },
          [&](const algebra::Group&) { return plan_group_by(pattern, graph); },
          [&](const algebra::OrderBy& p) { return plan_order_by(p, graph); },
          [&](const algebra::Project& p) { return plan_project(p, graph); },
          [&](const algebra::Slice&) { return plan_slice(pattern, graph); },
          [&](const algebra::Service&) { return plan_group(pattern, graph); },
          [&](const algebra::Values& p) {
            const algebra::Names certain = certain_variables(*pattern);
            PlanNode node{Rows{p}, {}, {}, {}, static_cast<double>(p.rows.size()), 0};
            for (const algebra::Variable& variable : p.variables)
              node.columns.push_back({context_.slot(variable), certain.contains(variable.name)});
            node.cost = node.rows;
            return PlanPtr(std::make_shared<const PlanNode>(std::move(node)));
          },
          [&](const algebra::Distinct& p) {
            PlanPtr input = with_graph(plan(p.pattern, graph), graph);
            const double rows = input->rows;
            return make_like_input(Distinct{}, {std::move(input)}, rows, true);
          },
          [&](const algebra::Reduced& p) {
            PlanPtr input = with_graph(plan(p.pattern, graph), graph);
            const double rows = input->rows;
            return make_like_input(Reduced{}, {std::move(input)}, rows, true);
          },
      },
      pattern->value);
}

PlanPtr Planner::plan_left_join(const algebra::LeftJoin& pattern, const ActiveGraph& graph) {
  PlanPtr left = with_graph(plan(pattern.left, graph), graph);
  if (is_nothing(left)) return left;
  PlanPtr right = plan(pattern.right, graph);
  if (is_nothing(right)) return left;
  const double hashed_cost = left->cost + right->cost + left->rows + right->rows * hashed_row_cost;
  if (auto group = seeded_group(pattern.right, graph, {pattern.left})) {
    const Slot row_number = context_.fresh("row");
    const PlanPtr seed = make_seed(*left, row_number);
    finish(*group, seed);
    PlanPtr seeded = order_joins(*group, seed, context_);
    const double seeded_cost = left->cost + seeded->cost + left->rows;
    // What is asked of another endpoint is asked about the rows at hand.
    if (seeded_cost < hashed_cost || !group->services.empty()) {
      std::vector<Column> columns = optional_columns(*left, *seeded, row_number);
      return make_left_join(SeededLeftJoin{pattern.condition, graph, row_number}, std::move(left),
                            std::move(seeded), std::move(columns), seeded_cost, false);
    }
  }
  std::vector<Column> columns = optional_columns(*left, *right);
  return make_left_join(HashLeftJoin{pattern.condition, graph}, std::move(left), std::move(right),
                        std::move(columns), hashed_cost, true);
}

PlanPtr Planner::plan_minus(const algebra::Minus& pattern, const ActiveGraph& graph) {
  PlanPtr left = with_graph(plan(pattern.left, graph), graph);
  PlanPtr right = plan(pattern.right, graph);
  const bool is_column = graph.kind == ActiveGraph::Kind::Column;
  const bool is_comparable =
      std::any_of(right->columns.begin(), right->columns.end(), [&](const Column& column) {
        return find_column(*left, column.slot) != nullptr &&
               !(is_column && column.slot == graph.column);
      });
  if (!is_comparable) return left;
  const double rows = left->rows;
  const std::optional<Slot> graph_column = is_column ? std::optional(graph.column) : std::nullopt;
  return make_like_input(Minus{graph_column}, {std::move(left), std::move(right)}, rows, true);
}

/// A UNION B UNION C nests to the left; its branches are taken in one row.
PlanPtr Planner::plan_union(const PatternPtr& pattern, const ActiveGraph& graph) {
  std::vector<PatternPtr> branches;
  PatternPtr rest = pattern;
  while (const auto* either = std::get_if<algebra::Union>(&rest->value)) {
    branches.push_back(either->right);
    rest = PatternPtr(either->left);
  }
  branches.push_back(rest);
  PlanNode node{Union{}, {}, {}, {}, 0, 0};
  for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch) {
    PlanPtr input = with_graph(plan(*branch, graph), graph);
    if (is_nothing(input)) continue;
    node.rows += input->rows;
    node.cost += input->cost + input->rows;
    node.columns = joined_columns(node.columns, input->columns);
    node.inputs.push_back(std::move(input));
  }
  if (node.inputs.empty()) return make_nothing();
  if (node.inputs.size() == 1) return node.inputs[0];
  for (Column& column : node.columns)
    column.is_certain =
        std::all_of(node.inputs.begin(), node.inputs.end(), [&](const PlanPtr& input) {
          const Column* found = find_column(*input, column.slot);
          return found != nullptr && found->is_certain;
        });
  return std::make_shared<const PlanNode>(std::move(node));
}

/// A chain of Extends is one operator: BNODE("label") gives one node in all expressions of a
/// solution (§17.4.2.9).
PlanPtr Planner::plan_extend(const PatternPtr& pattern, const ActiveGraph& graph) {
  std::vector<const algebra::Extend*> chain;
  PatternPtr inner = pattern;
  while (const auto* extend = std::get_if<algebra::Extend>(&inner->value)) {
    chain.push_back(extend);
    inner = PatternPtr(extend->pattern);
  }
  PlanPtr input = plan(inner, graph);
  // EXISTS in an expression looks into the graph of the row.
  if (std::any_of(chain.begin(), chain.end(),
                  [](const auto* extend) { return contains_exists(*extend->expression); }))
    input = with_graph(std::move(input), graph);
  if (is_nothing(input)) return input;
  Extend operation{{}, graph};
  std::vector<Column> columns = input->columns;
  for (auto extend = chain.rbegin(); extend != chain.rend(); ++extend) {
    const Slot slot = context_.slot((*extend)->variable);
    const bool is_constant = std::holds_alternative<rdf::Term>((*extend)->expression->value);
    operation.bindings.emplace_back(slot, (*extend)->expression);
    std::erase_if(columns, [&](const Column& column) { return column.slot == slot; });
    columns.push_back({slot, is_constant});
  }
  PlanNode node{std::move(operation), {},          std::move(columns),
                input->sorted_by,     input->rows, input->cost + input->rows};
  node.inputs.push_back(std::move(input));
  return std::make_shared<const PlanNode>(std::move(node));
}

PlanPtr Planner::plan_group_by(const PatternPtr& pattern, const ActiveGraph& graph) {
  const auto& group = std::get<algebra::Group>(pattern->value);
  const bool is_column = graph.kind == ActiveGraph::Kind::Column;
  // One group in every graph, also where there are no solutions.
  if (is_column && group.keys.empty()) return plan_reference(pattern, graph);
  if (PlanPtr counted = plan_counted_pattern(group, graph)) return counted;
  PlanPtr input = with_graph(plan(group.pattern, graph), graph);
  Group operation{{}, {}, graph, group.keys.empty()};
  PlanNode node{Group{}, {}, {}, {}, 1, input->cost + input->rows * hashed_row_cost};
  const auto add_key = [&](Slot slot) {
    const Column* column = find_column(*input, slot);
    if (std::find(operation.keys.begin(), operation.keys.end(), slot) != operation.keys.end())
      return;
    operation.keys.push_back(slot);
    node.columns.push_back({slot, column != nullptr && column->is_certain});
  };
  for (const algebra::Variable& key : group.keys) add_key(context_.slot(key));
  if (is_column) add_key(graph.column);
  for (const auto& [variable, aggregate] : group.aggregates) {
    const Slot slot = context_.slot(variable);
    operation.aggregates.emplace_back(slot, aggregate);
    node.columns.push_back({slot, aggregate.function == algebra::AggregateFunction::Count});
  }
  if (!group.keys.empty()) node.rows = std::max(1.0, input->rows / 10);
  node.operation = std::move(operation);
  node.inputs.push_back(std::move(input));
  return std::make_shared<const PlanNode>(std::move(node));
}

PlanPtr Planner::plan_order_by(const algebra::OrderBy& pattern, const ActiveGraph& graph) {
  PlanPtr input = with_graph(plan(pattern.pattern, graph), graph);
  const double rows = input->rows;
  return make_like_input(OrderBy{pattern.conditions, graph, std::nullopt}, {std::move(input)}, rows,
                         false);
}

PlanPtr Planner::plan_project(const algebra::Project& pattern, const ActiveGraph& graph) {
  PlanPtr input = plan(pattern.pattern, graph);
  if (is_nothing(input)) return input;
  PlanNode node{Project{}, {}, {}, {}, input->rows, input->cost};
  const auto add = [&](Slot slot) {
    const Column* column = find_column(*input, slot);
    if (column != nullptr && find_column(node, slot) == nullptr) node.columns.push_back(*column);
  };
  for (const algebra::Variable& variable : pattern.variables) add(context_.slot(variable));
  if (graph.kind == ActiveGraph::Kind::Column) add(graph.column);
  for (const Slot slot : input->sorted_by) {
    if (find_column(node, slot) == nullptr) break;
    node.sorted_by.push_back(slot);
  }
  node.inputs.push_back(std::move(input));
  return std::make_shared<const PlanNode>(std::move(node));
}

PlanPtr Planner::plan_slice(const PatternPtr& pattern, const ActiveGraph& graph) {
  // A slice in every graph.
  if (graph.kind == ActiveGraph::Kind::Column) return plan_reference(pattern, graph);
  const auto& slice = std::get<algebra::Slice>(pattern->value);
  PlanPtr input = plan(slice.pattern, graph);
  double rows = input->rows;
  if (slice.limit) rows = std::min(rows, static_cast<double>(*slice.limit));
  return make_like_input(Slice{slice.offset, slice.limit}, {std::move(input)}, rows, true);
}

PlanPtr Planner::plan_reference(const PatternPtr& pattern, const ActiveGraph& graph) {
  PatternPtr whole = pattern;
  PlanNode node{ReferencePattern{}, {}, {}, {}, 1000, 1e6};
  if (graph.kind == ActiveGraph::Kind::One)
    whole = algebra::make_pattern(algebra::Graph{context_.source.term(graph.graph), pattern});
  if (graph.kind == ActiveGraph::Kind::Column)
    whole = algebra::make_pattern(algebra::Graph{context_.variables[graph.column], pattern});
  const algebra::Names certain = certain_variables(*whole);
  for (const std::string& name : scope_of(*whole))
    node.columns.push_back({context_.slot(algebra::Variable{name}), certain.contains(name)});
  node.operation = ReferencePattern{std::move(whole)};
  return std::make_shared<const PlanNode>(std::move(node));
}

PlanPtr Planner::plan_named_graphs(Slot column) const {
  const double rows = context_.graphs.named_graphs
                          ? static_cast<double>(context_.graphs.named_graphs->size())
                          : 1000;
  return std::make_shared<const PlanNode>(
      PlanNode{NamedGraphs{column}, {}, {{column, true}}, {}, rows, rows});
}

PlanPtr Planner::with_graph(PlanPtr plan, const ActiveGraph& graph) const {
  if (graph.kind != ActiveGraph::Kind::Column || is_nothing(plan) ||
      find_column(*plan, graph.column) != nullptr)
    return plan;
  PlanPtr names = plan_named_graphs(graph.column);
  const double rows = names->rows * plan->rows;
  return make_hash_join(std::move(names), std::move(plan), rows);
}

}  // namespace prosper::sparql::optimizer
