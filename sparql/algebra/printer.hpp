// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/print_terms.hpp"

namespace prosper::sparql::algebra {

/// Writes S-expressions, one operator a line. Private to print.
class Printer {
 public:
  /// "(name" and one level deeper; close() ends it.
  void open(std::string_view name);
  void close();
  /// A blank and `text`, on the line of the operator.
  void word(std::string_view text);
  /// A new line at the present level.
  void line();

  void pattern(const Pattern& pattern);
  void expression(const Expression& expression);
  void triple(const TriplePattern& triple);
  /// "?a ?b" in brackets, on the line of the operator.
  void variables(const std::vector<Variable>& variables);

  std::string take() { return std::move(out_); }

 private:
  void child(const PatternPtr& pattern);
  void argument(const ExpressionPtr& expression);
  void aggregate(const Aggregate& aggregate);

  void node(const BasicGraphPattern& node);
  void node(const PathPattern& node);
  void node(const Join& node);
  void node(const LeftJoin& node);
  void node(const Filter& node);
  void node(const Union& node);
  void node(const Minus& node);
  void node(const Graph& node);
  void node(const Extend& node);
  void node(const Values& node);
  void node(const Group& node);
  void node(const OrderBy& node);
  void node(const Project& node);
  void node(const Distinct& node);
  void node(const Reduced& node);
  void node(const Slice& node);
  void node(const Service& node);

  void node(const rdf::Term& node);
  void node(const Variable& node);
  void node(const BinaryExpression& node);
  void node(const UnaryExpression& node);
  void node(const BuiltInCall& node);
  void node(const FunctionCall& node);
  void node(const InExpression& node);
  void node(const ExistsExpression& node);

  std::string out_;
  std::size_t level_ = 0;
};

}  // namespace prosper::sparql::algebra
