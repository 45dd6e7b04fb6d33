// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/algebra/expression.hpp"
#include "sparql/algebra/path.hpp"
#include "sparql/algebra/variable.hpp"

namespace prosper::sparql::algebra {

/// The SPARQL 1.1 algebra, §18.2 and §18.5, one struct an operator. Patterns are immutable and
/// shared; passes build new ones.

/// BGP(…), §18.3. No triples: the empty group pattern Z, one empty solution.
struct BasicGraphPattern {
  std::vector<TriplePattern> triples;
};

/// Path(X, path, Y), §18.4.
struct PathPattern {
  TermOrVariable subject;
  PathPtr path;
  TermOrVariable object;
};

struct Join {
  PatternPtr left;
  PatternPtr right;
};

/// LeftJoin(left, right, condition); no condition means true.
struct LeftJoin {
  PatternPtr left;
  PatternPtr right;
  ExpressionPtr condition;
};

struct Filter {
  ExpressionPtr condition;
  PatternPtr pattern;
};

struct Union {
  PatternPtr left;
  PatternPtr right;
};

struct Minus {
  PatternPtr left;
  PatternPtr right;
};

/// Graph(IRI or variable, pattern).
struct Graph {
  TermOrVariable name;
  PatternPtr pattern;
};

/// Extend(pattern, variable, expression): BIND, SELECT (… AS ?v), GROUP BY (… AS ?v).
struct Extend {
  PatternPtr pattern;
  Variable variable;
  ExpressionPtr expression;
};

/// VALUES. An unset cell is UNDEF; each row is as long as `variables`.
struct Values {
  std::vector<Variable> variables;
  std::vector<std::vector<std::optional<rdf::Term>>> rows;
};

/// Group and AggregateJoin, §18.5.1: one solution a group, binding the key variables and each
/// aggregate's variable (unbound where it errs). Key expressions were bound by Extend before.
/// No keys: one group, also when there are no solutions (§18.2.4.1).
struct Group {
  PatternPtr pattern;
  std::vector<Variable> keys;
  std::vector<std::pair<Variable, Aggregate>> aggregates;
};

struct SortCondition {
  ExpressionPtr expression;
  bool descending = false;
};

struct OrderBy {
  PatternPtr pattern;
  std::vector<SortCondition> conditions;
};

struct Project {
  PatternPtr pattern;
  std::vector<Variable> variables;
};

struct Distinct {
  PatternPtr pattern;
};

struct Reduced {
  PatternPtr pattern;
};

struct Slice {
  PatternPtr pattern;
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
};

/// Service(endpoint, pattern, silent), SPARQL 1.1 Federated Query §4.
struct Service {
  TermOrVariable endpoint;
  PatternPtr pattern;
  bool silent = false;
};

/// A sub-select is a Project (with its modifiers) standing as a pattern: ToMultiSet.
struct Pattern {
  using Value =
      std::variant<BasicGraphPattern, PathPattern, Join, LeftJoin, Filter, Union, Minus, Graph,
                   Extend, Values, Group, OrderBy, Project, Distinct, Reduced, Slice, Service>;
  Value value;
};

template <typename T>
PatternPtr make_pattern(T value) {
  return std::make_shared<const Pattern>(Pattern{Pattern::Value{std::move(value)}});
}

/// Builds one visitor from lambdas.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace prosper::sparql::algebra
