// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using algebra::BinaryOperator;
using algebra::make_expression;
using testing::ElementsAre;

class ExpressionTest : public AlgebraTest {
 protected:
  static algebra::ExpressionPtr in(algebra::ExpressionPtr operand,
                                   std::vector<algebra::ExpressionPtr> list, bool negated = false) {
    return make_expression(algebra::InExpression{std::move(operand), std::move(list), negated});
  }

  static algebra::ExpressionPtr exists(algebra::PatternPtr pattern, bool negated = false) {
    return make_expression(algebra::ExistsExpression{std::move(pattern), negated});
  }

  static algebra::ExpressionPtr negation(algebra::ExpressionPtr operand) {
    return make_expression(
        algebra::UnaryExpression{algebra::UnaryOperator::Not, std::move(operand)});
  }

  const algebra::ExpressionPtr error_ = value("?unbound");
  const algebra::ExpressionPtr true_ = value("true");
  const algebra::ExpressionPtr false_ = value("false");
};

TEST_F(ExpressionTest, OrAndAndAreThreeValued) {
  const auto either = [&](const auto& left, const auto& right) {
    return value_of(binary(left, BinaryOperator::Or, right));
  };
  const auto both = [&](const auto& left, const auto& right) {
    return value_of(binary(left, BinaryOperator::And, right));
  };
  EXPECT_EQ(either(error_, true_), "true");
  EXPECT_EQ(either(true_, error_), "true");
  EXPECT_EQ(either(error_, false_), "error");
  EXPECT_EQ(either(false_, error_), "error");
  EXPECT_EQ(either(false_, false_), "false");
  EXPECT_EQ(both(error_, false_), "false");
  EXPECT_EQ(both(false_, error_), "false");
  EXPECT_EQ(both(error_, true_), "error");
  EXPECT_EQ(both(true_, error_), "error");
  EXPECT_EQ(both(true_, true_), "true");
  EXPECT_EQ(value_of(negation(error_)), "error");
  EXPECT_EQ(value_of(negation(false_)), "true");
}

TEST_F(ExpressionTest, InIsADisjunctionOfEquals) {
  EXPECT_EQ(value_of(in(value("2"), {value("1"), value("2")})), "true");
  EXPECT_EQ(value_of(in(value("2"), {error_, value("2")})), "true");
  EXPECT_EQ(value_of(in(value("2"), {error_, value("1")})), "error");
  EXPECT_EQ(value_of(in(value("2"), {})), "false");
  EXPECT_EQ(value_of(in(error_, {})), "false");
  EXPECT_EQ(value_of(in(value("2"), {value("1"), value("2")}, true)), "false");
  EXPECT_EQ(value_of(in(value("2"), {}, true)), "true");
  EXPECT_EQ(value_of(in(value("2"), {error_}, true)), "error");
}

TEST_F(ExpressionTest, LazyFormsLookOnlyAtWhatTheyNeed) {
  EXPECT_EQ(value_of(call("IF", {true_, value("1"), error_})), "1");
  EXPECT_EQ(value_of(call("IF", {false_, error_, value("2")})), "2");
  EXPECT_EQ(value_of(call("IF", {error_, value("1"), value("2")})), "error");
  EXPECT_EQ(value_of(call("COALESCE", {error_, value("1"), error_})), "1");
  EXPECT_EQ(value_of(call("COALESCE", {error_})), "error");
  EXPECT_EQ(value_of(call("BOUND", {error_})), "false");
}

TEST_F(ExpressionTest, ComparisonsAndArithmetic) {
  EXPECT_EQ(value_of(binary(value("1"), BinaryOperator::Greater, value("0"))), "true");
  EXPECT_EQ(value_of(binary(value("1"), BinaryOperator::GreaterOrEqual, value("2"))), "false");
  EXPECT_EQ(value_of(binary(value("1"), BinaryOperator::NotEqual, value("2"))), "true");
  EXPECT_EQ(value_of(binary(value("7"), BinaryOperator::Subtract, value("2"))), "5");
  EXPECT_EQ(value_of(binary(value("7"), BinaryOperator::Multiply, value("2"))), "14");
  EXPECT_EQ(value_of(binary(value("an:iri"), BinaryOperator::Add, value("2"))), "error");
}

