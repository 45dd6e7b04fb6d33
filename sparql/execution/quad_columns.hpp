// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "sparql/execution/operator.hpp"

namespace prosper::sparql::execution {

/// The positions of a quad: subject, predicate, object, graph.
using QuadRow = std::array<store::TermId, 4>;

/// How an access reads quads: which position gives which variable, and which must be the same.
class QuadColumns {
 public:
  QuadColumns(const optimizer::TripleAccess& access, const optimizer::PlanNode& node);

  /// For every column of the node the position it is read from, or no_column.
  const std::vector<std::size_t>& positions() const { return positions_; }

  /// The slots of the four positions; no value for constants and unnamed graphs.
  const std::array<std::optional<optimizer::Slot>, 4>& slots() const { return slots_; }

  /// The positions that are read, as QuadPosition.
  unsigned wanted() const { return wanted_; }

  /// A variable that stands twice has one value.
  bool agrees(const QuadRow& row) const {
    for (const auto& [first, second] : equal_)
      if (row[first] != row[second]) return false;
    return true;
  }

 private:
  std::array<std::optional<optimizer::Slot>, 4> slots_;
  std::vector<std::size_t> positions_;
  unsigned wanted_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> equal_;
};

}  // namespace prosper::sparql::execution
