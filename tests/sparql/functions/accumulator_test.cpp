// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/accumulator.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/sparql/functions/term_reader.hpp"

namespace prosper::sparql::functions {
namespace {

using Kind = AccumulatorKind;

struct Case {
  Kind kind;
  /// "error" is an error among the values.
  std::vector<std::string> values;
  std::string expected;
};

std::string aggregate(const Case& test) {
  const auto accumulator = make_accumulator(test.kind, ", ");
  for (const std::string& value : test.values) {
    accumulator->add(value == "error" ? Result() : Result(read_term(value)));
  }
  const Result result = accumulator->result();
  return result ? rdf::to_ntriples(*result) : "error";
}

const std::vector<Case> cases{
    {Kind::Count, {}, "0"},
    {Kind::Count, {"1", "error", "_:a"}, "2"},
    {Kind::Sum, {}, "0"},
    {Kind::Sum, {"1", "2"}, "3"},
    {Kind::Sum, {"1", "2.5"}, "3.5"},
    {Kind::Sum, {"1", "2.5", "1e0"}, "4.5E0"},
    {Kind::Sum, {"0.1", "0.2", "-0.3"}, R"("0"^^xsd:decimal)"},
    {Kind::Sum, {"1", R"("2")"}, "error"},
    {Kind::Sum, {"1", "error", "2"}, "error"},
    {Kind::Sum, {R"("1"^^xsd:byte)"}, "1"},
    {Kind::Avg, {}, "0"},
    {Kind::Avg, {"1", "2"}, "1.5"},
    {Kind::Avg, {"1", "2", "2"}, "1.666666666666666667"},
    {Kind::Avg, {"1e0", "2"}, "1.5E0"},
    {Kind::Avg, {"1", "_:b", "3"}, "error"},
    {Kind::Min, {}, "error"},
    {Kind::Min, {"2", "1.0", "3e0"}, "1.0"},
    {Kind::Min, {"2", "_:a", "<http://a/>"}, "_:a"},
    {Kind::Min, {R"("b")", R"("a"@fr)"}, R"("a"@fr)"},
    {Kind::Min, {"1", "01"}, "1"},
    {Kind::Min, {"1", "error"}, "error"},
    {Kind::Max, {}, "error"},
    {Kind::Max, {"2", "10", R"("NaN"^^xsd:double)"}, "10"},
    {Kind::Max, {"2", R"("a")", "<http://a/>"}, R"("a")"},
    {Kind::Max, {R"("1900"^^xsd:gYear)", R"("1789"^^xsd:gYear)"}, R"("1900"^^xsd:gYear)"},
    {Kind::Max, {"error", "1"}, "error"},
    {Kind::Sample, {}, "error"},
    {Kind::Sample, {"error", "7", "8"}, "7"},
    {Kind::GroupConcat, {}, R"("")"},
    {Kind::GroupConcat, {R"("a"@fr)", "1", "<http://b/>"}, R"("a, 1, http://b/")"},
    {Kind::GroupConcat, {R"("")", R"("")"}, R"(", ")"},
    {Kind::GroupConcat, {R"("a")", "_:b"}, "error"},
    {Kind::GroupConcat, {R"("a")", "error"}, "error"},
};

TEST(Accumulator, GivesTheExpectedResult) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string& text = cases[i].expected;
    const std::string expected = text == "error" ? text : rdf::to_ntriples(read_term(text));
    EXPECT_EQ(aggregate(cases[i]), expected) << "case " << i;
  }
}

}  // namespace
}  // namespace prosper::sparql::functions
