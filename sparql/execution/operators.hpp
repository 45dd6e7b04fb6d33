// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/execution/operator.hpp"

/// One function an operator of plans, each in the file of its name. Private to build.
namespace prosper::sparql::execution {

using optimizer::PlanNode;

OperatorPtr make_unit(const PlanNode& node);
OperatorPtr make_seed(const PlanNode& node, const Batch& seed);
OperatorPtr make_named_graphs(const PlanNode& node, Run& run);
OperatorPtr make_rows(const optimizer::Rows& rows, const PlanNode& node, Run& run);
OperatorPtr make_scan(const optimizer::Scan& scan, const PlanNode& node, Run& run);
OperatorPtr make_merge_join(const optimizer::MergeJoin& join, const PlanNode& node, Run& run,
                            OperatorPtr left, OperatorPtr right);
OperatorPtr make_hash_join(const PlanNode& node, Run& run, OperatorPtr left, OperatorPtr right);
OperatorPtr make_index_join(const optimizer::IndexJoin& join, const PlanNode& node, Run& run,
                            OperatorPtr input);
OperatorPtr make_path_join(const optimizer::PathJoin& join, const PlanNode& node, Run& run,
                           OperatorPtr input);
OperatorPtr make_service_join(const optimizer::ServiceJoin& join, const PlanNode& node, Run& run,
                              OperatorPtr input);
OperatorPtr make_hash_left_join(const optimizer::HashLeftJoin& join, const PlanNode& node, Run& run,
                                OperatorPtr left, OperatorPtr right);
OperatorPtr make_seeded_left_join(const optimizer::SeededLeftJoin& join, const PlanNode& node,
                                  Run& run, OperatorPtr left);
OperatorPtr make_semi_join(const optimizer::SemiJoin& join, const PlanNode& node, Run& run,
                           OperatorPtr left);
OperatorPtr make_minus(const optimizer::Minus& minus, const PlanNode& node, Run& run,
                       OperatorPtr left, OperatorPtr right);
OperatorPtr make_union(const PlanNode& node, std::vector<OperatorPtr> inputs);
OperatorPtr make_filter(const optimizer::Filter& filter, const PlanNode& node, Run& run,
                        OperatorPtr input);
OperatorPtr make_extend(const optimizer::Extend& extend, const PlanNode& node, Run& run,
                        OperatorPtr input);
OperatorPtr make_bind_graph(const optimizer::BindGraph& bind, const PlanNode& node,
                            OperatorPtr input);
OperatorPtr make_group(const optimizer::Group& group, const PlanNode& node, Run& run,
                       OperatorPtr input);
OperatorPtr make_order_by(const optimizer::OrderBy& order, const PlanNode& node, Run& run,
                          OperatorPtr input);
OperatorPtr make_project(const PlanNode& node, OperatorPtr input);
OperatorPtr make_distinct(const PlanNode& node, Run& run, OperatorPtr input);
OperatorPtr make_reduced(const PlanNode& node, OperatorPtr input);
OperatorPtr make_slice(const optimizer::Slice& slice, const PlanNode& node, OperatorPtr input);
OperatorPtr make_reference_pattern(const optimizer::ReferencePattern& pattern, const PlanNode& node,
                                   Run& run);

}  // namespace prosper::sparql::execution
