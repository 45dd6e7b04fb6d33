// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/row_expression.hpp"

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::execution {

namespace {

constexpr std::size_t maximum_memory = 100'000;
constexpr std::size_t maximum_remembered_variables = 3;

}  // namespace

RowExpression::RowExpression(algebra::ExpressionPtr expression, const optimizer::ActiveGraph& graph,
                             const optimizer::PlanNode& node, Run& run)
    : expression_(std::move(expression)),
      run_(run),
      scope_(node, graph, run),
      evaluator_(scope_, run.functions()) {
  for (const std::string& name : algebra::mentioned_variables(*expression_))
    for (std::size_t place = 0; place < node.columns.size(); ++place)
      if (run.variable(node.columns[place].slot).name == name) places_.push_back(place);
  is_remembered_ = !algebra::is_volatile(*expression_) && !algebra::contains_exists(*expression_) &&
                   places_.size() <= maximum_remembered_variables;
}

template <typename Compute, typename Known>
auto RowExpression::remember(const Batch& batch, std::size_t row, Known& known, Compute compute) {
  scope_.stand_at(batch, row);
  if (!is_remembered_) return compute();
  key_.clear();
  for (const std::size_t place : places_) key_.push_back(cell(batch, place, row));
  const auto found = known.find(key_);
  if (found != known.end()) return found->second;
  if (known.size() >= maximum_memory) known.clear();
  const auto value = compute();
  known.emplace(key_, value);
  return value;
}

store::TermId RowExpression::id(const Batch& batch, std::size_t row) {
  if (const auto* variable = std::get_if<algebra::Variable>(&expression_->value))
    return cell(batch, scope_.place(*variable), row);
  return remember(batch, row, ids_, [&] { return compute_id(); });
}

request::Truth RowExpression::truth(const Batch& batch, std::size_t row) {
  return remember(batch, row, truths_, [&] { return compute_truth(); });
}

store::TermId RowExpression::compute_id() {
  const functions::Result value = evaluator_.evaluate(*expression_);
  return value ? run_.vocabulary().id_of(*value) : unbound;
}

request::Truth RowExpression::compute_truth() {
  return evaluator_.truth(*expression_);
}

}  // namespace prosper::sparql::execution
