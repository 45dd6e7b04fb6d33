// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/parse.hpp"

#include <gmock/gmock.h>
#include <string>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/print.hpp"

namespace prosper::sparql {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<std::string> names(const std::vector<algebra::Variable>& variables) {
  std::vector<std::string> result;
  for (const algebra::Variable& variable : variables) result.push_back(variable.name);
  return result;
}

TEST(ParseQuery, GivesPrefixesAndBase) {
  ParserOptions options;
  options.base_iri = "http://e/x/";
  const auto query = parse_query(
      "PREFIX b: <b#> PREFIX a: <a#> PREFIX b: <c#> BASE <../y> ASK { <z> a:p b:q }", options);
  EXPECT_THAT(query.prefixes, ElementsAre(Pair("a", "http://e/x/a#"), Pair("b", "http://e/x/c#")));
  EXPECT_EQ(query.base_iri, "http://e/y");
  EXPECT_EQ(print(*query.pattern),
            "(bgp\n  (triple <http://e/z> <http://e/x/a#p> <http://e/x/c#q>))");
}

TEST(ParseQuery, KeepsAbsoluteIrisAsWritten) {
  const auto query = parse_query("ASK { <http://e/a/../b> <urn:x:y> <HTTP://E> }");
  EXPECT_EQ(print(*query.pattern), "(bgp\n  (triple <http://e/a/../b> <urn:x:y> <HTTP://E>))");
}

TEST(ParseQuery, ReportsPlacesInTheOriginalText) {
  try {
    parse_query("ASK { ?s \\u0061 ?o .\r\n\\u003Fx ?é oops }");
    FAIL() << "no error";
  } catch (const rdf::SyntaxError& error) {
    EXPECT_EQ(error.source(), "query");
    EXPECT_EQ(error.line(), 2U);
    EXPECT_EQ(error.column(), 12U);
    EXPECT_THAT(error.message(), testing::EndsWith("found 'oops'"));
  }
}

TEST(ParseQuery, ReplacesEscapesOnce) {
  EXPECT_EQ(print(*parse_query("\\u0041SK { ?s ?p '\\\\u0041' }").pattern),
            "(bgp\n  (triple ?s ?p \"\\\\u0041\"))");
}

TEST(ParseUpdate, GivesTheLastBase) {
  const auto update = parse_update("BASE <http://a/> CLEAR ALL ; BASE <http://b/> CLEAR ALL");
  EXPECT_EQ(update.base_iri, "http://b/");
  EXPECT_EQ(update.operations.size(), 2U);
}

TEST(InScopeVariables, FollowTheTable) {
  const auto in_scope = [](const std::string& group) {
    return names(algebra::in_scope_variables(*parse_query("ASK " + group).pattern));
  };
  EXPECT_THAT(in_scope("{ ?s ?p ?o . ?o ?p [] }"), ElementsAre("s", "p", "o", ".b0"));
  EXPECT_THAT(in_scope("{ ?s <http://e/p>* ?o }"), ElementsAre("s", "o"));
  EXPECT_THAT(in_scope("{ { ?a ?b 1 } UNION { ?c ?b 2 } }"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(in_scope("{ ?a ?b 1 OPTIONAL { ?c ?d 2 FILTER(?hidden) } }"),
              ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(in_scope("{ ?a ?b 1 MINUS { ?c ?d 2 } FILTER EXISTS { ?e ?f 3 } }"),
              ElementsAre("a", "b"));
  EXPECT_THAT(in_scope("{ GRAPH ?g { ?s ?p 1 } SERVICE ?x { ?y ?p 1 } }"),
              ElementsAre("g", "s", "p", "x", "y"));
  EXPECT_THAT(in_scope("{ VALUES (?a ?b) { } BIND(?hidden AS ?c) }"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(
      in_scope("{ SELECT ?a (COUNT(?b) AS ?n) { ?a ?b ?c } GROUP BY ?a ORDER BY ?a LIMIT 1 }"),
      ElementsAre("a", "n"));
  EXPECT_THAT(in_scope("{ ?a ?b ?c } GROUP BY ?a HAVING (COUNT(*) > 1)"), ElementsAre("a", ".a0"));
  EXPECT_THAT(in_scope("{ SELECT DISTINCT * { ?a ?b [] } }"), ElementsAre("a", "b"));
}

TEST(Print, WritesParts) {
  const auto query = parse_query("ASK { FILTER(?a < 1) }");
  const auto& filter = std::get<algebra::Filter>(query.pattern->value);
  EXPECT_EQ(print(*filter.condition), "(< ?a 1)");
  EXPECT_EQ(print(*query.pattern), "(filter (< ?a 1)\n  (bgp))");
}

}  // namespace
}  // namespace prosper::sparql
