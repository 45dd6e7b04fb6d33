// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/optimizer/passes.hpp"

namespace prosper::sparql::optimizer {

namespace {

/// `plan` with the limit put into the sort that gives it its order, below operators that keep
/// every row.
PlanPtr with_limit(const PlanPtr& plan, std::uint64_t limit) {
  PlanNode copy = *plan;
  if (auto* order = std::get_if<OrderBy>(&copy.operation)) {
    order->limit = limit;
  } else if (std::holds_alternative<Project>(copy.operation) ||
             std::holds_alternative<Extend>(copy.operation)) {
    copy.inputs[0] = with_limit(copy.inputs[0], limit);
  } else {
    return plan;
  }
  return std::make_shared<const PlanNode>(std::move(copy));
}

}  // namespace

PlanPtr push_limits(const PlanPtr& plan) {
  PlanNode copy = *plan;
  const auto* slice = std::get_if<Slice>(&copy.operation);
  if (slice != nullptr && slice->limit && *slice->limit <= UINT64_MAX - slice->offset)
    copy.inputs[0] = with_limit(copy.inputs[0], slice->offset + *slice->limit);
  for (PlanPtr& input : copy.inputs) input = push_limits(input);
  return std::make_shared<const PlanNode>(std::move(copy));
}

}  // namespace prosper::sparql::optimizer
