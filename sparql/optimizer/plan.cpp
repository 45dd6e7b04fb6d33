// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/plan.hpp"

namespace prosper::sparql::optimizer {

const Column* find_column(const PlanNode& node, Slot slot) {
  for (const Column& column : node.columns)
    if (column.slot == slot) return &column;
  return nullptr;
}

}  // namespace prosper::sparql::optimizer
