// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/expression_evaluator.hpp"

#include <variant>

#include "sparql/functions/operators.hpp"
#include "sparql/sparql.hpp"

namespace prosper::sparql::request {

using functions::Result;

Truth negate(Truth truth) {
  if (!truth) return std::nullopt;
  return !*truth;
}

Truth disjunction(Truth left, Truth right) {
  if (left == true || right == true) return true;
  return left && right ? Truth(false) : std::nullopt;
}

Truth conjunction(Truth left, Truth right) {
  if (left == false || right == false) return false;
  return left && right ? Truth(true) : std::nullopt;
}

Result to_term(Truth truth) {
  if (!truth) return std::nullopt;
  return functions::make_boolean(*truth);
}

Result apply(algebra::BinaryOperator op, const rdf::Term& left, const rdf::Term& right) {
  switch (op) {
    case algebra::BinaryOperator::Equal:
      return to_term(functions::equal(left, right));
    case algebra::BinaryOperator::NotEqual:
      return to_term(negate(functions::equal(left, right)));
    case algebra::BinaryOperator::Less:
      return to_term(functions::less(left, right));
    case algebra::BinaryOperator::Greater:
      return to_term(functions::less(right, left));
    case algebra::BinaryOperator::LessOrEqual:
      return to_term(functions::less_or_equal(left, right));
    case algebra::BinaryOperator::GreaterOrEqual:
      return to_term(functions::less_or_equal(right, left));
    case algebra::BinaryOperator::Add:
      return functions::add(left, right);
    case algebra::BinaryOperator::Subtract:
      return functions::subtract(left, right);
    case algebra::BinaryOperator::Multiply:
      return functions::multiply(left, right);
    case algebra::BinaryOperator::Divide:
      return functions::divide(left, right);
    case algebra::BinaryOperator::Or:
    case algebra::BinaryOperator::And:
      break;
  }
  return std::nullopt;
}

Result ExpressionEvaluator::evaluate(const algebra::Expression& expression) {
  return std::visit([this](const auto& value) { return this->value_of(value); }, expression.value);
}

Truth ExpressionEvaluator::truth(const algebra::Expression& expression) {
  const Result value = evaluate(expression);
  return value ? functions::effective_boolean_value(*value) : std::nullopt;
}

Result ExpressionEvaluator::value_of(const algebra::Variable& variable) {
  const rdf::Term* term = scope_.value(variable);
  if (term == nullptr) return std::nullopt;
  return *term;
}

Result ExpressionEvaluator::value_of(const algebra::UnaryExpression& unary) {
  if (unary.op == algebra::UnaryOperator::Not) return to_term(negate(truth(*unary.operand)));
  const Result operand = evaluate(*unary.operand);
  if (!operand) return std::nullopt;
  return unary.op == algebra::UnaryOperator::Minus ? functions::negate(*operand)
                                                   : functions::unary_plus(*operand);
}

Result ExpressionEvaluator::value_of(const algebra::BinaryExpression& binary) {
  const bool is_or = binary.op == algebra::BinaryOperator::Or;
  if (is_or || binary.op == algebra::BinaryOperator::And) {
    const Truth first = truth(*binary.left);
    if (first == is_or) return to_term(first);
    const Truth second = truth(*binary.right);
    return to_term(is_or ? disjunction(first, second) : conjunction(first, second));
  }
  const Result left = evaluate(*binary.left);
  const Result right = evaluate(*binary.right);
  if (!left || !right) return std::nullopt;
  return apply(binary.op, *left, *right);
}

/// §17.4.1.9: x = a || x = b || …
Result ExpressionEvaluator::value_of(const algebra::InExpression& in) {
  const Result operand = evaluate(*in.operand);
  Truth is_in = false;
  for (const algebra::ExpressionPtr& member : in.list) {
    const Result value = evaluate(*member);
    const Truth is_equal = operand && value ? functions::equal(*operand, *value) : std::nullopt;
    if (is_equal == true) return to_term(!in.negated);
    if (!is_equal) is_in = std::nullopt;
  }
  return to_term(in.negated ? negate(is_in) : is_in);
}

Result ExpressionEvaluator::value_of(const algebra::ExistsExpression& exists) {
  return functions::make_boolean(scope_.exists(exists) != exists.negated);
}

Result ExpressionEvaluator::value_of(const algebra::BuiltInCall& call) {
  if (call.name == "BOUND") return bound(call);
  if (call.name == "IF") return conditional(call);
  if (call.name == "COALESCE") return coalesce(call);
  return invoke(functions::find_builtin(call.name), call.name, call.arguments);
}

Result ExpressionEvaluator::value_of(const algebra::FunctionCall& call) {
  const functions::Registration* const known = functions::find_function(call.iri);
  if (known == nullptr) {
    const auto meant = functions::find_meant_function(call.iri);
    throw UnsupportedFeature("there is no function <" + call.iri + ">" +
                             (meant ? "; did you mean <" + std::string(*meant) + ">?" : ""));
  }
  return invoke(known, "<" + call.iri + ">", call.arguments);
}

Result ExpressionEvaluator::bound(const algebra::BuiltInCall& call) {
  const auto* variable = call.arguments.size() == 1
                             ? std::get_if<algebra::Variable>(&call.arguments[0]->value)
                             : nullptr;
  if (variable == nullptr) return std::nullopt;
  return functions::make_boolean(scope_.value(*variable) != nullptr);
}

Result ExpressionEvaluator::conditional(const algebra::BuiltInCall& call) {
  if (call.arguments.size() != 3) return std::nullopt;
  const Truth condition = truth(*call.arguments[0]);
  if (!condition) return std::nullopt;
  return evaluate(*call.arguments[*condition ? 1 : 2]);
}

Result ExpressionEvaluator::coalesce(const algebra::BuiltInCall& call) {
  for (const algebra::ExpressionPtr& argument : call.arguments)
    if (Result value = evaluate(*argument)) return value;
  return std::nullopt;
}

Result ExpressionEvaluator::invoke(const functions::Registration* registration,
                                   const std::string& name,
                                   const std::vector<algebra::ExpressionPtr>& arguments) {
  if (registration == nullptr) throw UnsupportedFeature("there is no function " + name);
  if (arguments.size() < registration->minimum_arguments ||
      arguments.size() > registration->maximum_arguments)
    return std::nullopt;
  std::vector<rdf::Term> values;
  values.reserve(arguments.size());
  for (const algebra::ExpressionPtr& argument : arguments) {
    Result value = evaluate(*argument);
    if (!value) return std::nullopt;
    values.push_back(std::move(*value));
  }
  return registration->function(values, context_);
}

}  // namespace prosper::sparql::request
