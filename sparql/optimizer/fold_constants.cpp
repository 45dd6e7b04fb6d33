// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/visit.hpp"
#include "sparql/optimizer/passes.hpp"
#include "sparql/request/expression_evaluator.hpp"
#include "sparql/sparql.hpp"

namespace prosper::sparql::optimizer {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;

/// An expression that asks nothing of a solution.
class NoScope final : public request::ExpressionScope {
 public:
  const rdf::Term* value(const algebra::Variable& /*variable*/) override { return nullptr; }

  bool exists(const algebra::ExistsExpression& /*exists*/) override { return false; }
};

class ConstantFolding {
 public:
  explicit ConstantFolding(functions::Context& context) : context_(context) {}

  PatternPtr fold(const PatternPtr& pattern) {
    return map_parts(
        pattern, [&](const ExpressionPtr& part) { return fold(part); },
        [&](const PatternPtr& part) { return fold(part); });
  }

  ExpressionPtr fold(const ExpressionPtr& expression) {
    if (std::holds_alternative<rdf::Term>(expression->value)) return expression;
    const bool is_constant = mentioned_variables(*expression).empty() &&
                             !contains_exists(*expression) && !is_volatile(*expression);
    if (is_constant) return value_of(expression);
    algebra::Expression copy = *expression;
    fold_parts(copy);
    return std::make_shared<const algebra::Expression>(std::move(copy));
  }

 private:
  ExpressionPtr value_of(const ExpressionPtr& expression) {
    NoScope scope;
    try {
      functions::Result value = request::ExpressionEvaluator(scope, context_).evaluate(*expression);
      if (value) return algebra::make_expression(std::move(*value));
    } catch (const UnsupportedFeature&) {
      // Only a solution that needs the function makes this an error.
    }
    return expression;
  }

  void fold_all(std::vector<ExpressionPtr>& parts) {
    for (ExpressionPtr& part : parts) part = fold(part);
  }

  void fold_parts(algebra::Expression& expression) {
    std::visit(algebra::Overloaded{
                   [](rdf::Term&) {},
                   [](algebra::Variable&) {},
                   [&](algebra::BinaryExpression& e) {
                     e.left = fold(e.left);
                     e.right = fold(e.right);
                   },
                   [&](algebra::UnaryExpression& e) { e.operand = fold(e.operand); },
                   [&](algebra::BuiltInCall& e) { fold_all(e.arguments); },
                   [&](algebra::FunctionCall& e) { fold_all(e.arguments); },
                   [&](algebra::InExpression& e) {
                     e.operand = fold(e.operand);
                     fold_all(e.list);
                   },
                   // Substitution (§18.6) goes by the pattern as written.
                   [](algebra::ExistsExpression&) {},
               },
               expression.value);
  }

  functions::Context& context_;
};

}  // namespace

PatternPtr fold_constants(const PatternPtr& pattern, functions::Context& context) {
  return ConstantFolding(context).fold(pattern);
}

}  // namespace prosper::sparql::optimizer
