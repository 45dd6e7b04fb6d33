// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/request_writer.hpp"

namespace prosper::sparql::differential {

RequestWriter::RequestWriter(std::uint64_t seed)
    : dice_(seed), expressions_(dice_, {"?a", "?b", "?c", "?d", "?e"}, Vocabulary::Few) {
  expressions_.write_groups_with([this](std::size_t depth) { return group(depth); });
}

RequestTree RequestWriter::query() {
  RequestTree made(Kind::Request, {prologue});
  const std::size_t kind = dice_.roll(100);
  if (kind < 7)
    made.parts.push_back(construct());
  else if (kind < 10)
    made.parts.push_back({Kind::Request, {"ASK ", dataset(), group(3)}});
  else if (kind < 28)
    made.parts.push_back(grouped_select());
  else
    made.parts.push_back(select());
  return made;
}

RequestTree RequestWriter::dataset() {
  if (dice_.chance(8)) return optional(" FROM :g0 FROM :g1 FROM NAMED :g1 FROM NAMED :g2 ");
  if (dice_.chance(4)) return optional(" FROM NAMED :g1 FROM NAMED :g3 ");
  if (dice_.chance(3)) return optional(" FROM :g1 ");
  return " ";
}

RequestTree RequestWriter::order() {
  if (!dice_.chance(15)) return "";
  const std::string key = variable();
  if (dice_.chance(30)) return optional(" ORDER BY DESC(" + key + ") " + variable());
  return optional(" ORDER BY " + key);
}

RequestTree RequestWriter::select() {
  RequestTree where = group(3);
  RequestTree head = "*";
  if (dice_.chance(20)) head = projection();
  return {Kind::Request,
          {"SELECT ", dice_.chance(12) ? optional("DISTINCT ") : RequestTree(""), head, dataset(),
           "WHERE ", where, order()}};
}

RequestTree RequestWriter::projection() {
  RequestTree made(Kind::Request, {});
  for (const char* name : {"?a", "?b", "?c"})
    if (dice_.chance(50)) made.parts.push_back(optional(std::string(name) + " "));
  made.parts.push_back({Kind::Request, {"(", expressions_.any(2), " AS " + fresh() + ")"}});
  return made;
}

RequestTree RequestWriter::grouped_select() {
  const RequestTree where = group(3);
  RequestTree head(Kind::Request, {});
  RequestTree tail(Kind::Request, {});
  const std::size_t kind = dice_.roll(10);
  if (kind < 6) {
    const std::string key = variable();
    head.parts.emplace_back(key + " ");
    tail.parts.emplace_back(" GROUP BY " + key);
    if (kind < 2)
      head.parts.push_back({Kind::Request, {"(SAMPLE(" + key + ") AS " + fresh() + ") "}});
    if (kind == 2) tail.parts.push_back(optional(" " + variable()));
  } else if (kind < 8) {
    const std::string key = fresh();
    head.parts.emplace_back(key + " ");
    tail.parts.push_back({Kind::Request, {" GROUP BY (", expressions_.any(1), " AS " + key + ")"}});
  }
  head.parts.push_back(aggregate());
  if (dice_.chance(40)) head.parts.push_back(optional(aggregate()));
  if (dice_.chance(30)) tail.parts.push_back(optional(having()));
  return {Kind::Request, {"SELECT ", head, dataset(), "WHERE ", where, tail}};
}

RequestTree RequestWriter::aggregate() {
  RequestTree call(Kind::Expression, {});
  const char* distinct = dice_.chance(35) ? "DISTINCT " : "";
  const auto of = [&](const std::string& name, RequestTree argument, const std::string& end) {
    call.parts = {name + "(" + distinct, std::move(argument), end};
  };
  switch (dice_.roll(11)) {
    case 0:
    case 1:
      of("COUNT", "*", ")");
      break;
    case 2:
    case 3:
      of("COUNT", dice_.chance(75) ? RequestTree(variable()) : expressions_.any(1), ")");
      break;
    case 4:
      of("SUM", operand(), ")");
      break;
    case 5:
      of("AVG", operand(), ")");
      break;
    case 6:
      of("MIN", operand(), ")");
      break;
    case 7:
      of("MAX", operand(), ")");
      break;
    case 8:
      // The order of the parts is not defined, their number is.
      of("STRLEN(GROUP_CONCAT", {Kind::Expression, {"STR(", expressions_.any(1), ")"}},
         "; SEPARATOR=\"||\"))");
      break;
    case 9:
      of("STRLEN(GROUP_CONCAT", "STR(" + variable() + ")", "))");
      break;
    default:
      of("1 + MAX", operand(), ")");
  }
  return {Kind::Request, {"(", call, " AS " + fresh() + ") "}};
}

/// Values of one type, whose order is defined, and errors.
RequestTree RequestWriter::operand() {
  const std::string name = variable();
  switch (dice_.roll(5)) {
    case 0:
      return {Kind::Expression, {"COALESCE(xsd:integer(" + name + "), 0)"}};
    case 1:
      return {Kind::Expression, {"IF(isNumeric(" + name + "), " + name + ", 0)"}};
    case 2:
      return {Kind::Expression, {"STR(" + name + ")"}};
    case 3:
      return {Kind::Expression, {"STRLEN(STR(" + name + "))"}};
    default:
      return {Kind::Expression, {"xsd:decimal(" + name + ")"}};
  }
}

RequestTree RequestWriter::having() {
  switch (dice_.roll(3)) {
    case 0:
      return " HAVING (COUNT(*) > 1)";
    case 1:
      return {Kind::Request, {" HAVING (SUM(", operand(), ") >= 1)"}};
    default:
      return {Kind::Request, {" HAVING (COUNT(DISTINCT " + variable() + ") < 2)"}};
  }
}

RequestTree RequestWriter::construct() {
  RequestTree made(Kind::Request, {"CONSTRUCT { "});
  for (std::size_t count = 1 + dice_.roll(3); count > 0; --count) {
    std::string words = dice_.chance(25) ? "_:x" : subject();
    words += " " + (dice_.chance(70) ? predicate() : variable());
    words += " " + (dice_.chance(15) ? "_:x" : object());
    made.parts.push_back(optional(words + " . "));
  }
  made.parts.insert(made.parts.end(),
                    {RequestTree("}"), dataset(), RequestTree("WHERE "), group(2)});
  return made;
}

RequestTree RequestWriter::update() {
  RequestTree made(Kind::Request, {prologue});
  for (std::size_t count = 1 + dice_.roll(4); count > 0; --count) {
    made.parts.push_back(optional({Kind::Request, {operation(), " ;\n"}}));
  }
  return made;
}

}  // namespace prosper::sparql::differential
