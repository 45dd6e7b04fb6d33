// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "sparql/execution/row_expression.hpp"
#include "sparql/execution/row_set.hpp"
#include "sparql/functions/accumulator.hpp"

namespace prosper::sparql::execution {

/// What all groups share of one aggregate: how its operand is read.
struct AggregateInput {
  AggregateInput(const algebra::Aggregate& aggregate, const optimizer::ActiveGraph& graph,
                 const optimizer::PlanNode& input, Run& run);

  const algebra::Aggregate& aggregate;
  std::unique_ptr<RowExpression> operand;
  /// COUNT(DISTINCT *) does not see the variables that stand for blank nodes.
  std::vector<std::size_t> visible;
};

/// One aggregate of one group (§18.5.1). COUNT and DISTINCT work on ids.
class RunningAggregate {
 public:
  RunningAggregate(const AggregateInput& input, Run& run);

  void add(const Batch& batch, std::size_t row);
  /// The id of the result; unbound when it is an error.
  store::TermId result();

 private:
  const AggregateInput& input_;
  Run& run_;
  std::uint64_t count_ = 0;
  /// None for COUNT.
  std::unique_ptr<functions::Accumulator> accumulator_;
  std::unique_ptr<RowSet> seen_;
};

}  // namespace prosper::sparql::execution
