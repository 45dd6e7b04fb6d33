// SPDX-License-Identifier: Apache-2.0
#include "store/permutation.hpp"

#include <optional>

namespace prosper::store {
namespace {

struct BestOrder {
  OrderIndex order;
  std::size_t length;
};

/// By the bound positions: bit 0 subject, 1 predicate, 2 object.
constexpr std::array<BestOrder, 8> best_orders = {{
    {Spo, 0},  // ? ? ?
    {Spo, 1},  // s ? ?
    {Pso, 1},  // ? p ?
    {Spo, 2},  // s p ?
    {Osp, 1},  // ? ? o
    {Sop, 2},  // s ? o
    {Pos, 2},  // ? p o
    {Spo, 3},  // s p o
}};

std::array<std::optional<TermId>, 4> bound_positions(const QuadPattern& pattern) {
  std::optional<TermId> graph;
  if (pattern.graph.kind == GraphScope::Kind::One) graph = pattern.graph.graph;
  return {pattern.subject, pattern.predicate, pattern.object, graph};
}

}  // namespace

Range bound_range(const QuadPattern& pattern, OrderIndex order) {
  const auto bound = bound_positions(pattern);
  Range range{order, 0, {}};
  for (const std::size_t position : orders[order].positions) {
    if (!bound[position]) break;
    range.prefix[range.length++] = bound[position]->bits;
  }
  return range;
}

RangeChoice choose_ranges(const QuadPattern& pattern) {
  const std::size_t mask =
      (pattern.subject ? 1U : 0U) | (pattern.predicate ? 2U : 0U) | (pattern.object ? 4U : 0U);
  const bool has_graph = pattern.graph.kind == GraphScope::Kind::One;
  RangeChoice choice;
  choice.range = bound_range(pattern, best_orders[mask].order);
  // There the own graph's rows come first and can be passed over at once.
  if (mask == 0 && pattern.graph.kind == GraphScope::Kind::Named) choice.range.order = Gspo;
  if (!has_graph || choice.range.length == 4) return choice;
  const Range graph_range = bound_range(pattern, Gspo);
  if (mask == 0 || is_exact(pattern, graph_range)) {
    choice.range = graph_range;
    return choice;
  }
  choice.has_graph_range = true;
  choice.graph_range = graph_range;
  return choice;
}

RowBounds bounds_of(const QuadPattern& pattern, OrderIndex order) {
  const auto bound = bound_positions(pattern);
  constexpr std::size_t graph_position = 3;
  RowBounds bounds;
  for (std::size_t place = 0; place < row_columns; ++place) {
    const std::size_t position = orders[order].positions[place];
    if (bound[position]) {
      bounds.bind(place, bound[position]->bits);
    } else if (position == graph_position && pattern.graph.kind == GraphScope::Kind::Named) {
      bounds.low[place] = default_graph.bits + 1;
    }
  }
  return bounds;
}

bool is_exact(const QuadPattern& pattern, const Range& range) {
  if (pattern.graph.kind == GraphScope::Kind::Named) return false;
  std::size_t bound = 0;
  for (const auto& position : bound_positions(pattern)) bound += position ? 1 : 0;
  return bound == range.length;
}

}  // namespace prosper::store
