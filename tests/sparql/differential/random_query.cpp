// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "tests/sparql/differential/generator.hpp"

namespace prosper::sparql::differential {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array variables = {"?a"sv, "?b"sv, "?c"sv, "?d"sv, "?e"sv};
constexpr std::array predicates = {":p"sv, ":q"sv, ":r"sv};
constexpr std::array literals = {
    "1"sv,        "2"sv,
    "0"sv,        "2.5"sv,
    "\"a\""sv,    "\"b\""sv,
    "\"a\"@fr"sv, "\"2001-02-02\"^^<http://www.w3.org/2001/XMLSchema#date>"sv};
constexpr std::array comparisons = {"="sv, "!="sv, "<"sv, ">"sv, "<="sv, ">="sv};

/// Writes a query, a production of the grammar a function.
class QueryGenerator {
 public:
  explicit QueryGenerator(std::uint64_t seed) : dice_(seed) {}

  QueryTree query() {
    QueryTree tree;
    tree.where = group(3);
    tree.head = dice_.chance(15) ? "SELECT DISTINCT *" : "SELECT *";
    if (dice_.chance(12)) {
      const std::string key = variable();
      tree.head = "SELECT " + key + " " + aggregate();
      tree.tail = "GROUP BY " + key + having();
    } else if (dice_.chance(6)) {
      tree.head = "SELECT " + aggregate();
    } else if (dice_.chance(10)) {
      tree.head = "SELECT DISTINCT " + variable() + " " + variable();
    }
    if (dice_.chance(10))
      tree.head += " FROM :g0 FROM :g1 FROM NAMED :g1 FROM NAMED :g2";
    else if (dice_.chance(4))
      tree.head += " FROM NAMED :g1";
    tree.head += " WHERE";
    if (dice_.chance(15)) tree.tail += " ORDER BY " + variable();
    return tree;
  }

 private:
  std::string variable() { return std::string(dice_.one_of(variables)); }

  std::string fresh() { return "?k" + std::to_string(++fresh_); }

  std::string node() { return ":n" + std::to_string(dice_.roll(7)); }

  std::string literal() { return std::string(dice_.one_of(literals)); }

  std::string constant() { return dice_.chance(60) ? node() : literal(); }

  std::string object() { return dice_.chance(75) ? variable() : constant(); }

  std::string predicate() { return std::string(dice_.one_of(predicates)); }

  Group group(std::size_t depth) {
    Group made;
    const std::size_t count = 1 + dice_.roll(3);
    for (std::size_t index = 0; index < count; ++index)
      made.elements.push_back(element(depth, made.elements.empty()));
    return made;
  }

  Element text(std::string words) { return {std::move(words), {}, "", ""}; }

  Element element(std::size_t depth, bool is_first) {
    const std::size_t kind = dice_.roll(100);
    if (depth == 0 || kind < 38 || (is_first && kind < 55)) return triple();
    if (kind < 46) return path();
    if (kind < 56) return {"OPTIONAL ", {group(depth - 1)}, "", ""};
    if (kind < 61) return {"MINUS ", {group(depth - 1)}, "", ""};
    if (kind < 67) return {"", {group(depth - 1), group(depth - 1)}, " UNION ", ""};
    if (kind < 75) return filter(depth);
    if (kind < 79) return text("BIND(" + value(2) + " AS " + fresh() + ")");
    if (kind < 84) return values();
    if (kind < 91) return {"GRAPH " + graph_name() + " ", {group(depth - 1)}, "", ""};
    if (kind < 96) return sub_select(depth);
    return {"", {group(depth - 1)}, "", ""};
  }

  Element triple() {
    const std::string subject = dice_.chance(80) ? variable() : node();
    const std::string link = dice_.chance(85) ? predicate() : variable();
    return text(subject + " " + link + " " + object() + " .");
  }

  Element path() {
    const std::string subject = dice_.chance(75) ? variable() : constant();
    return text(subject + " " + path_expression(2) + " " + object() + " .");
  }

  std::string path_expression(std::size_t depth) {
    if (depth == 0 || dice_.chance(20)) return predicate();
    const std::string inner = "(" + path_expression(depth - 1) + ")";
    switch (dice_.roll(9)) {
      case 0:
      case 1:
        return inner + "*";
      case 2:
        return inner + "+";
      case 3:
        return inner + "?";
      case 4:
        return "^" + inner;
      case 5:
        return inner + "/(" + path_expression(depth - 1) + ")";
      case 6:
        return inner + "|(" + path_expression(depth - 1) + ")";
      case 7:
        return "!" + predicate();
      default:
        return "!(" + predicate() + "|^" + predicate() + ")";
    }
  }

