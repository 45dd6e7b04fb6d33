// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <thread>

#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Queries with 300 × 300 × 300 × 300 solutions somewhere inside: no machine ends them soon.
class EngineLimitsTest : public testing::Test {
 protected:
  EngineLimitsTest() {
    options_.base_iri = "http://x/";
    for (int number = 0; number < 300; ++number) {
      add("http://x/s", "http://x/p",
          rdf::make_typed_literal(std::to_string(number), vocabularies::xsd::integer));
      add(node(number), "http://x/next", rdf::Iri{node((number + 1) % 300)});
    }
  }

  static std::string node(int number) { return "http://x/n" + std::to_string(number); }

  void add(const std::string& subject, const std::string& predicate, rdf::Term object) {
    source_.insert({rdf::Iri{subject}, rdf::Iri{predicate}, std::move(object), std::nullopt});
  }

  std::size_t run(const std::string& text) const {
    const PreparedQuery query = PreparedQuery::parse(text, options_);
    const auto stream = query.select(source_, options_);
    SolutionRow row;
    std::size_t rows = 0;
    while (stream->next(row)) ++rows;
    return rows;
  }

  const std::string product_ = "?a <p> ?b . ?c <p> ?d . ?e <p> ?f . ?g <p> ?h";
  store::MemoryQuadSource source_;
  RequestOptions options_;
};

class EngineDeadlineTest : public EngineLimitsTest,
                           public testing::WithParamInterface<const char*> {};

TEST_P(EngineDeadlineTest, EndsEveryOperator) {
  std::string text = GetParam();
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@'))
    text.replace(at, 1, product_);
  const auto start = steady_clock::now();
  options_.deadline = start + milliseconds(40);
  options_.maximum_held_solutions = SIZE_MAX;
  EXPECT_THROW(run(text), QueryCancelled) << text;
  EXPECT_LT(steady_clock::now() - start, milliseconds(400)) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Queries, EngineDeadlineTest,
    testing::Values("SELECT * { @ FILTER(?b + ?d + ?f + ?h < 0) }", "SELECT (COUNT(*) AS ?n) { @ }",
                    "SELECT ?b (COUNT(DISTINCT ?d) AS ?n) { @ } GROUP BY ?b",
                    "SELECT * { @ OPTIONAL { ?b <q> ?x } FILTER(BOUND(?x)) }",
                    "SELECT * { @ FILTER EXISTS { ?b <q> ?x } }",
                    "SELECT * { @ MINUS { ?x <p> ?b } }",
                    "SELECT DISTINCT ?a { @ FILTER(?b + ?d < 0) }",
                    "SELECT ?a { @ } ORDER BY ?h LIMIT 1",
                    "SELECT (COUNT(*) AS ?n) { { @ } UNION { @ } BIND(?b + 1 AS ?k) }"));

TEST_F(EngineLimitsTest, PathsAreCancelled) {
  const auto start = steady_clock::now();
  options_.deadline = start + milliseconds(30);
  EXPECT_THROW(run("SELECT * { ?x (<next>|^<next>)* ?y . ?y (<next>/<next>)* ?z FILTER(?z = 1) }"),
               QueryCancelled);
  EXPECT_LT(steady_clock::now() - start, milliseconds(400));
}

TEST_F(EngineLimitsTest, AnotherThreadCancelsWithin100Milliseconds) {
  std::atomic<bool> cancelled = false;
  options_.cancelled = &cancelled;
  steady_clock::time_point moment;
  std::thread other([&] {
    std::this_thread::sleep_for(milliseconds(30));
    moment = steady_clock::now();
    cancelled = true;
  });
  EXPECT_THROW(run("SELECT (COUNT(*) AS ?n) { " + product_ + " }"), QueryCancelled);
  const auto end = steady_clock::now();
  other.join();
  EXPECT_LT(end - moment, milliseconds(100));
}

TEST_F(EngineLimitsTest, SolutionsInMemoryAreCounted) {
  options_.maximum_held_solutions = 1000;
  EXPECT_THROW(run("SELECT * { ?a <p> ?b . ?c <p> ?d } ORDER BY ?b"), QueryCancelled);
  EXPECT_THROW(run("SELECT DISTINCT ?b ?d { ?a <p> ?b . ?c <p> ?d }"), QueryCancelled);
}

TEST_F(EngineLimitsTest, BytesInMemoryAreCounted) {
  options_.maximum_held_bytes = 100'000;
  EXPECT_THROW(run("SELECT * { ?a <p> ?b . ?c <p> ?d } ORDER BY ?b"), QueryCancelled);
  EXPECT_THROW(
      run("SELECT * { ?a <p> ?b . ?c <p> ?d BIND(CONCAT(STR(?b), \"-\", STR(?d)) AS ?t) }"),
      QueryCancelled);
}

TEST_F(EngineLimitsTest, AStreamHoldsLittle) {
  options_.maximum_held_solutions = 1000;
  EXPECT_EQ(run("SELECT * { ?a <p> ?b . ?c <p> ?d }"), 90'000U);
}

TEST_F(EngineLimitsTest, OnlyTheFirstRowsOfASortAreKept) {
  options_.maximum_held_solutions = 80'000;
  EXPECT_EQ(run("SELECT * { ?a <p> ?b . ?c <p> ?d . } ORDER BY DESC(?b) ?d LIMIT 10"), 10U);
}

TEST_F(EngineLimitsTest, AFewRowsCostLittle) {
  const auto start = steady_clock::now();
  EXPECT_EQ(run("SELECT * { " + product_ + " } LIMIT 10"), 10U);
  EXPECT_LT(steady_clock::now() - start, milliseconds(200));
}

}  // namespace
}  // namespace prosper::sparql
