// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sparql/algebra/expression.hpp"
#include "sparql/functions/function_registry.hpp"

namespace prosper::sparql::request {

/// true, false or, when empty, an error: the third value of §17.2.
using Truth = std::optional<bool>;

Truth negate(Truth truth);
/// The truth tables of §17.2 for two known operands: an error is outweighed.
Truth disjunction(Truth left, Truth right);
Truth conjunction(Truth left, Truth right);
functions::Result to_term(Truth truth);
/// Any operator but || and &&, on two terms.
functions::Result apply(algebra::BinaryOperator op, const rdf::Term& left, const rdf::Term& right);

/// What an expression may ask of the solution it is evaluated for.
class ExpressionScope {
 public:
  ExpressionScope() = default;
  ExpressionScope(const ExpressionScope&) = delete;
  ExpressionScope& operator=(const ExpressionScope&) = delete;
  virtual ~ExpressionScope() = default;

  /// Null when the variable is not bound; valid until the next question.
  virtual const rdf::Term* value(const algebra::Variable& variable) = 0;
  /// Whether the pattern has a solution under this one (§18.6), `negated` apart.
  virtual bool exists(const algebra::ExistsExpression& exists) = 0;
};

/// Evaluates expressions as §17 says, for every engine. Errors are empty results; throws
/// UnsupportedFeature for a function nobody knows. Borrows all it is given.
class ExpressionEvaluator {
 public:
  ExpressionEvaluator(ExpressionScope& scope, functions::Context& context)
      : scope_(scope), context_(context) {}

  functions::Result evaluate(const algebra::Expression& expression);
  Truth truth(const algebra::Expression& expression);

 private:
  functions::Result value_of(const rdf::Term& term) { return term; }

  functions::Result value_of(const algebra::Variable& variable);
  functions::Result value_of(const algebra::UnaryExpression& unary);
  functions::Result value_of(const algebra::BinaryExpression& binary);
  functions::Result value_of(const algebra::InExpression& in);
  functions::Result value_of(const algebra::ExistsExpression& exists);
  functions::Result value_of(const algebra::BuiltInCall& call);
  functions::Result value_of(const algebra::FunctionCall& call);

  functions::Result bound(const algebra::BuiltInCall& call);
  functions::Result conditional(const algebra::BuiltInCall& call);
  functions::Result coalesce(const algebra::BuiltInCall& call);
  functions::Result invoke(const functions::Registration* registration, const std::string& name,
                           const std::vector<algebra::ExpressionPtr>& arguments);

  ExpressionScope& scope_;
  functions::Context& context_;
};

}  // namespace prosper::sparql::request
