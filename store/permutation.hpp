// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "store/blocks/row.hpp"
#include "store/quad_source.hpp"

namespace prosper::store {

/// A sorted copy of all quads.
struct Order {
  std::string_view name;
  /// What stands at each place of a row: 0 subject, 1 predicate, 2 object, 3 graph.
  std::array<std::size_t, 4> positions;

  constexpr Row to_row(const QuadIds& quad) const {
    const Row quad_bits = {quad.subject.bits, quad.predicate.bits, quad.object.bits,
                           quad.graph.bits};
    return {quad_bits[positions[0]], quad_bits[positions[1]], quad_bits[positions[2]],
            quad_bits[positions[3]]};
  }

  constexpr QuadIds to_quad(const Row& row) const {
    std::array<TermId, 4> quad;
    for (std::size_t place = 0; place < 4; ++place) quad[positions[place]] = TermId{row[place]};
    return {quad[0], quad[1], quad[2], quad[3]};
  }
};

enum OrderIndex : std::size_t { Spo, Sop, Pso, Pos, Osp, Ops, Gspo, order_count };

inline constexpr std::array<Order, order_count> orders = {{
    {"spo", {0, 1, 2, 3}},
    {"sop", {0, 2, 1, 3}},
    {"pso", {1, 0, 2, 3}},
    {"pos", {1, 2, 0, 3}},
    {"osp", {2, 0, 1, 3}},
    {"ops", {2, 1, 0, 3}},
    {"gspo", {3, 0, 1, 2}},
}};

OrderIndex order_index(ScanOrder order);

/// A stretch of one order: the rows that begin with `length` given numbers.
struct Range {
  OrderIndex order = Spo;
  std::size_t length = 0;
  Row prefix{};
};

/// The stretches that hold every match of a pattern: the best by the bound positions alone, and,
/// when a graph is given that this order does not reach, the graph's own quads, which may be fewer.
struct RangeChoice {
  Range range;
  bool has_graph_range = false;
  Range graph_range;
};

RangeChoice choose_ranges(const QuadPattern& pattern);

/// The stretch of this order with all positions at its front that the pattern binds.
Range bound_range(const QuadPattern& pattern, OrderIndex order);

/// What rows of an order match a pattern.
RowBounds bounds_of(const QuadPattern& pattern, OrderIndex order);

/// Whether every row of the range matches.
bool is_exact(const QuadPattern& pattern, const Range& range);

}  // namespace prosper::store
