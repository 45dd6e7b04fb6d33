// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/query_forms.hpp"
#include "sparql/remote.hpp"
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using algebra::make_pattern;
using testing::ElementsAre;

class JoinTest : public AlgebraTest {
 protected:
  JoinTest() { load({"a p 1", "b p 2", "c p 3", "a q x", "a q y", "b q z"}); }

  static algebra::PatternPtr left_join(algebra::PatternPtr left, algebra::PatternPtr right,
                                       algebra::ExpressionPtr condition = nullptr) {
    return make_pattern(algebra::LeftJoin{std::move(left), std::move(right), std::move(condition)});
  }

  static algebra::PatternPtr minus(algebra::PatternPtr left, algebra::PatternPtr right) {
    return make_pattern(algebra::Minus{std::move(left), std::move(right)});
  }

  /// The pattern in a form that look-ups cannot answer.
  static algebra::PatternPtr hidden(algebra::PatternPtr pattern) {
    return filter(value("true"), std::move(pattern));
  }
};

TEST_F(JoinTest, LookUpAndHashGiveTheSame) {
  const std::vector<std::string> expected{"n=1 s=a v=x", "n=1 s=a v=y", "n=2 s=b v=z"};
  EXPECT_EQ(solutions(join(bgp({"?s p ?n"}), bgp({"?s q ?v"}))), expected);
  EXPECT_EQ(solutions(join(hidden(bgp({"?s p ?n"})), hidden(bgp({"?s q ?v"})))), expected);
  EXPECT_EQ(solutions(join(bgp({"?s p ?n"}), hidden(bgp({"?s q ?v"})))), expected);
}

TEST_F(JoinTest, UnboundVariablesAreCompatibleWithEverything) {
  EXPECT_THAT(solutions(join(values({"s", "n"}, {"a UNDEF", "UNDEF 2"}), hidden(bgp({"?s p ?n"})))),
              ElementsAre("n=1 s=a", "n=2 s=b"));
  EXPECT_THAT(solutions(join(values({"s", "n"}, {"UNDEF 1"}), values({"s", "n"}, {"a UNDEF"}))),
              ElementsAre("n=1 s=a"));
}

TEST_F(JoinTest, WithoutSharedVariablesItIsTheProduct) {
  EXPECT_EQ(solutions(join(values({"x"}, {"1", "1"}), values({"y"}, {"2", "3"}))).size(), 4U);
}

TEST_F(JoinTest, LeftJoinKeepsWhatHasNoExtension) {
  const std::vector<std::string> expected{"n=1 s=a v=x", "n=1 s=a v=y", "n=2 s=b v=z", "n=3 s=c"};
  EXPECT_EQ(solutions(left_join(bgp({"?s p ?n"}), bgp({"?s q ?v"}))), expected);
  EXPECT_EQ(solutions(left_join(bgp({"?s p ?n"}), hidden(bgp({"?s q ?v"})))), expected);
}

TEST_F(JoinTest, TheConditionOfLeftJoinSeesBothSides) {
  const auto condition = binary(value("?n"), algebra::BinaryOperator::Less, value("2"));
  EXPECT_THAT(solutions(left_join(bgp({"?s p ?n"}), bgp({"?s q ?v"}), condition)),
              ElementsAre("n=1 s=a v=x", "n=1 s=a v=y", "n=2 s=b", "n=3 s=c"));
}

TEST_F(JoinTest, MinusRemovesCompatibleSolutions) {
  EXPECT_THAT(solutions(minus(bgp({"?s p ?n"}), bgp({"?s q ?v"}))), ElementsAre("n=3 s=c"));
}

TEST_F(JoinTest, MinusWithoutSharedVariablesRemovesNothing) {
  EXPECT_EQ(solutions(minus(bgp({"?s p ?n"}), bgp({"?t q ?v"}))).size(), 3U);
  // In scope on both sides, but bound together in no solution (§8.3.2).
  EXPECT_THAT(solutions(minus(values({"x", "y"}, {"1 UNDEF"}), values({"x", "y"}, {"UNDEF 2"}))),
              ElementsAre("x=1"));
}

TEST_F(JoinTest, UnionKeepsDuplicatesAndOrder) {
  const auto either = make_pattern(
      algebra::Union{make_pattern(algebra::Union{values({"x"}, {"1"}), values({"y"}, {"2"})}),
                     values({"x"}, {"1"})});
  EXPECT_THAT(sequence(either), ElementsAre("x=1", "y=2", "x=1"));
}

TEST_F(JoinTest, FilterDropsErrors) {
  const auto condition = binary(value("?v"), algebra::BinaryOperator::Less, value("2"));
  EXPECT_THAT(solutions(filter(condition, bgp({"?s ?p ?v"}))), ElementsAre("p=p s=a v=1"));
}

TEST_F(JoinTest, ExtendLeavesErrorsUnbound) {
  const auto sum = binary(value("?v"), algebra::BinaryOperator::Add, value("1"));
  EXPECT_THAT(solutions(extend(bgp({"b ?p ?v"}), "w", sum)), ElementsAre("p=p v=2 w=3", "p=q v=z"));
}

TEST_F(JoinTest, ServiceIsRefusedUnlessSilent) {
  const auto service = [](bool silent) {
    return make_pattern(algebra::Service{position("http://else.where/"), bgp({}), silent});
  };
  EXPECT_THROW(solutions(service(false)), RemoteError);
  EXPECT_THAT(solutions(join(bgp({"c p ?n"}), service(true))), ElementsAre("n=3"));
}

TEST_F(JoinTest, DeepNestingIsRefusedNotAStackOverflow) {
  const auto ask_nested = [&](int depth) {
    algebra::Query query;
    query.pattern = bgp({});
    for (int level = 0; level < depth; ++level)
      query.pattern = left_join(query.pattern, bgp({"a p ?n"}));
    query.form = algebra::AskForm{};
    return forms::ask(query, source_, options_);
  };
  EXPECT_TRUE(ask_nested(990));
  EXPECT_THROW(ask_nested(1200), UnsupportedFeature);
}

TEST_F(JoinTest, LongUnionsAreNotDeep) {
  algebra::PatternPtr chain = bgp({});
  for (int depth = 0; depth < 5000; ++depth)
    chain = make_pattern(algebra::Union{chain, values({"x"}, {"1"})});
  EXPECT_EQ(solutions(chain).size(), 5001U);
}

TEST_F(JoinTest, ManyExtendsAreNotDeep) {
  algebra::PatternPtr chain = bgp({});
  for (int depth = 0; depth < 5000; ++depth)
    chain = extend(chain, "v" + std::to_string(depth), value("1"));
  EXPECT_THAT(solutions(make_pattern(algebra::Project{chain, {variable("v4999")}})),
              ElementsAre("v4999=1"));
}

}  // namespace
}  // namespace prosper::sparql::reference
