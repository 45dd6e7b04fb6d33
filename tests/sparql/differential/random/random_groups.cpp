// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "tests/sparql/differential/random/request_writer.hpp"

namespace prosper::sparql::differential {

std::string RequestWriter::predicate() {
  return std::string(1, ':') + dice_.one_of(std::string_view("pqr"));
}

std::string RequestWriter::subject() {
  return dice_.chance(80) ? variable() : node();
}

std::string RequestWriter::object() {
  return dice_.chance(75) ? variable() : constant();
}

RequestTree RequestWriter::group(std::size_t depth) {
  RequestTree made(Kind::Group, {"{ "});
  const std::size_t count = 1 + dice_.roll(3);
  for (std::size_t index = 0; index < count; ++index) {
    made.parts.push_back(optional(element(depth, index == 0)));
    made.parts.emplace_back(" ");
  }
  made.parts.emplace_back("}");
  return made;
}

RequestTree RequestWriter::element(std::size_t depth, bool is_first) {
  const std::size_t kind = dice_.roll(100);
  if (depth == 0 || kind < 36 || (is_first && kind < 52)) return triple();
  if (kind < 45) return path();
  if (kind < 55) return optional_group(depth - 1);
  if (kind < 60) return {Kind::Element, {"MINUS ", group(depth - 1)}};
  if (kind < 66) return {Kind::Element, {group(depth - 1), " UNION ", group(depth - 1)}};
  if (kind < 75) return filter(depth);
  if (kind < 79) return {Kind::Element, {"BIND(", expressions_.any(2), " AS " + fresh() + ")"}};
  if (kind < 84) return values();
  if (kind < 91)
    return {Kind::Element,
            {"GRAPH " + (dice_.chance(65) ? variable() : graph_iri()) + " ", group(depth - 1)}};
  if (kind < 94) return sub_select(depth);
  if (kind < 97) return limited_select(depth);
  return {Kind::Element, {group(depth - 1)}};
}

/// Some with a condition, which may speak of variables outside (§18.2.2.6).
RequestTree RequestWriter::optional_group(std::size_t depth) {
  RequestTree made = group(depth);
  if (dice_.chance(40)) {
    made.parts.pop_back();
    made.parts.push_back(optional({Kind::Element, {"FILTER(", expressions_.condition(2), ") "}}));
    made.parts.emplace_back("}");
  }
  return {Kind::Element, {"OPTIONAL ", std::move(made)}};
}

RequestTree RequestWriter::triple() {
  std::string words = subject() + " ";
  words += dice_.chance(85) ? predicate() : variable();
  words += " " + object();
  return {Kind::Element, {words + " ."}};
}

RequestTree RequestWriter::path() {
  std::string from = dice_.chance(75) ? variable() : constant();
  if (dice_.chance(4)) from = ":absent";
  std::string to = dice_.chance(3) ? ":absent" : object();
  return {Kind::Element, {from + " ", path_expression(2), " " + to + " ."}};
}

RequestTree RequestWriter::path_expression(std::size_t depth) {
  if (depth == 0 || dice_.chance(20)) return {Kind::Path, {predicate()}};
  const auto inner = [&] {
    return RequestTree(Kind::Request, {"(", path_expression(depth - 1), ")"});
  };
  switch (dice_.roll(10)) {
    case 0:
    case 1:
      return {Kind::Path, {inner(), "*"}};
    case 2:
    case 3:
      return {Kind::Path, {inner(), "+"}};
    case 4:
      return {Kind::Path, {inner(), "?"}};
    case 5:
      return {Kind::Path, {"^", inner()}};
    case 6:
      return {Kind::Path, {inner(), "/", inner()}};
    case 7:
      return {Kind::Path, {inner(), "|", inner()}};
    default:
      return negated_set();
  }
}

RequestTree RequestWriter::negated_set() {
  if (dice_.chance(25)) return {Kind::Path, {"!" + predicate()}};
  if (dice_.chance(25)) return {Kind::Path, {"!^" + predicate()}};
  RequestTree made(Kind::Path, {"!("});
  const std::size_t count = 1 + dice_.roll(3);
  for (std::size_t index = 0; index < count; ++index) {
    std::string one = (dice_.chance(40) ? "^" : "") + predicate();
    made.parts.push_back(index == 0 ? RequestTree(one) : optional("|" + one));
  }
  made.parts.emplace_back(")");
  return made;
}

RequestTree RequestWriter::filter(std::size_t depth) {
  if (!dice_.chance(35)) return {Kind::Element, {"FILTER(", expressions_.condition(2), ")"}};
  return {Kind::Element,
          {dice_.chance(50) ? "FILTER EXISTS " : "FILTER NOT EXISTS ", group(depth - 1)}};
}

RequestTree RequestWriter::values() {
  if (dice_.chance(20)) {
    RequestTree made(Kind::Element, {"VALUES " + variable() + " {"});
    for (std::size_t rows = dice_.roll(4); rows > 0; --rows)
      made.parts.push_back(optional(" " + cell()));
    made.parts.emplace_back(" }");
    return made;
  }
  constexpr std::array<std::string_view, 4> pairs = {"?a ?b", "?b ?c", "?c ?d", "?d ?a"};
  RequestTree made(Kind::Element, {"VALUES (" + std::string(dice_.one_of(pairs)) + ") {"});
  for (std::size_t rows = 1 + dice_.roll(3); rows > 0; --rows) {
    std::string row = " (" + cell();
    row += " " + cell();
    made.parts.push_back(optional(row + ")"));
  }
  made.parts.emplace_back(" }");
  return made;
}

RequestTree RequestWriter::sub_select(std::size_t depth) {
  const std::string key = variable();
  std::string other = variable();
  while (other == key) other = variable();
  RequestTree made(Kind::Element, {"{ SELECT "});
  const auto where = [&](std::vector<RequestTree> head, std::vector<RequestTree> tail) {
    for (RequestTree& part : head) made.parts.push_back(std::move(part));
    made.parts.emplace_back(" WHERE ");
    made.parts.push_back(group(depth - 1));
    for (RequestTree& part : tail) made.parts.push_back(std::move(part));
    made.parts.emplace_back(" }");
    return made;
  };
  switch (dice_.roll(5)) {
    case 0:
      return where({key + " ", aggregate()}, {" GROUP BY " + key, optional(having())});
    case 1:
      return where({aggregate()}, {});
    case 2:
      return where({"DISTINCT " + key + " " + other}, {});
    case 3:
      return where({key + " " + other}, {});
    default:
      return where({key + " (", expressions_.any(1), " AS " + fresh() + ")"}, {});
  }
}

/// Any two solutions are ordered, however an engine orders terms that SPARQL leaves unordered.
RequestTree RequestWriter::limited_select(std::size_t depth) {
  const std::string key = variable();
  std::string tail = " GROUP BY " + key + " HAVING(!isBlank(" + key + ")) ORDER BY ";
  if (dice_.chance(40)) tail += "DESC(isIRI(" + key + ")) ";
  tail += dice_.chance(50) ? "STR(" + key + ")" : "DESC(STR(" + key + "))";
  tail += " STR(DATATYPE(" + key + ")) LANG(" + key + ")";
  if (dice_.chance(30)) tail += " OFFSET " + std::to_string(dice_.roll(2));
  tail += " LIMIT " + std::to_string(dice_.roll(4));
  return {Kind::Element, {"{ SELECT " + key + " WHERE ", group(depth - 1), tail + " }"}};
}

}  // namespace prosper::sparql::differential
