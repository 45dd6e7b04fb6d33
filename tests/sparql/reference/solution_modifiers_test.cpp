// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using algebra::make_pattern;
using testing::ElementsAre;
using testing::IsEmpty;

class SolutionModifiersTest : public AlgebraTest {
 protected:
  static algebra::PatternPtr slice(algebra::PatternPtr pattern, std::uint64_t offset,
                                   std::optional<std::uint64_t> limit) {
    return make_pattern(algebra::Slice{std::move(pattern), offset, limit});
  }

  static algebra::PatternPtr group(algebra::PatternPtr pattern,
                                   const std::vector<algebra::Variable>& keys,
                                   algebra::AggregateFunction function,
                                   algebra::ExpressionPtr operand, bool distinct = false) {
    return make_pattern(algebra::Group{
        std::move(pattern),
        keys,
        {{variable("r"), algebra::Aggregate{function, std::move(operand), distinct, "|"}}}});
  }

  const algebra::PatternPtr numbers_ = values({"x"}, {"3", "1", "2", "1"});
};

TEST_F(SolutionModifiersTest, OrderByIsStableAndPutsUnboundFirst) {
  const auto rows = values({"x", "y"}, {"2 1", "1 2", "UNDEF 3", "1 4"});
  const auto ordered = [&](bool descending) {
    return sequence(make_pattern(algebra::OrderBy{rows, {{value("?x"), descending}}}));
  };
  EXPECT_THAT(ordered(false), ElementsAre("y=3", "x=1 y=2", "x=1 y=4", "x=2 y=1"));
  EXPECT_THAT(ordered(true), ElementsAre("x=2 y=1", "x=1 y=2", "x=1 y=4", "y=3"));
}

TEST_F(SolutionModifiersTest, OrderByHasManyConditions) {
  const auto rows = values({"x", "y"}, {"2 1", "1 2", "1 4"});
  EXPECT_THAT(
      sequence(make_pattern(algebra::OrderBy{rows, {{value("?x"), false}, {value("?y"), true}}})),
      ElementsAre("x=1 y=4", "x=1 y=2", "x=2 y=1"));
}

TEST_F(SolutionModifiersTest, DistinctAndReduced) {
  EXPECT_THAT(sequence(make_pattern(algebra::Distinct{numbers_})),
              ElementsAre("x=3", "x=1", "x=2"));
  EXPECT_THAT(sequence(make_pattern(algebra::Reduced{values({"x"}, {"1", "1", "2", "1"})})),
              ElementsAre("x=1", "x=2", "x=1"));
}

TEST_F(SolutionModifiersTest, Slices) {
  EXPECT_THAT(sequence(slice(numbers_, 1, 2)), ElementsAre("x=1", "x=2"));
  EXPECT_THAT(sequence(slice(numbers_, 3, std::nullopt)), ElementsAre("x=1"));
  EXPECT_THAT(sequence(slice(numbers_, 0, 0)), IsEmpty());
  EXPECT_THAT(sequence(slice(numbers_, 9, 5)), IsEmpty());
}

TEST_F(SolutionModifiersTest, ALimitStopsThePatternBelow) {
  const auto service = make_pattern(algebra::Service{position("e:"), bgp({}), false});
  const auto refused_later = make_pattern(algebra::Union{numbers_, service});
  EXPECT_THAT(sequence(slice(refused_later, 0, 4)), ElementsAre("x=3", "x=1", "x=2", "x=1"));
}

TEST_F(SolutionModifiersTest, ProjectDropsTheOthers) {
  EXPECT_THAT(sequence(make_pattern(algebra::Project{values({"x", "y"}, {"1 2"}), {{"y"}, {"z"}}})),
              ElementsAre("y=2"));
}

TEST_F(SolutionModifiersTest, GroupsByKeysInOrderOfAppearance) {
  const auto rows = values({"k", "x"}, {"b 1", "a 2", "b 3", "UNDEF 4"});
  EXPECT_THAT(sequence(group(rows, {variable("k")}, algebra::AggregateFunction::Sum, value("?x"))),
              ElementsAre("k=b r=4", "k=a r=2", "r=4"));
}

TEST_F(SolutionModifiersTest, WithoutKeysThereIsOneGroup) {
  const auto nothing = values({"x"}, {});
  EXPECT_THAT(sequence(group(nothing, {}, algebra::AggregateFunction::Count, nullptr)),
              ElementsAre("r=0"));
  EXPECT_THAT(sequence(group(nothing, {}, algebra::AggregateFunction::Max, value("?x"))),
              ElementsAre(""));
  EXPECT_THAT(sequence(group(nothing, {variable("x")}, algebra::AggregateFunction::Count, nullptr)),
              IsEmpty());
}

TEST_F(SolutionModifiersTest, CountsSolutionsOrValues) {
  const auto rows = values({"x", "y"}, {"1 1", "1 1", "UNDEF 2"});
  const auto count = [&](algebra::ExpressionPtr operand, bool distinct) {
    return sequence(
        group(rows, {}, algebra::AggregateFunction::Count, std::move(operand), distinct));
  };
  EXPECT_THAT(count(nullptr, false), ElementsAre("r=3"));
  EXPECT_THAT(count(nullptr, true), ElementsAre("r=2"));
  EXPECT_THAT(count(value("?x"), false), ElementsAre("r=2"));
  EXPECT_THAT(count(value("?x"), true), ElementsAre("r=1"));
}

TEST_F(SolutionModifiersTest, CountDistinctDoesNotSeeBlankNodesOfThePattern) {
  const auto rows = values({".b0", "x"}, {"1 1", "2 1"});
  EXPECT_THAT(sequence(group(rows, {}, algebra::AggregateFunction::Count, nullptr, true)),
              ElementsAre("r=1"));
}

TEST_F(SolutionModifiersTest, AnErrorSpoilsASumButNotItsNeighbours) {
  const auto rows = values({"k", "x"}, {"a 1", "a an:iri", "b 2"});
  EXPECT_THAT(sequence(group(rows, {variable("k")}, algebra::AggregateFunction::Sum, value("?x"))),
              ElementsAre("k=a", "k=b r=2"));
}

TEST_F(SolutionModifiersTest, GroupConcatUsesItsSeparator) {
  const auto rows = values({"x"}, {"\"a\"", "\"b\"", "\"a\""});
  EXPECT_THAT(sequence(group(rows, {}, algebra::AggregateFunction::GroupConcat, value("?x"), true)),
              ElementsAre("r=\"a|b\""));
}

}  // namespace
}  // namespace prosper::sparql::reference
