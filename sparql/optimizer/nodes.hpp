// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/optimizer/plan_context.hpp"

/// Making plan nodes: each function fills in columns, order, rows and cost.
namespace prosper::sparql::optimizer {

/// What a row costs against one that a scan hands out.
inline constexpr double look_up_cost = 80;
inline constexpr double path_cost = 300;
inline constexpr double hashed_row_cost = 3;
/// Of another endpoint.
inline constexpr double call_cost = 100'000;

PlanPtr make_unit();
PlanPtr make_nothing();
PlanPtr make_seed(const PlanNode& left, Slot row_number);
PlanPtr make_scan(const TripleAccess& access, std::optional<store::ScanOrder> order,
                  std::vector<Slot> sorted_by, double rows);
PlanPtr make_merge_join(Slot key, PlanPtr left, PlanPtr right, double rows);
PlanPtr make_hash_join(PlanPtr left, PlanPtr right, double rows);
PlanPtr make_index_join(const TripleAccess& access, PlanPtr input, double rows);
PlanPtr make_service_join(const algebra::Service& service, PlanPtr input, PlanContext& context);
PlanPtr make_path_join(const PathAccess& access, PlanPtr input, double rows);
PlanPtr make_filter(std::vector<algebra::ExpressionPtr> conditions, const ActiveGraph& graph,
                    PlanPtr input);
/// Any operator whose rows have the columns of its first input.
PlanPtr make_like_input(PlanNode::Operation operation, std::vector<PlanPtr> inputs, double rows,
                        bool keeps_order);

/// The columns of a join: certain when one side is.
std::vector<Column> joined_columns(const std::vector<Column>& left,
                                   const std::vector<Column>& right);
std::vector<Column> columns_of(const TripleAccess& access);
std::vector<Column> columns_of(const PathAccess& access);

}  // namespace prosper::sparql::optimizer
