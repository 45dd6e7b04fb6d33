// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "sparql/functions/operators.hpp"
#include "tests/sparql/functions/term_reader.hpp"

namespace prosper::sparql::functions {
namespace {

std::optional<rdf::Term> term(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(read_term(text));
}

/// Least first; "" is unbound.
const std::vector<std::string> ascending{
    "",
    "_:a",
    "_:b",
    "<http://a/>",
    "<http://b/>",
    "false",
    "true",
    R"("NaN"^^xsd:double)",
    R"("-INF"^^xsd:double)",
    "-1",
    "9007199254740992e0",
    "9007199254740993",
    "9007199254740994",
    R"("INF"^^xsd:float)",
    R"("2006-08-22T23:00:00+14:00"^^xsd:dateTime)",
    R"("2006-08-22T10:00:00"^^xsd:dateTime)",
    R"("2006-08-22T11:00:00Z"^^xsd:dateTime)",
    R"("2006-08-22"^^xsd:date)",
    R"("-0001"^^xsd:gYear)",
    R"("1900"^^xsd:gYear)",
    R"("P29D"^^xsd:duration)",
    R"("P1M"^^xsd:duration)",
    R"("P31D"^^xsd:duration)",
    R"("a")",
    R"("a"@en)",
    R"("a"@fr)",
    R"("b")",
    R"("é")",
    R"("a"^^<http://t/1>)",
    R"("b"^^<http://t/1>)",
    R"("a"^^<http://t/2>)",
    R"("x"^^xsd:integer)",
};

TEST(Order, RanksEveryPairOfTheList) {
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      const auto expected = i <=> j;
      const auto actual = order(term(ascending[i]), term(ascending[j]));
      EXPECT_TRUE((actual < 0) == (expected < 0) && (actual > 0) == (expected > 0))
          << ascending[i] << " and " << ascending[j];
    }
  }
}

TEST(Order, AgreesWithLessWhereLessIsKnown) {
  for (const std::string& left : ascending) {
    for (const std::string& right : ascending) {
      if (left.empty() || right.empty()) continue;
      if (less(read_term(left), read_term(right)) == true) {
        EXPECT_TRUE(order(term(left), term(right)) < 0) << left << " and " << right;
      }
    }
  }
}

TEST(Order, TiesEqualValuesOfDifferentForms) {
  const std::vector<std::pair<std::string, std::string>> ties{
      {"1", "01"},
      {"1", "1.0"},
      {"1", "1e0"},
      {"0.5", R"("0.5"^^xsd:float)"},
      {"0e0", "-0e0"},
      {R"("a"@fr)", R"("a"@FR)"},
      {R"("NaN"^^xsd:double)", R"("NaN"^^xsd:float)"},
      {R"("2006-08-22T11:00:00Z"^^xsd:dateTime)", R"("2006-08-22T12:00:00+01:00"^^xsd:dateTime)"},
      {R"("P1Y"^^xsd:duration)", R"("P12M"^^xsd:yearMonthDuration)"},
  };
  for (const auto& [left, right] : ties) {
    EXPECT_TRUE(order(term(left), term(right)) == 0) << left << " and " << right;
  }
}

TEST(Order, ComparesDecimalsWithDoublesExactly) {
  // Both decimals round to the double 0.1, which lies between them.
  const auto below = term("0.1");
  const auto between = term("0.1e0");
  const auto above = term("0.10000000000000001");
  EXPECT_TRUE(order(below, between) < 0);
  EXPECT_TRUE(order(between, above) < 0);
  EXPECT_TRUE(order(below, above) < 0);
}

}  // namespace
}  // namespace prosper::sparql::functions
