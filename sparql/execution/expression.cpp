// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/expression.hpp"

#include <span>
#include <variant>

#include "sparql/algebra/pattern.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/substitute.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::execution {

namespace {

using functions::Result;
/// true, false or, when empty, an error: the third value of §17.2.
using Truth = std::optional<bool>;

Result to_term(Truth truth) {
  if (!truth) return std::nullopt;
  return functions::make_boolean(*truth);
}

Truth negate(Truth truth) {
  if (!truth) return std::nullopt;
  return !*truth;
}

/// Evaluates the expressions of one solution; one member function a kind of expression.
class ExpressionEvaluator {
 public:
  ExpressionEvaluator(const Solution& solution, Evaluation& evaluation, ActiveGraph graph)
      : solution_(solution), evaluation_(evaluation), graph_(graph) {}

  Result evaluate(const algebra::Expression& expression) {
    return std::visit([this](const auto& value) { return this->value_of(value); },
                      expression.value);
  }

  Truth truth(const algebra::Expression& expression) {
    const Result value = evaluate(expression);
    return value ? functions::effective_boolean_value(*value) : std::nullopt;
  }

 private:
  Result value_of(const rdf::Term& term) { return term; }

  Result value_of(const algebra::Variable& variable) {
    const TermPtr& term = solution_.get(evaluation_.slot(variable));
    if (!term) return std::nullopt;
    return term->term;
  }

  Result value_of(const algebra::UnaryExpression& unary) {
    if (unary.op == algebra::UnaryOperator::Not) return to_term(negate(truth(*unary.operand)));
    const Result operand = evaluate(*unary.operand);
    if (!operand) return std::nullopt;
    return unary.op == algebra::UnaryOperator::Minus ? functions::negate(*operand)
                                                     : functions::unary_plus(*operand);
  }

  Result value_of(const algebra::BinaryExpression& binary) {
    if (binary.op == algebra::BinaryOperator::Or)
      return to_term(disjunction(*binary.left, *binary.right));
    if (binary.op == algebra::BinaryOperator::And)
      return to_term(conjunction(*binary.left, *binary.right));
    const Result left = evaluate(*binary.left);
    const Result right = evaluate(*binary.right);
    if (!left || !right) return std::nullopt;
    return apply(binary.op, *left, *right);
  }

  static Result apply(algebra::BinaryOperator op, const rdf::Term& left, const rdf::Term& right) {
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

  /// The truth tables of §17.2: an error is outweighed by true.
  Truth disjunction(const algebra::Expression& left, const algebra::Expression& right) {
    const Truth first = truth(left);
    if (first == true) return true;
    const Truth second = truth(right);
    if (second == true) return true;
    return first && second ? Truth(false) : std::nullopt;
  }

  Truth conjunction(const algebra::Expression& left, const algebra::Expression& right) {
    const Truth first = truth(left);
    if (first == false) return false;
    const Truth second = truth(right);
    if (second == false) return false;
    return first && second ? Truth(true) : std::nullopt;
  }

  /// §17.4.1.9: x = a || x = b || …
  Result value_of(const algebra::InExpression& in) {
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

  Result value_of(const algebra::ExistsExpression& exists) {
    return functions::make_boolean(has_solution(exists.pattern, solution_, evaluation_, graph_) !=
                                   exists.negated);
  }

  Result value_of(const algebra::BuiltInCall& call) {
    if (call.name == "BOUND") return bound(call);
    if (call.name == "IF") return conditional(call);
    if (call.name == "COALESCE") return coalesce(call);
    return invoke(functions::find_builtin(call.name), call.name, call.arguments);
  }

  Result value_of(const algebra::FunctionCall& call) {
    return invoke(functions::find_function(call.iri), "<" + call.iri + ">", call.arguments);
  }

  Result bound(const algebra::BuiltInCall& call) {
    const auto* variable = call.arguments.size() == 1
                               ? std::get_if<algebra::Variable>(&call.arguments[0]->value)
                               : nullptr;
    if (variable == nullptr) return std::nullopt;
    return functions::make_boolean(solution_.get(evaluation_.slot(*variable)) != nullptr);
  }

  Result conditional(const algebra::BuiltInCall& call) {
    if (call.arguments.size() != 3) return std::nullopt;
    const Truth condition = truth(*call.arguments[0]);
    if (!condition) return std::nullopt;
    return evaluate(*call.arguments[*condition ? 1 : 2]);
  }

  Result coalesce(const algebra::BuiltInCall& call) {
    for (const algebra::ExpressionPtr& argument : call.arguments)
      if (Result value = evaluate(*argument)) return value;
    return std::nullopt;
  }

  Result invoke(const functions::Registration* registration, const std::string& name,
                const std::vector<algebra::ExpressionPtr>& arguments) {
    if (registration == nullptr) throw UnsupportedFeature("there is no function " + name);
    if (arguments.size() < registration->minimum_arguments ||
        arguments.size() > registration->maximum_arguments)
      return std::nullopt;
    std::vector<rdf::Term> values;
    for (const algebra::ExpressionPtr& argument : arguments) {
      Result value = evaluate(*argument);
      if (!value) return std::nullopt;
      values.push_back(std::move(*value));
    }
    return registration->function(values, evaluation_.functions_context());
  }

  const Solution& solution_;
  Evaluation& evaluation_;
  ActiveGraph graph_;
};

}  // namespace

Result evaluate_expression(const algebra::Expression& expression, const Solution& solution,
                           Evaluation& evaluation, ActiveGraph graph) {
  return ExpressionEvaluator(solution, evaluation, graph).evaluate(expression);
}

bool holds(const algebra::Expression& condition, const Solution& solution, Evaluation& evaluation,
           ActiveGraph graph) {
  return ExpressionEvaluator(solution, evaluation, graph).truth(condition) == true;
}

}  // namespace prosper::sparql::execution
