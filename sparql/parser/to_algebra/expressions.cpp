// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/parser/built_in_functions.hpp"
#include "sparql/parser/to_algebra/fold.hpp"
#include "sparql/parser/to_algebra/grouping.hpp"
#include "sparql/parser/to_algebra/translator.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::sparql {

using algebra::BinaryOperator;
using algebra::ExpressionPtr;
using algebra::make_expression;

namespace {

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return result;
}

BinaryOperator binary_operator(std::string_view text) {
  if (text == "||") return BinaryOperator::Or;
  if (text == "&&") return BinaryOperator::And;
  if (text == "=") return BinaryOperator::Equal;
  if (text == "!=") return BinaryOperator::NotEqual;
  if (text == "<") return BinaryOperator::Less;
  if (text == ">") return BinaryOperator::Greater;
  if (text == "<=") return BinaryOperator::LessOrEqual;
  if (text == ">=") return BinaryOperator::GreaterOrEqual;
  if (text == "+") return BinaryOperator::Add;
  if (text == "-") return BinaryOperator::Subtract;
  if (text == "*") return BinaryOperator::Multiply;
  PROSPER_ASSERT(text == "/");
  return BinaryOperator::Divide;
}

algebra::UnaryOperator unary_operator(char c) {
  if (c == '!') return algebra::UnaryOperator::Not;
  return c == '+' ? algebra::UnaryOperator::Plus : algebra::UnaryOperator::Minus;
}

algebra::AggregateFunction aggregate_function(std::string_view upper_name) {
  using algebra::AggregateFunction;
  if (upper_name == "COUNT") return AggregateFunction::Count;
  if (upper_name == "SUM") return AggregateFunction::Sum;
  if (upper_name == "MIN") return AggregateFunction::Min;
  if (upper_name == "MAX") return AggregateFunction::Max;
  if (upper_name == "AVG") return AggregateFunction::Avg;
  if (upper_name == "SAMPLE") return AggregateFunction::Sample;
  PROSPER_ASSERT(upper_name == "GROUP_CONCAT");
  return AggregateFunction::GroupConcat;
}

std::string count_of_arguments(const BuiltInFunction& function) {
  if (function.most == 0) return "no argument";
  std::string text = std::to_string(function.least);
  if (function.most != function.least) text += " to " + std::to_string(function.most);
  return text + (function.most == 1 ? " argument" : " arguments");
}

}  // namespace

algebra::Variable Translator::variable(const syntax::Term& term) const {
  return algebra::Variable{std::string(term.token.text().substr(1))};
}

std::vector<ExpressionPtr> Translator::operands(const syntax::Expression& expression) {
  std::vector<ExpressionPtr> operands;
  operands.reserve(expression.operands.size());
  for (const auto& operand : expression.operands) operands.push_back(this->expression(operand));
  return operands;
}

ExpressionPtr Translator::expression(const syntax::Expression& expression) {
  switch (expression.kind) {
    case syntax::Expression::Kind::Term:
      if (expression.term.kind == syntax::Term::Kind::Variable) {
        return variable_or_sample(expression.term);
      }
      return make_expression(names_.term(expression.term));
    case syntax::Expression::Kind::Chain:
      return chain(expression);
    case syntax::Expression::Kind::Unary:
      return make_expression(algebra::UnaryExpression{
          unary_operator(*expression.token.begin), this->expression(expression.operands.front())});
    case syntax::Expression::Kind::In: {
      std::vector<ExpressionPtr> list = operands(expression);
      ExpressionPtr operand = std::move(list.front());
      list.erase(list.begin());
      return make_expression(
          algebra::InExpression{std::move(operand), std::move(list), expression.negated});
    }
    case syntax::Expression::Kind::BuiltIn:
      return built_in(expression);
    case syntax::Expression::Kind::Function:
      return make_expression(algebra::FunctionCall{names_.iri(expression.token).value,
                                                   operands(expression), expression.distinct});
    case syntax::Expression::Kind::Aggregate:
      return aggregate(expression);
    case syntax::Expression::Kind::Exists:
      break;
  }
  Grouping* const outside = exchange_grouping(nullptr);
  algebra::PatternPtr pattern = group(*expression.pattern);
  exchange_grouping(outside);
  return make_expression(algebra::ExistsExpression{std::move(pattern), expression.negated});
}

