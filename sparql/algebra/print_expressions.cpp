// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/algebra/operator_names.hpp"
#include "sparql/algebra/printer.hpp"

namespace prosper::sparql::algebra {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

}  // namespace

void Printer::expression(const Expression& expression) {
  std::visit([this](const auto& value) { node(value); }, expression.value);
}

void Printer::argument(const ExpressionPtr& argument) {
  out_ += ' ';
  expression(*argument);
}

void Printer::aggregate(const Aggregate& aggregate) {
  open(lower(std::string(name_of(aggregate.function))));
  if (aggregate.distinct) word("distinct");
  if (aggregate.function == AggregateFunction::GroupConcat) {
    word("(separator " + print(rdf::Term(rdf::make_string(aggregate.separator))) + ")");
  }
  if (aggregate.operand) {
    argument(aggregate.operand);
  } else {
    word("*");
  }
  close();
}

void Printer::node(const rdf::Term& node) {
  out_ += print(node);
}

void Printer::node(const Variable& node) {
  out_ += print(node);
}

void Printer::node(const BinaryExpression& node) {
  open(name_of(node.op));
  argument(node.left);
  argument(node.right);
  close();
}

void Printer::node(const UnaryExpression& node) {
  open(name_of(node.op));
  argument(node.operand);
  close();
}

void Printer::node(const BuiltInCall& node) {
  open(lower(node.name));
  for (const ExpressionPtr& value : node.arguments) argument(value);
  close();
}

void Printer::node(const FunctionCall& node) {
  open("<" + node.iri + ">");
  if (node.distinct) word("distinct");
  for (const ExpressionPtr& value : node.arguments) argument(value);
  close();
}

void Printer::node(const InExpression& node) {
  open(node.negated ? "notin" : "in");
  argument(node.operand);
  for (const ExpressionPtr& value : node.list) argument(value);
  close();
}

void Printer::node(const ExistsExpression& node) {
  open(node.negated ? "notexists" : "exists");
  child(node.pattern);
  close();
}

}  // namespace prosper::sparql::algebra
