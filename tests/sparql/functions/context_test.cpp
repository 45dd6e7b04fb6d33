// SPDX-License-Identifier: Apache-2.0
// Functions that depend on the request: NOW, RAND, BNODE, UUID, IRI without a base.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "sparql/functions/function_registry.hpp"
#include "tests/sparql/functions/term_reader.hpp"

namespace prosper::sparql::functions {
namespace {

Result call(std::string_view name, Context& context, const std::vector<rdf::Term>& arguments = {}) {
  const Registration* registration = find_builtin(name);
  return registration == nullptr ? Result() : registration->function(arguments, context);
}

std::string text_of(const Result& result) {
  if (!result) return "error";
  if (const auto* iri = std::get_if<rdf::Iri>(&*result)) return iri->value;
  return std::get<rdf::Literal>(*result).lexical_form;
}

TEST(Registry, KnowsNamesAndIris) {
  EXPECT_NE(find_builtin("STRLEN"), nullptr);
  EXPECT_EQ(find_builtin("strlen"), nullptr);
  EXPECT_EQ(find_builtin("BOUND"), nullptr);
  EXPECT_NE(find_function("http://www.w3.org/2001/XMLSchema#integer"), nullptr);
  EXPECT_EQ(find_function("http://www.w3.org/2001/XMLSchema#hexBinary"), nullptr);
  EXPECT_EQ(find_function("http://example.org/f"), nullptr);
  EXPECT_EQ(find_builtin("SUBSTR")->minimum_arguments, 2U);
  EXPECT_EQ(find_builtin("SUBSTR")->maximum_arguments, 3U);
}

TEST(Now, IsTheTimeOfTheRequest) {
  Context context;
  context.now = std::chrono::system_clock::time_point(std::chrono::microseconds(1'500'000));
  EXPECT_EQ(call("NOW", context), read_term(R"("1970-01-01T00:00:01.5Z"^^xsd:dateTime)"));
}

TEST(Rand, IsADoubleBelowOne) {
  Context context;
  for (int i = 0; i < 100; ++i) {
    const double value = std::stod(text_of(call("RAND", context)));
    EXPECT_GE(value, 0);
    EXPECT_LT(value, 1);
  }
}

TEST(Bnode, IsFreshWithoutALabelAndTheSameForALabelOfOneSolution) {
  Context context;
  const std::vector<rdf::Term> a{read_term(R"("a")")};
  const std::vector<rdf::Term> b{read_term(R"("b")")};
  const Result first = call("BNODE", context, a);
  ASSERT_TRUE(first && rdf::is_blank(*first));
  EXPECT_EQ(call("BNODE", context, a), first);
  EXPECT_NE(call("BNODE", context, b), first);
  EXPECT_NE(call("BNODE", context), call("BNODE", context));
  Context other;
  EXPECT_NE(call("BNODE", other, a), first);
  context.solution_blank_nodes.clear();
  EXPECT_NE(call("BNODE", context, a), first);
  EXPECT_FALSE(call("BNODE", context, {read_term("1")}));
  EXPECT_FALSE(call("BNODE", context, {read_term(R"("a"@fr)")}));
}

TEST(Uuid, IsRandomOfVersionFour) {
  Context context;
  const std::string form = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  std::set<std::string> seen;
  for (int i = 0; i < 50; ++i) {
    const std::string text = text_of(call("STRUUID", context));
    EXPECT_THAT(text, testing::MatchesRegex(form));
    EXPECT_TRUE(seen.insert(text).second);
  }
  EXPECT_THAT(text_of(call("UUID", context)), testing::MatchesRegex("urn:uuid:" + form));
}

TEST(Iri, NeedsABaseForARelativeReference) {
  Context context;
  EXPECT_FALSE(call("IRI", context, {read_term(R"("a")")}));
  EXPECT_EQ(text_of(call("IRI", context, {read_term(R"("http://a/b")")})), "http://a/b");
}

}  // namespace
}  // namespace prosper::sparql::functions
