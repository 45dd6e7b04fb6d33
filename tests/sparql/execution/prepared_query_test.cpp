// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"

namespace prosper::sparql {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class PreparedQueryTest : public testing::Test {
 protected:
  PreparedQueryTest() {
    options_.base_iri = "http://base/";
    source_.insert({rdf::Iri{"http://base/a"}, rdf::Iri{"http://base/p"}, rdf::make_string("one"),
                    std::nullopt});
  }

  PreparedQuery parse(const std::string& text) const {
    return PreparedQuery::parse(text, options_);
  }

  store::MemoryQuadSource source_;
  RequestOptions options_;
};

TEST_F(PreparedQueryTest, KnowsItsForm) {
  EXPECT_EQ(parse("SELECT * {}").form(), PreparedQuery::Form::Select);
  EXPECT_EQ(parse("ASK {}").form(), PreparedQuery::Form::Ask);
  EXPECT_EQ(parse("CONSTRUCT WHERE { <a> <p> ?x }").form(), PreparedQuery::Form::Construct);
  EXPECT_EQ(parse("DESCRIBE <a>").form(), PreparedQuery::Form::Describe);
}

TEST_F(PreparedQueryTest, RelativeIrisAndIriFollowTheBase) {
  const PreparedQuery query = parse("SELECT ?x (IRI(\"b\") AS ?y) ?none { <a> <p> ?x }");
  const auto stream = query.select(source_, options_);
  EXPECT_THAT(stream->variables(), ElementsAre("x", "y", "none"));
  SolutionRow row;
  ASSERT_TRUE(stream->next(row));
  EXPECT_THAT(row, ElementsAre(rdf::Term(rdf::make_string("one")),
                               rdf::Term(rdf::Iri{"http://base/b"}), std::nullopt));
  EXPECT_FALSE(stream->next(row));
  EXPECT_FALSE(stream->next(row));
}

TEST_F(PreparedQueryTest, RunsOnAnySourceAnyNumberOfTimes) {
  const PreparedQuery query = parse("ASK { <a> <p> ?x }");
  EXPECT_TRUE(query.ask(source_, options_));
  EXPECT_TRUE(query.ask(source_, options_));
  EXPECT_FALSE(query.ask(store::MemoryQuadSource(), options_));
}

class TripleCount final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& /*quad*/) override { ++triples; }

  std::size_t triples = 0;
};

TEST_F(PreparedQueryTest, ConstructGivesATripleOnce) {
  TripleCount count;
  parse("CONSTRUCT { <a> <q> 1 . ?s <q> 1 . ?s <q> ?n } { ?s ?p ?o VALUES ?n { 1 2 3 } }")
      .graph(source_, options_, count);
  EXPECT_EQ(count.triples, 3U);
}

TEST_F(PreparedQueryTest, ConstructOfManyTriplesHoldsFewInMemory) {
  constexpr std::size_t subjects = 800;
  for (std::size_t i = 0; i < subjects; ++i)
    source_.insert({rdf::Iri{"http://base/s" + std::to_string(i)}, rdf::Iri{"http://base/q"},
                    rdf::make_string("two"), std::nullopt});
  options_.maximum_held_solutions = 10'000;
  options_.maximum_held_bytes = std::size_t{32} << 20U;
  TripleCount count;
  parse("CONSTRUCT { ?a <with> ?b } { ?a <q> ?x . ?b <q> ?x }").graph(source_, options_, count);
  EXPECT_EQ(count.triples, subjects * subjects);
}

TEST_F(PreparedQueryTest, GraphResultsAreTriplesOfTheDefaultGraph) {
  conformance::RdfGraph described;
  parse("DESCRIBE <a>").graph(source_, options_, described);
  ASSERT_EQ(described.quads().size(), 1U);
  EXPECT_FALSE(described.quads().front().graph.has_value());
}

TEST_F(PreparedQueryTest, KeepsPrefixesAndExplains) {
  const PreparedQuery query = parse("PREFIX x: <http://x/> SELECT ?s { ?s x:p x:o }");
  EXPECT_THAT(query.prefixes(), ElementsAre(testing::Pair("x", "http://x/")));
  EXPECT_THAT(query.explain(), HasSubstr("http://x/p"));
}

TEST_F(PreparedQueryTest, SyntaxErrorsSayWhere) {
  try {
    parse("SELECT *\n{ ?s ?p }");
    FAIL() << "accepted";
  } catch (const rdf::SyntaxError& error) {
    EXPECT_EQ(error.line(), 2U);
  }
}

TEST_F(PreparedQueryTest, UnknownFunctionsAreRefusedByName) {
  const PreparedQuery query = parse("SELECT (<http://no/such>(1) AS ?x) {}");
  const auto stream = query.select(source_, options_);
  SolutionRow row;
  try {
    stream->next(row);
    FAIL() << "accepted";
  } catch (const UnsupportedFeature& error) {
    EXPECT_THAT(error.what(), HasSubstr("http://no/such"));
  }
}

}  // namespace
}  // namespace prosper::sparql
