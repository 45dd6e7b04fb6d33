// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/quad_columns.hpp"

namespace prosper::sparql::execution {

QuadColumns::QuadColumns(const optimizer::TripleAccess& access, const optimizer::PlanNode& node)
    : slots_{access.subject.slot, access.predicate.slot, access.object.slot, std::nullopt} {
  if (access.graph.kind == optimizer::ActiveGraph::Kind::Column) slots_[3] = access.graph.column;
  for (std::size_t first = 0; first < slots_.size(); ++first)
    for (std::size_t second = first + 1; second < slots_.size(); ++second)
      if (slots_[first] && slots_[first] == slots_[second]) equal_.emplace_back(first, second);
  for (const auto& [first, second] : equal_) wanted_ |= (1U << first) | (1U << second);
  for (const optimizer::Column& column : node.columns) {
    std::size_t found = no_column;
    for (std::size_t position = 0; position < slots_.size() && found == no_column; ++position)
      if (slots_[position] == column.slot) found = position;
    positions_.push_back(found);
    if (found != no_column) wanted_ |= 1U << found;
  }
}

}  // namespace prosper::sparql::execution
