// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class BasicGraphPatternTest : public AlgebraTest {
 protected:
  BasicGraphPatternTest() {
    load({"a knows b", "b knows c", "c knows c", "a name \"Ann\"", "b name \"Bob\"",
          "a likes \"Ann\""});
  }
};

TEST_F(BasicGraphPatternTest, NoTriplesGiveOneEmptySolution) {
  EXPECT_THAT(solutions(bgp({})), ElementsAre(""));
}

TEST_F(BasicGraphPatternTest, TriplesJoinOnTheirVariables) {
  EXPECT_THAT(solutions(bgp({"?x knows ?y", "?y name ?n"})), ElementsAre("n=\"Bob\" x=a y=b"));
}

TEST_F(BasicGraphPatternTest, AVariableTwiceInATripleIsOneTerm) {
  EXPECT_THAT(solutions(bgp({"?x knows ?x"})), ElementsAre("x=c"));
  EXPECT_THAT(solutions(bgp({"?x ?x ?x"})), IsEmpty());
}

TEST_F(BasicGraphPatternTest, AVariablePredicateMatchesEveryPredicate) {
  EXPECT_THAT(solutions(bgp({"a ?p \"Ann\""})), ElementsAre("p=likes", "p=name"));
}

TEST_F(BasicGraphPatternTest, PatternsWithoutSharedVariablesMultiply) {
  EXPECT_THAT(solutions(bgp({"?x name \"Ann\"", "?y name \"Bob\""})), ElementsAre("x=a y=b"));
  EXPECT_EQ(solutions(bgp({"?x knows ?y", "?z name ?n"})).size(), 6U);
}

TEST_F(BasicGraphPatternTest, ATermTheSourceDoesNotKnowMatchesNothing) {
  EXPECT_THAT(solutions(bgp({"?x knows nobody"})), IsEmpty());
  EXPECT_THAT(solutions(bgp({"a knows b"})), ElementsAre(""));
}

TEST_F(BasicGraphPatternTest, BlankNodesOfThePatternCountEveryWay) {
  // ?.b stands for [] in the query: the two ways to match it are two solutions (§18.3).
  EXPECT_EQ(solutions(bgp({"a ?.b0 ?x"})).size(), 3U);
}

TEST_F(BasicGraphPatternTest, ThePositionOfATermDoesNotMatter) {
  load({"p p p"});
  EXPECT_THAT(solutions(bgp({"?x ?x ?x"})), ElementsAre("x=p"));
}

}  // namespace
}  // namespace prosper::sparql::reference