TEST_F(ExpressionTest, FunctionsAreFoundByName) {
  EXPECT_EQ(value_of(call("STRLEN", {value("\"four\"")})), "4");
  EXPECT_EQ(value_of(call("STRLEN", {error_})), "error");
  EXPECT_EQ(value_of(make_expression(algebra::FunctionCall{
                "http://www.w3.org/2001/XMLSchema#integer", {value("\"12\"")}, false})),
            "12");
  EXPECT_THROW(value_of(make_expression(algebra::FunctionCall{"no:such", {}, false})),
               UnsupportedFeature);
}

TEST_F(ExpressionTest, ABlankNodeLabelIsOneNodeInOneSolution) {
  const auto labelled = [](std::string_view name, algebra::PatternPtr pattern) {
    return extend(std::move(pattern), name, call("BNODE", {value("\"b\"")}));
  };
  const auto pattern = labelled("y", labelled("x", values({"n"}, {"1", "2"})));
  const auto is_same = binary(value("?x"), BinaryOperator::Equal, value("?y"));
  EXPECT_EQ(solutions(filter(is_same, pattern)).size(), 2U);
  const auto nodes = algebra::make_pattern(
      algebra::Distinct{algebra::make_pattern(algebra::Project{pattern, {variable("x")}})});
  EXPECT_EQ(solutions(nodes).size(), 2U);
}

class ExistsTest : public ExpressionTest {
 protected:
  ExistsTest() { load({"a p 1", "b p 2", "a q c", "c r 1"}); }

  std::vector<std::string> those_with(const algebra::PatternPtr& pattern) const {
    return solutions(filter(exists(pattern), bgp({"?x p ?n"})));
  }
};

TEST_F(ExistsTest, TheSolutionIsPutIntoThePattern) {
  EXPECT_THAT(those_with(bgp({"?x q ?y"})), ElementsAre("n=1 x=a"));
  EXPECT_THAT(solutions(filter(exists(bgp({"?x q ?y"}), true), bgp({"?x p ?n"}))),
              ElementsAre("n=2 x=b"));
}

TEST_F(ExistsTest, FiltersInsideSeeTheSolution) {
  const auto is_outer = binary(value("?m"), BinaryOperator::Equal, value("?n"));
  EXPECT_THAT(those_with(filter(is_outer, bgp({"c r ?m"}))), ElementsAre("n=1 x=a"));
}

TEST_F(ExistsTest, NestedExists) {
  EXPECT_THAT(those_with(filter(exists(bgp({"?y r ?n"})), bgp({"?x q ?y"}))),
              ElementsAre("n=1 x=a"));
}

TEST_F(ExistsTest, MinusInsideSharesTheSolutionsVariables) {
  const auto minus = algebra::make_pattern(algebra::Minus{bgp({"?x p ?m"}), bgp({"?x q ?y"})});
  EXPECT_THAT(those_with(minus), ElementsAre("n=2 x=b"));
}

TEST_F(ExistsTest, ValuesAndBindInsideMustAgree) {
  EXPECT_THAT(those_with(values({"n"}, {"1", "3"})), ElementsAre("n=1 x=a"));
  EXPECT_THAT(those_with(extend(bgp({}), "n", value("2"))), ElementsAre("n=2 x=b"));
}

TEST_F(ExistsTest, ASubSelectKnowsOnlyWhatItProjects) {
  const auto sub_select = [](const std::vector<algebra::Variable>& variables) {
    return algebra::make_pattern(algebra::Project{bgp({"?x q ?y"}), variables});
  };
  EXPECT_THAT(those_with(sub_select({variable("x")})), ElementsAre("n=1 x=a"));
  EXPECT_THAT(those_with(sub_select({variable("y")})), ElementsAre("n=1 x=a", "n=2 x=b"));
}

TEST_F(ExistsTest, LooksIntoTheActiveGraph) {
  load({"a s 1 g", "b s 1"});
  options_.default_graph = DefaultGraphMode::Own;
  const auto inside = graph("g", filter(exists(bgp({"?x s 1"})), values({"x"}, {"a", "b"})));
  EXPECT_THAT(solutions(inside), ElementsAre("x=a"));
}

TEST_F(ExistsTest, PathsAndGraphNamesTakeTheSolution) {
  const auto reaches_c = algebra::make_path(algebra::ZeroOrMorePath{link("q")});
  EXPECT_THAT(those_with(path("?x", reaches_c, "c")), ElementsAre("n=1 x=a"));
  load({"a s 1 g", "b in g", "a in h"});
  EXPECT_THAT(solutions(filter(exists(graph("?g", bgp({"a s 1"}))), bgp({"?x in ?g"}))),
              ElementsAre("g=g x=b"));
}

}  // namespace
}  // namespace prosper::sparql::reference
