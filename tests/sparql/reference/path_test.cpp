// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using algebra::make_path;
using testing::ElementsAre;
using testing::IsEmpty;

algebra::PathPtr star(algebra::PathPtr path) {
  return make_path(algebra::ZeroOrMorePath{std::move(path)});
}

algebra::PathPtr plus(algebra::PathPtr path) {
  return make_path(algebra::OneOrMorePath{std::move(path)});
}

algebra::PathPtr maybe(algebra::PathPtr path) {
  return make_path(algebra::ZeroOrOnePath{std::move(path)});
}

algebra::PathPtr inverse(algebra::PathPtr path) {
  return make_path(algebra::InversePath{std::move(path)});
}

algebra::PathPtr sequence_of(algebra::PathPtr first, algebra::PathPtr second) {
  return make_path(algebra::SequencePath{std::move(first), std::move(second)});
}

algebra::PathPtr either(algebra::PathPtr left, algebra::PathPtr right) {
  return make_path(algebra::AlternativePath{std::move(left), std::move(right)});
}

class PathTest : public AlgebraTest {
 protected:
  // A diamond a → b, c → d, and a cycle d → e → d.
  PathTest() { load({"a p b", "a p c", "b p d", "c p d", "d p e", "e p d", "a q z"}); }
};

TEST_F(PathTest, SequencesKeepDuplicates) {
  EXPECT_THAT(solutions(path("a", sequence_of(link("p"), link("p")), "?x")),
              ElementsAre("x=d", "x=d"));
  EXPECT_THAT(solutions(path("?x", sequence_of(link("p"), link("p")), "d")),
              ElementsAre("x=a", "x=a", "x=d"));
}

TEST_F(PathTest, AlternativesKeepDuplicates) {
  EXPECT_THAT(solutions(path("b", either(link("p"), link("p")), "?x")), ElementsAre("x=d", "x=d"));
  EXPECT_EQ(solutions(path("?x", either(link("p"), link("q")), "?y")).size(), 7U);
}

TEST_F(PathTest, RepetitionsAreDistinct) {
  EXPECT_THAT(solutions(path("a", plus(link("p")), "?x")), ElementsAre("x=b", "x=c", "x=d", "x=e"));
  EXPECT_THAT(solutions(path("a", star(link("p")), "?x")),
              ElementsAre("x=a", "x=b", "x=c", "x=d", "x=e"));
  EXPECT_THAT(solutions(path("a", maybe(link("p")), "?x")), ElementsAre("x=a", "x=b", "x=c"));
}

TEST_F(PathTest, OneOrMoreReachesItsStartOnlyInACycle) {
  EXPECT_THAT(solutions(path("?x", plus(link("p")), "?x")), ElementsAre("x=d", "x=e"));
}

TEST_F(PathTest, RepetitionsWalkBackwardsFromABoundObject) {
  EXPECT_THAT(solutions(path("?x", plus(link("p")), "d")),
              ElementsAre("x=a", "x=b", "x=c", "x=d", "x=e"));
  EXPECT_THAT(solutions(path("?x", star(inverse(link("p"))), "b")),
              ElementsAre("x=b", "x=d", "x=e"));
}

TEST_F(PathTest, BothEndsBoundGiveOneEmptySolutionAWay) {
  EXPECT_THAT(solutions(path("a", star(link("p")), "e")), ElementsAre(""));
  EXPECT_THAT(solutions(path("a", sequence_of(link("p"), link("p")), "d")), ElementsAre("", ""));
  EXPECT_THAT(solutions(path("z", plus(link("p")), "a")), IsEmpty());
}

TEST_F(PathTest, ZeroLengthBetweenVariablesIsEveryNode) {
  EXPECT_THAT(solutions(path("?x", star(link("none")), "?y")),
              ElementsAre("x=a y=a", "x=b y=b", "x=c y=c", "x=d y=d", "x=e y=e", "x=z y=z"));
}

TEST_F(PathTest, ZeroLengthHoldsForTermsOutsideTheData) {
  EXPECT_THAT(solutions(path("far", star(link("p")), "?x")), ElementsAre("x=far"));
  EXPECT_THAT(solutions(path("?x", maybe(link("p")), "far")), ElementsAre("x=far"));
  EXPECT_THAT(solutions(path("far", star(link("p")), "far")), ElementsAre(""));
  EXPECT_THAT(solutions(path("far", star(link("p")), "away")), IsEmpty());
  EXPECT_THAT(solutions(path("far", plus(link("p")), "?x")), IsEmpty());
  EXPECT_THAT(solutions(path("far", either(star(link("p")), maybe(link("q"))), "?x")),
              ElementsAre("x=far", "x=far"));
}

TEST_F(PathTest, AJoinedTermOutsideTheDataIsNoNode) {
  // Between two variables a path of length zero has its ends in the graph (§18.4).
  EXPECT_THAT(solutions(join(values({"x"}, {"a", "far"}), path("?x", maybe(link("q")), "?y"))),
              ElementsAre("x=a y=a", "x=a y=z"));
}

TEST_F(PathTest, NegatedPropertySets) {
  const auto all_but_p =
      make_path(algebra::NegatedPropertySet{{rdf::Iri{"p"}, rdf::Iri{"unknown"}}, {}});
  EXPECT_THAT(solutions(path("?x", all_but_p, "?y")), ElementsAre("x=a y=z"));
  const auto backwards = make_path(algebra::NegatedPropertySet{{}, {rdf::Iri{"q"}}});
  EXPECT_THAT(solutions(path("b", backwards, "?y")), ElementsAre("y=a"));
  const auto both = make_path(algebra::NegatedPropertySet{{rdf::Iri{"q"}}, {rdf::Iri{"q"}}});
  EXPECT_THAT(solutions(path("b", both, "?y")), ElementsAre("y=a", "y=d"));
  EXPECT_THAT(solutions(path("?y", both, "b")), ElementsAre("y=a", "y=d"));
}

TEST_F(PathTest, NestedPathsFollowEveryStep) {
  EXPECT_THAT(solutions(path("a", star(sequence_of(link("p"), link("p"))), "?x")),
              ElementsAre("x=a", "x=d"));
  EXPECT_THAT(solutions(path("?x", sequence_of(plus(link("p")), inverse(link("p"))), "c")),
              ElementsAre("x=a", "x=b", "x=c", "x=d", "x=e"));
}

}  // namespace
}  // namespace prosper::sparql::reference
