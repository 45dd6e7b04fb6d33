// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sparql/differential/random/expression_writer.hpp"

namespace prosper::sparql::differential {

constexpr const char* prologue =
    "PREFIX : <http://x/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

/// Writes requests, a production of the grammar a function. The parts of one request share its
/// variables, so that they have something to join.
class RequestWriter {
 public:
  explicit RequestWriter(std::uint64_t seed);

  RequestTree query();
  /// A few operations.
  RequestTree update();

 private:
  RequestTree select();
  RequestTree construct();
  RequestTree projection();
  RequestTree grouped_select();
  RequestTree dataset();
  RequestTree order();

  RequestTree group(std::size_t depth);
  RequestTree element(std::size_t depth, bool is_first);
  RequestTree optional_group(std::size_t depth);
  RequestTree triple();
  RequestTree path();
  RequestTree path_expression(std::size_t depth);
  RequestTree negated_set();
  RequestTree filter(std::size_t depth);
  RequestTree values();
  RequestTree sub_select(std::size_t depth);
  RequestTree limited_select(std::size_t depth);

  RequestTree aggregate();
  RequestTree operand();
  RequestTree having();

  RequestTree operation();
  RequestTree quads(bool has_variables);
  RequestTree modify();
  RequestTree graph_operation();

  std::string variable() { return expressions_.variable(); }

  std::string fresh() { return "?k" + std::to_string(++fresh_); }

  std::string node() { return ":n" + std::to_string(dice_.roll(7)); }

  std::string graph_iri() { return ":g" + std::to_string(dice_.roll(4)); }

  std::string constant() { return expressions_.constant(); }

  std::string subject();
  std::string object();
  std::string predicate();

  std::string cell() { return dice_.chance(30) ? "UNDEF" : constant(); }

  Dice dice_;
  ExpressionWriter expressions_;
  std::size_t fresh_ = 0;
};

}  // namespace prosper::sparql::differential
