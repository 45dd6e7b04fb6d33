// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/execution/row_scope.hpp"

namespace prosper::sparql::execution {

/// An expression over the rows of one node. What it gives for the same values is computed once,
/// unless it is volatile. Solutions begin (BNODE) elsewhere. Borrows all but the expression.
class RowExpression {
 public:
  RowExpression(algebra::ExpressionPtr expression, const optimizer::ActiveGraph& graph,
                const optimizer::PlanNode& node, Run& run);

  /// The id of the value; unbound when it is an error.
  store::TermId id(const Batch& batch, std::size_t row);
  /// Its effective boolean value.
  request::Truth truth(const Batch& batch, std::size_t row);

  /// It is a variable, whose id needs no term.
  bool is_variable() const { return std::holds_alternative<algebra::Variable>(expression_->value); }

  /// The columns it depends on.
  const std::vector<std::size_t>& places() const { return places_; }

 private:
  template <typename Compute, typename Known>
  auto remember(const Batch& batch, std::size_t row, Known& known, Compute compute);
  store::TermId compute_id();
  request::Truth compute_truth();

  algebra::ExpressionPtr expression_;
  Run& run_;
  RowScope scope_;
  request::ExpressionEvaluator evaluator_;
  bool is_remembered_;
  std::vector<std::size_t> places_;
  IdKey key_;
  std::unordered_map<IdKey, store::TermId, IdKeyHash> ids_;
  std::unordered_map<IdKey, request::Truth, IdKeyHash> truths_;
};

}  // namespace prosper::sparql::execution
