// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/operator_names.hpp"
#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/query_text.hpp"

namespace prosper::sparql::algebra {
namespace {

/// Operators of one level of the grammar ([111] to [117]) stand in a row without brackets.
enum class Level { Or, And, Relational, Additive, Multiplicative };

Level level_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Or:
      return Level::Or;
    case BinaryOperator::And:
      return Level::And;
    case BinaryOperator::Add:
    case BinaryOperator::Subtract:
      return Level::Additive;
    case BinaryOperator::Multiply:
    case BinaryOperator::Divide:
      return Level::Multiplicative;
    default:
      return Level::Relational;
  }
}

}  // namespace

void QueryText::expression(const Expression& expression) {
  std::visit([this](const auto& value) { node(value); }, expression.value);
}

void QueryText::operand(const Expression& expression) {
  const bool is_composed = std::holds_alternative<BinaryExpression>(expression.value) ||
                           std::holds_alternative<UnaryExpression>(expression.value) ||
                           std::holds_alternative<InExpression>(expression.value);
  if (is_composed) word("(");
  this->expression(expression);
  if (is_composed) out_ += ')';
}

void QueryText::node(const BinaryExpression& node) {
  const auto* before = std::get_if<BinaryExpression>(&node.left->value);
  const bool is_chain = before != nullptr && level_of(node.op) != Level::Relational &&
                        level_of(before->op) == level_of(node.op);
  if (is_chain)
    this->node(*before);
  else
    operand(*node.left);
  word(name_of(node.op));
  operand(*node.right);
}

void QueryText::node(const Variable& node) {
  const auto function = aggregates_.find(node.name);
  if (function == aggregates_.end())
    variable(node);
  else
    aggregate(*function->second);
}

void QueryText::node(const UnaryExpression& node) {
  word(name_of(node.op));
  operand(*node.operand);
}

void QueryText::arguments(const std::vector<ExpressionPtr>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) out_ += ',';
    expression(*arguments[i]);
  }
  out_ += ')';
}

void QueryText::node(const BuiltInCall& node) {
  word(node.name + "(");
  arguments(node.arguments);
}

void QueryText::node(const FunctionCall& node) {
  word("<" + node.iri + ">(");
  if (node.distinct) word("DISTINCT");
  arguments(node.arguments);
}

void QueryText::node(const InExpression& node) {
  operand(*node.operand);
  word(node.negated ? "NOT IN (" : "IN (");
  arguments(node.list);
}

void QueryText::node(const ExistsExpression& node) {
  word(node.negated ? "NOT EXISTS" : "EXISTS");
  group(*node.pattern);
}

void QueryText::aggregate(const Aggregate& aggregate) {
  word(std::string(name_of(aggregate.function)) + "(");
  if (aggregate.distinct) word("DISTINCT");
  if (aggregate.operand)
    expression(*aggregate.operand);
  else
    word("*");
  if (aggregate.function == AggregateFunction::GroupConcat) {
    word("; SEPARATOR =");
    term(rdf::make_string(aggregate.separator));
  }
  out_ += ')';
}

}  // namespace prosper::sparql::algebra
