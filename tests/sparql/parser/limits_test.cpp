// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <string>

#include "sparql/algebra/print.hpp"
#include "sparql/parser/parse.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql {
namespace {

std::string repeat(std::size_t count, const std::string& text) {
  std::string repeated;
  repeated.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

std::string query_error(const std::string& text, const ParserOptions& options = {}) {
  try {
    parse_query(text, options);
  } catch (const rdf::SyntaxError& error) {
    return error.what();
  }
  return "";
}

TEST(Limits, RefusesDeepNesting) {
  const std::string message = "found more than 256 brackets inside one another";
  EXPECT_EQ(query_error("ASK { FILTER " + repeat(100'000, "(") + "1" + repeat(100'000, ")") + " }"),
            "query:1:269: " + message);
  EXPECT_EQ(query_error("ASK " + repeat(5'000, "{") + repeat(5'000, "}")),
            "query:1:261: " + message);
  EXPECT_EQ(query_error("ASK { ?s ?p " + repeat(5'000, "[ ?p ") + repeat(5'000, "]") + " }"),
            "query:1:1288: " + message);
  EXPECT_EQ(query_error("ASK { ?s " + repeat(5'000, "(") + "a" + repeat(5'000, ")*") + " ?o }"),
            "query:1:265: " + message);
}

/// Nothing nests but brackets: operators before an operand do not, braces of groups and of
/// sub-selects do.
TEST(Limits, RefusesEveryOtherWayToNest) {
  const std::string message = "found more than 256 brackets inside one another";
  const auto refused = [&](const std::string& text) {
    return query_error(text).ends_with(message);
  };
  EXPECT_TRUE(refused(repeat(100'000, "SELECT * { { ") + repeat(100'000, "} } ")));
  EXPECT_TRUE(refused("ASK " + repeat(100'000, "{ OPTIONAL ")));
  EXPECT_TRUE(refused("ASK { FILTER " + repeat(100'000, "(!") + "1"));
  EXPECT_TRUE(refused("ASK { FILTER " + repeat(100'000, "(-") + "1"));
  EXPECT_TRUE(refused("ASK { FILTER " + repeat(100'000, "EXISTS { FILTER ")));
  EXPECT_TRUE(refused("ASK { FILTER " + repeat(100'000, "STR(")));
  EXPECT_TRUE(refused("ASK { ?s ?p ?o FILTER(?o IN " + repeat(100'000, "(1, ")));
  EXPECT_TRUE(refused("ASK { ?s " + repeat(100'000, "!(")));
  EXPECT_TRUE(refused("ASK { ?s " + repeat(100'000, "(a/")));
  EXPECT_TRUE(refused("ASK { ?s ?p " + repeat(100'000, "( ")));
  EXPECT_TRUE(refused("ASK { ?s ?p " + repeat(100'000, "[ ?p ")));
  EXPECT_TRUE(refused("ASK { GRAPH ?g " + repeat(100'000, "{ GRAPH ?g ")));
  EXPECT_TRUE(query_error("ASK { FILTER(" + repeat(100'000, "!") + "1) }")
                  .ends_with("expected an expression, found '!'"));
  EXPECT_TRUE(query_error("ASK { FILTER(" + repeat(100'000, "- ") + "1) }")
                  .ends_with("expected an expression, found '-'"));
  EXPECT_NE(query_error("ASK { ?s " + repeat(100'000, "^") + "a ?o }"), "");
}

/// Millions of bytes, and never what they should be.
TEST(Limits, AnswersEveryLongTextWithAShortError) {
  const std::size_t many = 2U << 20U;
  for (const std::string& text :
       {"ASK { ?s ?p '" + std::string(many, 'a'), "ASK { ?s ?p <" + std::string(many, 'a'),
        "ASK { ?s " + std::string(many, 'a') + ":b ?o }",
        "ASK { ?s <" + std::string(many, 'a') + "> ?o }", "ASK { #" + std::string(many, '#'),
        "ASK { ?" + std::string(many, 'a') + " }",
        "ASK { ?s ?p 'a'@" + std::string(many, 'a') + " " + std::string(many / 9, 'b') + " }",
        "ASK { " + std::string(many, '<'), "ASK { ?s ?p " + std::string(many, '1') + "x }",
        "ASK { FILTER(" + std::string(many, 'a') + "(1)) }", std::string(many, '\xff'),
        std::string(many, '\0'), "ASK { ?s <" + repeat(many / 3, "€") + "> ?o }"}) {
    const std::string error = query_error(text);
    EXPECT_TRUE(error.starts_with("query:")) << error.substr(0, 100);
    EXPECT_LE(error.size(), 1'100U);
    EXPECT_EQ(rdf::find_invalid_utf8(error), std::nullopt);
  }
}

TEST(Limits, ParsesTheDeepestNestingAllowed) {
  EXPECT_EQ(query_error("ASK { FILTER " + repeat(255, "(") + "1" + repeat(255, ")") + " }"), "");
  EXPECT_EQ(query_error("ASK " + repeat(256, "{") + repeat(256, "}")), "");
  EXPECT_EQ(query_error("ASK { ?s ?p " + repeat(255, "[ ?p ") + " 1 " + repeat(255, "]") + " }"),
            "");
  EXPECT_EQ(query_error("ASK { ?s ?p " + repeat(255, "(") + " 1 " + repeat(255, ")") + " }"), "");
  EXPECT_EQ(query_error("ASK { ?s " + repeat(255, "(") + "a" + repeat(255, ")*") + " ?o }"), "");
  EXPECT_EQ(query_error("ASK { " + repeat(127, "FILTER EXISTS { { ") + repeat(127, "} } ") + "}"),
            "");
  EXPECT_EQ(query_error(repeat(127, "SELECT * { { ") + repeat(127, "} } ")), "");
}

TEST(Limits, CountsNoBracketsInStringsIrisAndComments) {
  const std::string many = repeat(1'000, "({[");
  EXPECT_EQ(query_error("# " + many + "\nASK { ?s ?p \"" + many + "\", '''" + many +
                        "\n''', \"\\\"" + many + "\" }"),
            "");
  EXPECT_EQ(query_error("ASK { ?s ?p <http://e/" + repeat(1'000, "([") + "> }"), "");
  EXPECT_EQ(query_error("PREFIX e: <http://e/> ASK { ?s ?p e:" + repeat(1'000, "\\(") + " }"), "");
}

TEST(Limits, NestingCanBeSet) {
  ParserOptions options;
  options.maximum_nesting = 2;
  EXPECT_EQ(query_error("ASK { { } }", options), "");
  EXPECT_EQ(query_error("ASK { { {} } }", options),
            "query:1:9: found more than 2 brackets inside one another");
}

TEST(Limits, RefusesLongTexts) {
  const std::string text = "ASK { } " + repeat(50U << 10U, std::string(1'023, ' ') + "\n");
  EXPECT_EQ(query_error(text),
            "query: the query has 52428808 bytes, more than the limit of 10485760");
  ParserOptions options;
  options.maximum_bytes = text.size();
  EXPECT_EQ(query_error(text, options), "");
  EXPECT_EQ(query_error(text + " ", options),
            "query: the query has 52428809 bytes, more than the limit of 52428808");
}

TEST(Limits, LongChainsAreNoDeepTrees) {
  const std::size_t many = 5'000;
  EXPECT_EQ(query_error("ASK { FILTER(1" + repeat(many, " || ?x = 1") + ") }"), "");
  EXPECT_EQ(query_error("ASK { FILTER(1" + repeat(many, " && ?x = 1") + ") }"), "");
  EXPECT_EQ(query_error("ASK { {}" + repeat(many, " UNION { ?s ?p ?o }") + " }"), "");
  EXPECT_EQ(query_error("ASK { ?s a" + repeat(many, "|a") + " ?o }"), "");
  EXPECT_EQ(query_error("ASK { ?s a" + repeat(many, "/a") + " ?o }"), "");
  EXPECT_EQ(query_error("ASK { ?s (a" + repeat(many, "/a") + ")* ?o }"), "");
  EXPECT_EQ(query_error("ASK { " + repeat(many, "?s ?p ?o . ") + " }"), "");
  EXPECT_EQ(query_error("ASK { ?s ?p (" + repeat(many, "1 ") + ") }"), "");
  EXPECT_EQ(query_error("SELECT * { VALUES ?x { " + repeat(many, "1 ") + "} }"), "");
}

TEST(Limits, LongDependentChainsAreRefused) {
  const std::size_t many = 5'000;
  const std::string message = "found more than 2000 operations that depend on one another";
  const auto refused = [&](const std::string& text) {
    return query_error(text).find(message) != std::string::npos;
  };
  EXPECT_TRUE(refused("ASK { FILTER(1" + repeat(many, " + 1") + " = 1) }"));
  EXPECT_TRUE(refused("ASK { " + repeat(many, "OPTIONAL { } ") + "}"));
  EXPECT_TRUE(refused("ASK { " + repeat(many, "?s a* ?o . ") + "}"));
  EXPECT_TRUE(refused("ASK { ?s a" + repeat(many, "/a*") + " ?o }"));
  std::string select = "SELECT";
  std::string group = " { } GROUP BY";
  for (std::size_t i = 0; i < many; ++i) {
    select += " (1 AS ?x" + std::to_string(i) + ")";
    group += " (1 AS ?x" + std::to_string(i) + ")";
  }
  EXPECT_TRUE(refused(select + " { }"));
  EXPECT_TRUE(refused("SELECT ?x1" + group));
}

/// The deepest trees that pass can be printed and destroyed without overflowing the stack.
TEST(Limits, TreesThatPassCanBeWalked) {
  const std::string deep = "ASK { " + repeat(1'900, "OPTIONAL { } ") + "}";
  EXPECT_GT(print(parse_query(deep)).size(), 1'900U);
  const std::string sum = "ASK { FILTER(1" + repeat(1'900, " + 1") + ") }";
  EXPECT_GT(print(parse_query(sum)).size(), 1'900U);
}

TEST(Limits, UnterminatedTextsAreErrors) {
  const std::string text =
      "BASE <http://b/> PREFIX e: <http://e/> SELECT (GROUP_CONCAT(DISTINCT ?x ; SEPARATOR=',') AS "
      "?y)"
      " FROM NAMED e:g WHERE { ?x e:p/(a|^e:q)* [ e:r ('a'@fr \"b\"^^e:t) ] OPTIONAL { GRAPH ?g {"
      " _:b !(e:p) 1.5 } } FILTER(NOT EXISTS { VALUES (?v) { (UNDEF) } } && REGEX(?x, '''z'''))"
      " BIND(?x + -1 AS ?w) SERVICE SILENT e:s { } } GROUP BY ?z HAVING (1 < 2) ORDER BY DESC(?z)";
  ASSERT_EQ(query_error(text), "");
  for (std::size_t length = 0; length < text.find(" GROUP BY"); ++length) {
    const std::string error = query_error(text.substr(0, length));
    EXPECT_TRUE(error.starts_with("query:1:")) << text.substr(0, length) << "\n" << error;
  }
}

}  // namespace
}  // namespace prosper::sparql
