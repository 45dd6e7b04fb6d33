// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/nodes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/optimizer/cardinality.hpp"

namespace prosper::sparql::optimizer {

namespace {

PlanPtr make_node(PlanNode node) {
  return std::make_shared<const PlanNode>(std::move(node));
}

void add_column(std::vector<Column>& columns, Column column) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& other) { return other.slot == column.slot; });
  if (found == columns.end())
    columns.push_back(column);
  else
    found->is_certain = found->is_certain || column.is_certain;
}

template <typename Access>
std::vector<Column> slots_of(const Access& access, std::initializer_list<const Position*> all) {
  std::vector<Column> columns;
  for (const Position* position : all)
    if (position->slot) add_column(columns, {*position->slot, true});
  if (access.graph.kind == ActiveGraph::Kind::Column)
    add_column(columns, {access.graph.column, true});
  return columns;
}

}  // namespace

std::vector<Column> joined_columns(const std::vector<Column>& left,
                                   const std::vector<Column>& right) {
  std::vector<Column> columns = left;
  for (const Column& column : right) add_column(columns, column);
  return columns;
}

std::vector<Column> columns_of(const TripleAccess& access) {
  return slots_of(access, {&access.subject, &access.predicate, &access.object});
}

std::vector<Column> columns_of(const PathAccess& access) {
  return slots_of(access, {&access.subject, &access.object});
}

PlanPtr make_unit() {
  return make_node({Unit{}, {}, {}, {}, 1, 0});
}

PlanPtr make_nothing() {
  return make_node({Nothing{}, {}, {}, {}, 0, 0});
}

PlanPtr make_seed(const PlanNode& left, Slot row_number) {
  std::vector<Column> columns = left.columns;
  columns.push_back({row_number, true});
  return make_node({Seed{}, {}, std::move(columns), {}, left.rows, 0});
}

PlanPtr make_scan(const TripleAccess& access, std::optional<store::ScanOrder> order,
                  std::vector<Slot> sorted_by, double rows) {
  return make_node({Scan{access, order}, {}, columns_of(access), std::move(sorted_by), rows, rows});
}

PlanPtr make_merge_join(Slot key, PlanPtr left, PlanPtr right, double rows) {
  const double cost = left->cost + right->cost + left->rows + right->rows;
  std::vector<Column> columns = joined_columns(left->columns, right->columns);
  std::vector<Slot> sorted_by{key};
  return make_node({MergeJoin{key},
                    {std::move(left), std::move(right)},
                    std::move(columns),
                    std::move(sorted_by),
                    rows,
                    cost});
}

PlanPtr make_hash_join(PlanPtr left, PlanPtr right, double rows) {
  const double cost = left->cost + right->cost + left->rows + right->rows * hashed_row_cost + rows;
  std::vector<Column> columns = joined_columns(left->columns, right->columns);
  std::vector<Slot> sorted_by = left->sorted_by;
  return make_node({HashJoin{},
                    {std::move(left), std::move(right)},
                    std::move(columns),
                    std::move(sorted_by),
                    rows,
                    cost});
}

PlanPtr make_index_join(const TripleAccess& access, PlanPtr input, double rows) {
  const double cost = input->cost + input->rows * look_up_cost + rows;
  std::vector<Column> columns = joined_columns(input->columns, columns_of(access));
  std::vector<Slot> sorted_by = input->sorted_by;
  return make_node({IndexJoin{access},
                    {std::move(input)},
                    std::move(columns),
                    std::move(sorted_by),
                    rows,
                    cost});
}

PlanPtr make_service_join(const algebra::Service& service, PlanPtr input, PlanContext& context) {
  constexpr double rows_a_call = 100;
  constexpr double unknown_rows = 1000;
  const algebra::Pattern pattern{service};
  const algebra::Names certain = certain_variables(pattern);
  std::vector<Column> asked;
  bool is_bound = false;
  for (const algebra::Variable& variable : algebra::in_scope_variables(pattern)) {
    const Slot slot = context.slot(variable);
    const bool is_known = find_column(*input, slot) != nullptr;
    is_bound = is_bound || is_known;
    // Only the input can bind the variable that names the endpoint.
    const auto* endpoint = std::get_if<algebra::Variable>(&service.endpoint);
    const bool is_endpoint = endpoint != nullptr && *endpoint == variable;
    if (!variable.is_internal() && (is_known || !is_endpoint))
      asked.push_back({slot, certain.contains(variable.name)});
  }
  const double calls = is_bound ? std::ceil(input->rows / rows_a_call) : 1;
  const double rows = is_bound ? input->rows : input->rows * unknown_rows;
  const double cost = input->cost + calls * call_cost + rows;
  std::vector<Column> columns = joined_columns(input->columns, asked);
  return make_node({ServiceJoin{service}, {std::move(input)}, std::move(columns), {}, rows, cost});
}

PlanPtr make_path_join(const PathAccess& access, PlanPtr input, double rows) {
  const double cost = input->cost + input->rows * path_cost + rows;
  std::vector<Column> columns = joined_columns(input->columns, columns_of(access));
  return make_node({PathJoin{access}, {std::move(input)}, std::move(columns), {}, rows, cost});
}

PlanPtr make_filter(std::vector<algebra::ExpressionPtr> conditions, const ActiveGraph& graph,
                    PlanPtr input) {
  double rows = input->rows;
  for (const algebra::ExpressionPtr& condition : conditions) rows *= selectivity(*condition);
  return make_like_input(Filter{std::move(conditions), graph}, {std::move(input)}, rows, true);
}

PlanPtr make_like_input(PlanNode::Operation operation, std::vector<PlanPtr> inputs, double rows,
                        bool keeps_order) {
  PlanNode node{std::move(operation), {}, inputs[0]->columns, {}, rows, rows};
  if (keeps_order) node.sorted_by = inputs[0]->sorted_by;
  for (const PlanPtr& input : inputs) node.cost += input->cost;
  node.inputs = std::move(inputs);
  return make_node(std::move(node));
}

}  // namespace prosper::sparql::optimizer
