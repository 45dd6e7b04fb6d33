// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sparql/algebra/variable.hpp"

namespace prosper::sparql::algebra {

struct Expression;
/// Expressions are immutable and shared.
using ExpressionPtr = std::shared_ptr<const Expression>;

struct Pattern;
using PatternPtr = std::shared_ptr<const Pattern>;

enum class BinaryOperator {
  Or,
  And,
  Equal,
  NotEqual,
  Less,
  Greater,
  LessOrEqual,
  GreaterOrEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
};

enum class UnaryOperator { Not, Plus, Minus };

struct BinaryExpression {
  BinaryOperator op;
  ExpressionPtr left;
  ExpressionPtr right;
};

struct UnaryExpression {
  UnaryOperator op;
  ExpressionPtr operand;
};

/// A built-in called by name, upper case as in the grammar [121] ("STRLEN", "BOUND", "IF",
/// "COALESCE", "REGEX", "sameTerm" as "SAMETERM", "isIRI"/"isURI" as "ISIRI", "IRI"/"URI" as "IRI").
struct BuiltInCall {
  std::string name;
  std::vector<ExpressionPtr> arguments;
};

/// A function called by IRI: a cast (XPath constructor) or an extension function.
struct FunctionCall {
  std::string iri;
  std::vector<ExpressionPtr> arguments;
  bool distinct = false;
};

struct InExpression {
  ExpressionPtr operand;
  std::vector<ExpressionPtr> list;
  bool negated = false;
};

struct ExistsExpression {
  PatternPtr pattern;
  bool negated = false;
};

/// §18.2: an expression. Aggregates never occur here: Group computes them into variables.
struct Expression {
  using Value = std::variant<rdf::Term, Variable, BinaryExpression, UnaryExpression, BuiltInCall,
                             FunctionCall, InExpression, ExistsExpression>;
  Value value;
};

enum class AggregateFunction { Count, Sum, Min, Max, Avg, Sample, GroupConcat };

/// One aggregate of a Group (§18.5.1). No operand: COUNT(*).
struct Aggregate {
  AggregateFunction function;
  ExpressionPtr operand;
  bool distinct = false;
  /// GROUP_CONCAT only; a single space when not given.
  std::string separator = " ";
};

template <typename T>
ExpressionPtr make_expression(T value) {
  return std::make_shared<const Expression>(Expression{Expression::Value{std::move(value)}});
}

}  // namespace prosper::sparql::algebra
