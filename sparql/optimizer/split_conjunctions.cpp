// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/visit.hpp"
#include "sparql/optimizer/passes.hpp"

namespace prosper::sparql::optimizer {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;

/// a && b is true where both are: nothing else lets a solution pass, error or false.
PatternPtr filter_by(const ExpressionPtr& condition, PatternPtr pattern) {
  const auto* binary = std::get_if<algebra::BinaryExpression>(&condition->value);
  if (binary != nullptr && binary->op == algebra::BinaryOperator::And && !is_volatile(*condition))
    return filter_by(binary->right, filter_by(binary->left, std::move(pattern)));
  return algebra::make_pattern(algebra::Filter{condition, std::move(pattern)});
}

}  // namespace

PatternPtr split_conjunctions(const PatternPtr& pattern) {
  PatternPtr mapped = map_parts(
      pattern, [](const ExpressionPtr& part) { return part; },
      [](const PatternPtr& part) { return split_conjunctions(part); });
  if (const auto* filter = std::get_if<algebra::Filter>(&mapped->value))
    return filter_by(filter->condition, filter->pattern);
  return mapped;
}

}  // namespace prosper::sparql::optimizer
