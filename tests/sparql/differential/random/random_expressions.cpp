// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/random_expressions.hpp"

#include <array>

#include "tests/sparql/differential/random/expression_forms.hpp"
#include "tests/sparql/differential/random/request_writer.hpp"

namespace prosper::sparql::differential {

namespace {

constexpr std::size_t columns = 6;

RequestTree column(RequestTree expression, std::size_t number) {
  return optional(
      {Kind::Request, {"(", std::move(expression), " AS ?r" + std::to_string(number) + ") "}});
}

}  // namespace

RequestTree random_expressions(std::uint64_t seed) {
  Dice dice(seed);
  const std::vector<std::string> variables = {"?x", "?y", "?z"};
  ExpressionWriter expressions(dice, variables, Vocabulary::All);
  std::vector<std::string> constants;
  std::string row;
  for (std::size_t index = 0; index < variables.size(); ++index) {
    const bool is_unbound = dice.chance(5);
    constants.push_back(is_unbound ? "" : expressions.constant());
    row += " " + (is_unbound ? "UNDEF" : constants.back());
  }
  expressions.set_constants(constants);
  RequestTree made(Kind::Request, {prologue, "SELECT "});
  for (std::size_t number = 0; number < columns; ++number)
    made.parts.push_back(column(expressions.any(3), number));
  made.parts.emplace_back("WHERE { ");
  made.parts.push_back(optional("VALUES (?x ?y ?z) { (" + row + " ) } "));
  made.parts.emplace_back("}");
  return made;
}

RequestTree random_aggregates(std::uint64_t seed) {
  Dice dice(seed);
  // Most columns of numbers alone: others have no sum.
  constexpr std::array<std::string_view, 6> types = {"n", "n", "n", "s", "nnnsb", "nsdoibx"};
  const std::string_view type = dice.one_of(types);
  RequestTree rows(Kind::Request, {"VALUES ?x {"});
  const std::size_t count = 1 + dice.roll(4);
  for (std::size_t index = 0; index < count; ++index) {
    std::string cell = dice.one_of(constants_of(dice.one_of(type)));
    if (dice.chance(6)) cell = "UNDEF";
    rows.parts.push_back(index == 0 ? RequestTree(" " + cell) : optional(" " + cell));
  }
  rows.parts.emplace_back(" }");
  constexpr std::array<const char*, 9> calls = {"COUNT(",        "SUM(", "AVG(", "MIN(",  "MAX(",
                                                "GROUP_CONCAT(", "SUM(", "AVG(", "COUNT("};
  constexpr std::array<const char*, 4> operands = {"?x", "?x", "xsd:double(?x)", "STR(?x)"};
  RequestTree made(Kind::Request, {prologue, "SELECT "});
  for (std::size_t number = 0; number < columns; ++number) {
    const std::string call = dice.one_of(calls);
    std::string words = call + (dice.chance(30) ? "DISTINCT " : "");
    words += call == "COUNT("                             ? "?x"
             : call == "GROUP_CONCAT(" && dice.chance(95) ? "STR(?x)"
                                                          : dice.one_of(operands);
    if (call == "GROUP_CONCAT(" && dice.chance(60))
      words += dice.chance(50) ? "; SEPARATOR=\"\"" : "; SEPARATOR=\"-\"";
    made.parts.push_back(column({Kind::Expression, {words + ")"}}, number));
  }
  made.parts.insert(made.parts.end(), {RequestTree("WHERE { "), rows, RequestTree(" }")});
  return made;
}

}  // namespace prosper::sparql::differential