ExpressionPtr Translator::chain(const syntax::Expression& expression) {
  const auto combine = [](std::string_view op) {
    return [op](const ExpressionPtr& left, const ExpressionPtr& right) {
      return make_expression(algebra::BinaryExpression{binary_operator(op), left, right});
    };
  };
  const syntax::Token& first = expression.operators.front();
  // All operators of a chain of || or && are the same, and both are associative, errors included.
  if (first.text() == "||" || first.text() == "&&") {
    const Deeper deeper(*this, folded_depth(expression.operands.size()), first.begin);
    return fold_associative<ExpressionPtr>(operands(expression), combine(first.text()));
  }
  const Deeper deeper(*this, expression.operators.size(), first.begin);
  const std::vector<ExpressionPtr> operands = this->operands(expression);
  ExpressionPtr whole = operands.front();
  for (std::size_t i = 0; i < expression.operators.size(); ++i) {
    whole = combine(expression.operators[i].text())(whole, operands[i + 1]);
  }
  return whole;
}

ExpressionPtr Translator::built_in(const syntax::Expression& expression) {
  std::string name = upper(expression.token.text());
  const BuiltInFunction* const function = find_built_in_function(name);
  PROSPER_ASSERT(function != nullptr);
  const std::size_t count = expression.operands.size();
  if (count < function->least || count > function->most) {
    throw error(expression.token.begin, name + " takes " + count_of_arguments(*function) +
                                            ", found " + std::to_string(count));
  }
  if (name == "BOUND") {
    const syntax::Expression& operand = expression.operands.front();
    if (operand.kind != syntax::Expression::Kind::Term || operand.bracketted ||
        operand.term.kind != syntax::Term::Kind::Variable) {
      throw error(expression.token.begin, "BOUND takes a variable");
    }
  }
  if (name == "URI") name = "IRI";
  if (name == "ISURI") name = "ISIRI";
  return make_expression(algebra::BuiltInCall{std::move(name), operands(expression)});
}

ExpressionPtr Translator::aggregate(const syntax::Expression& expression) {
  const std::string name = upper(expression.token.text());
  if (grouping_ == nullptr) {
    throw error(expression.token.begin,
                "the aggregate " + name + " can stand only in SELECT, HAVING and ORDER BY");
  }
  if (grouping_->inside_aggregate) {
    throw error(expression.token.begin, "the aggregate " + name + " stands inside another one");
  }
  algebra::Aggregate aggregate{aggregate_function(name), nullptr};
  aggregate.distinct = expression.distinct;
  if (expression.separator.is_given()) {
    aggregate.separator = names_.text_of_string(expression.separator);
  }
  grouping_->inside_aggregate = true;
  if (!expression.operands.empty()) {
    aggregate.operand = this->expression(expression.operands.front());
  }
  grouping_->inside_aggregate = false;
  return make_expression(grouping_->add(std::move(aggregate)));
}

ExpressionPtr Translator::variable_or_sample(const syntax::Term& term) {
  algebra::Variable variable = this->variable(term);
  if (grouping_ == nullptr || !grouping_->is_grouped || grouping_->inside_aggregate ||
      grouping_->visible.contains(variable.name)) {
    return make_expression(std::move(variable));
  }
  if (grouping_->clause == Grouping::Clause::Select) {
    throw error(term.token.begin,
                "the variable '?" + variable.name +
                    "' is neither in GROUP BY nor inside an aggregate; expected one of both");
  }
  if (grouping_->aliases.contains(variable.name)) {
    grouping_->uses_alias = true;
    return make_expression(std::move(variable));
  }
  return make_expression(grouping_->sample(variable));
}

}  // namespace prosper::sparql
