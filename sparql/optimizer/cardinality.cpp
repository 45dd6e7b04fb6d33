// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/cardinality.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace prosper::sparql::optimizer {

namespace {

using store::GraphScope;
using store::ScanOrder;
using store::TermId;

constexpr std::array<std::array<std::size_t, 3>, 6> order_positions = {
    {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};

std::array<const Position*, 3> positions_of(const TripleAccess& access) {
  return {&access.subject, &access.predicate, &access.object};
}

const std::vector<TermId>& column_of(const store::QuadBatch& batch, std::size_t position) {
  return position == 0 ? batch.subject : position == 1 ? batch.predicate : batch.object;
}

double count_distinct(const std::vector<TermId>& ids) {
  return static_cast<double>(std::unordered_set<TermId>(ids.begin(), ids.end()).size());
}

/// The order that sorts by `position` right after the constants; none in which they come first.
std::optional<ScanOrder> order_by(const TripleAccess& access, std::size_t position) {
  const auto positions = positions_of(access);
  for (std::size_t index = 0; index < order_positions.size(); ++index) {
    for (const std::size_t place : order_positions.at(index)) {
      if (place == position) return static_cast<ScanOrder>(index);
      if (positions.at(place)->slot) break;
    }
  }
  return std::nullopt;
}

/// Different values of a position: the share of the first batch, in the order of that position.
double sample_distinct(const TripleAccess& access, std::size_t position, double rows,
                       const GraphScope& scope, const PlanContext& context) {
  const store::QuadPattern pattern = to_pattern(access, scope);
  const std::optional<ScanOrder> order =
      scope.kind == GraphScope::Kind::One ? std::nullopt : order_by(access, position);
  const auto cursor =
      order ? context.source.scan_in_order(pattern, *order) : context.source.scan(pattern);
  store::QuadBatch batch;
  if (!cursor->next(batch)) return 1;
  const double share =
      count_distinct(column_of(batch, position)) / static_cast<double>(batch.size());
  return std::max(1.0, rows * share);
}

std::size_t count_variables(const TripleAccess& access) {
  std::size_t count = 0;
  for (const Position* position : positions_of(access)) count += position->slot ? 1 : 0;
  return count;
}

}  // namespace

store::QuadPattern to_pattern(const TripleAccess& access, const GraphScope& scope) {
  return {access.subject.id, access.predicate.id, access.object.id, scope};
}

std::vector<GraphScope> scopes_of(const ActiveGraph& graph, const request::DatasetGraphs& graphs) {
  switch (graph.kind) {
    case ActiveGraph::Kind::One:
      return {GraphScope::one(graph.graph)};
    case ActiveGraph::Kind::Column: {
      if (!graphs.named_graphs) return {GraphScope::named()};
      std::vector<GraphScope> scopes;
      for (const TermId name : *graphs.named_graphs) scopes.push_back(GraphScope::one(name));
      return scopes;
    }
    case ActiveGraph::Kind::Default:
      break;
  }
  return graphs.default_scopes;
}

AccessStatistics estimate(const TripleAccess& access, const PlanContext& context) {
  AccessStatistics statistics;
  const std::vector<GraphScope> scopes = scopes_of(access.graph, context.graphs);
  for (const GraphScope& scope : scopes)
    statistics.rows += static_cast<double>(context.source.estimate(to_pattern(access, scope)));
  const auto positions = positions_of(access);
  const bool is_sampled = count_variables(access) > 1 && statistics.rows > 1;
  for (std::size_t position = 0; position < 3; ++position) {
    const Position& here = *positions.at(position);
    if (!here.slot) continue;
    const double distinct =
        is_sampled && !scopes.empty()
            ? sample_distinct(access, position, statistics.rows, scopes.front(), context)
            : statistics.rows;
    statistics.distinct[*here.slot] = std::max(1.0, distinct);
  }
  if (access.graph.kind == ActiveGraph::Kind::Column)
    statistics.distinct[access.graph.column] = std::max(1.0, statistics.rows / 10);
  return statistics;
}

AccessStatistics estimate(const PathAccess& access, const PlanContext& context) {
  AccessStatistics statistics;
  double triples = 0;
  for (const GraphScope& scope : scopes_of(access.graph, context.graphs))
    triples += static_cast<double>(context.source.estimate({{}, {}, {}, scope}));
  const bool is_open = access.subject.slot && access.object.slot;
  statistics.rows = is_open ? std::max(1.0, triples * 2) : 20;
  for (const Position* end : {&access.subject, &access.object})
    if (end->slot)
      statistics.distinct[*end->slot] =
          std::max(1.0, is_open ? statistics.rows / 10 : statistics.rows);
  if (access.graph.kind == ActiveGraph::Kind::Column)
    statistics.distinct[access.graph.column] = std::max(1.0, statistics.rows / 10);
  return statistics;
}

std::vector<AvailableOrder> available_orders(const TripleAccess& access,
                                             const PlanContext& context) {
  const std::vector<GraphScope> scopes = scopes_of(access.graph, context.graphs);
  if (scopes.size() != 1) return {};
  if (scopes[0].kind == GraphScope::Kind::One) {
    const auto inside = context.source.estimate(to_pattern(access, scopes[0]));
    const auto everywhere = context.source.estimate(to_pattern(access, GraphScope::all()));
    if (inside * 2 < everywhere) return {};
  }
  const auto positions = positions_of(access);
  std::vector<AvailableOrder> orders;
  for (std::size_t index = 0; index < order_positions.size(); ++index) {
    AvailableOrder available{static_cast<ScanOrder>(index), {}};
    bool is_behind_variable = false;
    bool is_useful = true;
    for (const std::size_t place : order_positions.at(index)) {
      const Position& here = *positions.at(place);
      // A constant behind a variable would be searched for row by row.
      if (!here.slot && is_behind_variable) is_useful = false;
      is_behind_variable = is_behind_variable || here.slot.has_value();
      if (here.slot && std::find(available.sorted_by.begin(), available.sorted_by.end(),
                                 *here.slot) == available.sorted_by.end())
        available.sorted_by.push_back(*here.slot);
    }
    const bool is_new = std::none_of(orders.begin(), orders.end(), [&](const auto& other) {
      return other.sorted_by == available.sorted_by;
    });
    if (is_useful && is_new && !available.sorted_by.empty()) orders.push_back(available);
  }
  return orders;
}

double selectivity(const algebra::Expression& condition) {
  const auto* binary = std::get_if<algebra::BinaryExpression>(&condition.value);
  if (binary != nullptr && binary->op == algebra::BinaryOperator::Equal) return 0.05;
  return 0.3;
}

}  // namespace prosper::sparql::optimizer