  Element filter(std::size_t depth) {
    if (!dice_.chance(30)) return text("FILTER(" + condition(2) + ")");
    return {dice_.chance(50) ? "FILTER EXISTS " : "FILTER NOT EXISTS ", {group(depth - 1)}, "", ""};
  }

  std::string condition(std::size_t depth) {
    if (depth > 0 && dice_.chance(35)) {
      if (dice_.chance(25)) return "!(" + condition(depth - 1) + ")";
      return "(" + condition(depth - 1) + (dice_.chance(50) ? " && " : " || ") +
             condition(depth - 1) + ")";
    }
    switch (dice_.roll(8)) {
      case 0:
        return "BOUND(" + variable() + ")";
      case 1:
        return variable() + (dice_.chance(50) ? " IN (" : " NOT IN (") + constant() + ", " +
               constant() + ")";
      case 2:
        return "sameTerm(" + variable() + ", " + object() + ")";
      case 3:
        return "isIRI(" + variable() + ")";
      case 4:
        return "REGEX(STR(" + variable() + "), \"[1a]\")";
      default:
        return value(1) + " " + std::string(dice_.one_of(comparisons)) + " " + value(1);
    }
  }

  std::string value(std::size_t depth) {
    if (depth > 0 && dice_.chance(40)) {
      switch (dice_.roll(5)) {
        case 0:
          return "(" + value(depth - 1) + " + " + value(depth - 1) + ")";
        case 1:
          return "IF(" + condition(0) + ", " + value(depth - 1) + ", " + value(depth - 1) + ")";
        case 2:
          return "COALESCE(" + variable() + ", " + value(depth - 1) + ")";
        case 3:
          return "STR(" + variable() + ")";
        default:
          return "DATATYPE(" + variable() + ")";
      }
    }
    return dice_.chance(75) ? variable() : constant();
  }

  Element values() {
    const std::size_t first = dice_.roll(variables.size());
    const std::size_t second = (first + 1) % variables.size();
    std::string words =
        "VALUES (" + std::string(variables[first]) + " " + std::string(variables[second]) + ") {";
    for (std::size_t rows = 1 + dice_.roll(3); rows > 0; --rows)
      words += " (" + cell() + " " + cell() + ")";
    return text(words + " }");
  }

  std::string cell() { return dice_.chance(30) ? "UNDEF" : constant(); }

  std::string graph_name() {
    return dice_.chance(65) ? variable() : ":g" + std::to_string(dice_.roll(4));
  }

  std::string aggregate() {
    const std::string operand = variable();
    std::string call;
    switch (dice_.roll(8)) {
      case 0:
        call = "COUNT(*)";
        break;
      case 1:
        call = "COUNT(DISTINCT " + operand + ")";
        break;
      case 2:
        call = "SUM(" + operand + ")";
        break;
      case 3:
        call = "MIN(" + operand + ")";
        break;
      case 4:
        call = "MAX(" + operand + ")";
        break;
      case 5:
        call = "STRLEN(GROUP_CONCAT(STR(" + operand + ")))";
        break;
      case 6:
        call = "COUNT(DISTINCT *)";
        break;
      default:
        call = "COUNT(" + operand + ")";
    }
    return "(" + call + " AS " + fresh() + ")";
  }

  std::string having() { return dice_.chance(25) ? " HAVING (COUNT(*) > 1)" : ""; }

  Element sub_select(std::size_t depth) {
    const std::string key = variable();
    Element made{"{ SELECT ", {group(depth - 1)}, "", " }"};
    switch (dice_.roll(5)) {
      case 0:
        made.before += key + " " + aggregate() + " WHERE ";
        made.after = " GROUP BY " + key + having() + " }";
        break;
      case 1:
        made.before += aggregate() + " WHERE ";
        break;
      case 2:
        made.before += "DISTINCT " + key + " WHERE ";
        // Every two terms are ordered by one of these.
        made.after = " ORDER BY " + key + " STR(" + key + ") STR(DATATYPE(" + key + ")) LIMIT " +
                     std::to_string(1 + dice_.roll(3)) + " }";
        break;
      case 3:
        made.before += key + " " + variable() + " WHERE ";
        break;
      default:
        made.before += key + " (" + value(1) + " AS " + fresh() + ") WHERE ";
    }
    return made;
  }

  Dice dice_;
  std::size_t fresh_ = 0;
};

}  // namespace

QueryTree random_query(std::uint64_t seed) {
  return QueryGenerator(seed).query();
}

}  // namespace prosper::sparql::differential
