// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sparql/algebra/query.hpp"

namespace prosper::sparql::algebra {

/// Writes SPARQL. Private to to_sparql. Methods are grouped by the file that defines them.
class QueryText {
 public:
  /// `prefix`: no variable of the query is it followed by digits.
  explicit QueryText(std::string prefix) : prefix_(std::move(prefix)) {}

  /// `text`, with a blank before it if one is needed.
  void word(std::string_view text);

  std::string take() { return std::move(out_); }

  // query_text_terms.cpp
  void position(const TermOrVariable& position);
  void triples(const std::vector<TriplePattern>& triples);

  // query_text_select.cpp
  /// A whole SELECT; `dataset`: its FROM clauses.
  void select(const Pattern& pattern, const std::string& dataset = {});
  /// WHERE and all that comes behind it, for the forms that select nothing.
  void where_and_modifiers(const Pattern& pattern);

 private:
  // query_text_terms.cpp
  void term(const rdf::Term& term);
  void iri(std::string_view iri);
  void literal(const rdf::Literal& literal);
  void variable(const Variable& variable);
  /// The name in the text of what has none outside of the algebra.
  const std::string& public_name(const std::string& name);
  void path(const Path& path);
  void binary_path(const Path& left, const char* op, const Path& right);
  void negated_set(const NegatedPropertySet& set);
  void node(const PathPattern& node);

  // query_text.cpp
  /// { … }
  void group(const Pattern& pattern);
  /// What stands in a group that is open and empty.
  void elements(const Pattern& pattern);
  /// The same, but more elements may follow: what would swallow them gets braces.
  void leading_elements(const Pattern& pattern);
  void filter(const Expression& condition);
  void node(const BasicGraphPattern& node);
  void node(const Join& node);
  void node(const LeftJoin& node);
  void node(const Filter& node);
  void node(const Union& node);
  void node(const Minus& node);
  void node(const Graph& node);
  void node(const Extend& node);
  void node(const Values& node);
  void node(const Service& node);

  // query_text_select.cpp
  struct Modifiers;
  static Modifiers read_modifiers(const Pattern& pattern, bool is_select);
  void name_aggregates(const Group& group);
  void write_columns(const Modifiers& modifiers, const std::vector<Variable>& columns);
  void write_where(const Modifiers& modifiers);

  // query_text_expressions.cpp
  void expression(const Expression& expression);
  /// In brackets where it is not one call, variable or term.
  void operand(const Expression& expression);
  /// Up to the closing bracket.
  void arguments(const std::vector<ExpressionPtr>& arguments);
  void aggregate(const Aggregate& aggregate);

  void node(const rdf::Term& node) { term(node); }

  void node(const Variable& node);
  void node(const BinaryExpression& node);
  void node(const UnaryExpression& node);
  void node(const BuiltInCall& node);
  void node(const FunctionCall& node);
  void node(const InExpression& node);
  void node(const ExistsExpression& node);

  std::string out_;
  std::string prefix_;
  /// The last element written is a basic graph pattern, which more triples would join.
  bool is_behind_triples_ = false;
  std::map<std::string, std::string> public_names_;
  /// What the variables of groupings stand for.
  std::map<std::string, const Aggregate*> aggregates_;
};

}  // namespace prosper::sparql::algebra
