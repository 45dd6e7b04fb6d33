// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DatasetTest : public AlgebraTest {
 protected:
  DatasetTest() { load({"a p 0", "a p 1 g1", "b p 2 g1", "a p 1 g2", "c p 3 g2"}); }
};

TEST_F(DatasetTest, TheUnionDefaultGraphHoldsEveryTripleOnce) {
  options_.default_graph = DefaultGraphMode::Union;
  EXPECT_THAT(solutions(bgp({"?s p ?n"})), ElementsAre("n=0 s=a", "n=1 s=a", "n=2 s=b", "n=3 s=c"));
  EXPECT_THAT(solutions(bgp({"a p 1"})), ElementsAre(""));
  EXPECT_THAT(
      solutions(path("a", algebra::make_path(algebra::AlternativePath{link("p"), link("p")}), "1")),
      ElementsAre("", ""));
}

TEST_F(DatasetTest, TheOwnDefaultGraphIsApart) {
  options_.default_graph = DefaultGraphMode::Own;
  EXPECT_THAT(solutions(bgp({"?s p ?n"})), ElementsAre("n=0 s=a"));
}

TEST_F(DatasetTest, GraphRangesOverNamedGraphsOnly) {
  for (const DefaultGraphMode mode : {DefaultGraphMode::Union, DefaultGraphMode::Own}) {
    options_.default_graph = mode;
    EXPECT_THAT(solutions(graph("?g", bgp({"a p ?n"}))), ElementsAre("g=g1 n=1", "g=g2 n=1"));
    EXPECT_THAT(solutions(graph("g1", bgp({"?s p ?n"}))), ElementsAre("n=1 s=a", "n=2 s=b"));
    EXPECT_THAT(solutions(graph("?g", bgp({}))), ElementsAre("g=g1", "g=g2"));
    EXPECT_THAT(solutions(graph("nowhere", bgp({}))), IsEmpty());
    EXPECT_THAT(solutions(graph("a", bgp({}))), IsEmpty());
  }
}

TEST_F(DatasetTest, TheNameOfTheGraphJoinsWithWhatIsInside) {
  load({"g1 about c g1", "g2 about g1 g1"});
  EXPECT_THAT(solutions(graph("?g", bgp({"?g about ?x"}))), ElementsAre("g=g1 x=c"));
  EXPECT_THAT(solutions(graph("?g", filter(value("true"), bgp({"?g about ?x"})))),
              ElementsAre("g=g1 x=c"));
}

TEST_F(DatasetTest, TheNarrowestTripleDecidesWhichGraphsAreLookedAt) {
  EXPECT_THAT(solutions(graph("?g", bgp({"?s p ?n", "c p ?m"}))),
              ElementsAre("g=g2 m=3 n=1 s=a", "g=g2 m=3 n=3 s=c"));
  EXPECT_THAT(solutions(graph("?g", bgp({"?s p ?n", "?s unknown ?m"}))), IsEmpty());
  EXPECT_THAT(solutions(join(bgp({"?s p 2"}), graph("?g", bgp({"?s ?p ?o"})))),
              ElementsAre("g=g1 o=2 p=p s=b"));
  dataset_.named_graphs = {rdf::Iri{"g2"}};
  EXPECT_THAT(solutions(graph("?g", filter(value("true"), bgp({"a p ?n"})))),
              ElementsAre("g=g2 n=1"));
}

TEST_F(DatasetTest, OptionalPartsDoNotDecideWhichGraphsAreLookedAt) {
  const auto optional = [](algebra::PatternPtr left, algebra::PatternPtr right) {
    return algebra::make_pattern(algebra::LeftJoin{std::move(left), std::move(right), nullptr});
  };
  EXPECT_THAT(solutions(graph("?g", optional(bgp({}), bgp({"b p ?n"})))),
              ElementsAre("g=g1 n=2", "g=g2"));
  const auto either = algebra::make_pattern(algebra::Union{bgp({"b p ?n"}), bgp({"c p ?n"})});
  EXPECT_THAT(solutions(graph("?g", either)), ElementsAre("g=g1 n=2", "g=g2 n=3"));
}

TEST_F(DatasetTest, AGraphInsideOfAGraphStandsForItself) {
  EXPECT_THAT(solutions(graph("g1", join(bgp({"b p ?n"}), graph("g2", bgp({"c p ?m"}))))),
              ElementsAre("m=3 n=2"));
}

TEST_F(DatasetTest, FromMergesItsGraphs) {
  dataset_.default_graphs = {rdf::Iri{"g1"}, rdf::Iri{"g2"}, rdf::Iri{"unknown"}};
  EXPECT_THAT(solutions(bgp({"?s p ?n"})), ElementsAre("n=1 s=a", "n=2 s=b", "n=3 s=c"));
  EXPECT_THAT(solutions(graph("?g", bgp({"?s p ?n"}))), IsEmpty());
  EXPECT_THAT(solutions(graph("g1", bgp({"?s p ?n"}))), IsEmpty());
}

TEST_F(DatasetTest, FromNamedAloneLeavesAnEmptyDefaultGraph) {
  dataset_.named_graphs = {rdf::Iri{"g2"}};
  EXPECT_THAT(solutions(bgp({"?s p ?n"})), IsEmpty());
  EXPECT_THAT(solutions(graph("?g", bgp({"?s p ?n"}))),
              ElementsAre("g=g2 n=1 s=a", "g=g2 n=3 s=c"));
}

TEST_F(DatasetTest, TheDatasetOfTheRequestOverridesTheQuerys) {
  dataset_.default_graphs = {rdf::Iri{"g1"}};
  options_.default_graph_uris = {"g2"};
  EXPECT_THAT(solutions(bgp({"?s p ?n"})), ElementsAre("n=1 s=a", "n=3 s=c"));
}

}  // namespace
}  // namespace prosper::sparql::reference
