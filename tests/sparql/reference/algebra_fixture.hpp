// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/query.hpp"
#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"

namespace prosper::sparql::reference {

/// Short names for algebra made by hand. Terms: "?x" is a variable, "_:b" a blank node, `"text"` a
/// string, digits an integer, anything else an IRI.
algebra::TermOrVariable position(std::string_view text);
rdf::Term term(std::string_view text);
algebra::Variable variable(std::string_view name);
/// Triples of positions separated by blanks, "?s p ?o", one an argument.
algebra::PatternPtr bgp(const std::vector<std::string>& triples);
algebra::PatternPtr path(std::string_view subject, algebra::PathPtr path, std::string_view object);
algebra::PathPtr link(std::string_view predicate);
algebra::PatternPtr join(algebra::PatternPtr left, algebra::PatternPtr right);
algebra::PatternPtr graph(std::string_view name, algebra::PatternPtr pattern);
algebra::PatternPtr filter(algebra::ExpressionPtr condition, algebra::PatternPtr pattern);
algebra::PatternPtr extend(algebra::PatternPtr pattern, std::string_view name,
                           algebra::ExpressionPtr expression);
/// Rows of positions separated by blanks; UNDEF stays unbound.
algebra::PatternPtr values(const std::vector<std::string>& variables,
                           const std::vector<std::string>& rows);
algebra::ExpressionPtr value(std::string_view text);
algebra::ExpressionPtr binary(algebra::ExpressionPtr left, algebra::BinaryOperator op,
                              algebra::ExpressionPtr right);
algebra::ExpressionPtr call(std::string_view name,
                            const std::vector<algebra::ExpressionPtr>& arguments);

/// A dataset and what patterns give on it.
class AlgebraTest : public testing::Test {
 protected:
  /// "s p o" or "s p o g" a quad.
  void load(const std::vector<std::string>& quads);

  /// Each solution as "x=a y=b", variables by name; sorted, for they are a multiset.
  std::vector<std::string> solutions(const algebra::PatternPtr& pattern) const;
  /// The same in the order they come.
  std::vector<std::string> sequence(const algebra::PatternPtr& pattern) const;
  /// The value of an expression without variables; "error" when it is one.
  std::string value_of(const algebra::ExpressionPtr& expression) const;

  store::MemoryQuadSource source_;
  RequestOptions options_;
  algebra::Dataset dataset_;
};

}  // namespace prosper::sparql::reference
