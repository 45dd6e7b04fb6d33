// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "sparql/optimizer/plan_context.hpp"

/// How many rows to expect.
namespace prosper::sparql::optimizer {

/// What is known about the matches of one triple pattern.
struct AccessStatistics {
  double rows = 0;
  /// Different values of each variable, about.
  std::map<Slot, double> distinct;
};

AccessStatistics estimate(const TripleAccess& access, const PlanContext& context);
AccessStatistics estimate(const PathAccess& access, const PlanContext& context);

/// The orders in which `access` can be scanned, and the slots these sort it by; none where a scan
/// in order would look at many rows that are not in its graph.
struct AvailableOrder {
  store::ScanOrder order;
  std::vector<Slot> sorted_by;
};

std::vector<AvailableOrder> available_orders(const TripleAccess& access,
                                             const PlanContext& context);

/// The pattern as the source sees it, variables open.
store::QuadPattern to_pattern(const TripleAccess& access, const store::GraphScope& scope);
/// Where the triples of an active graph lie; several scopes are to be merged.
std::vector<store::GraphScope> scopes_of(const ActiveGraph& graph,
                                         const request::DatasetGraphs& graphs);

/// The share of rows a condition lets through.
double selectivity(const algebra::Expression& condition);

}  // namespace prosper::sparql::optimizer
