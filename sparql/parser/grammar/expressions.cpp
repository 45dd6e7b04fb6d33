// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Expression;
using syntax::Token;

/// An operator behind the node: makes it a chain, unless it is one of this strength already.
constexpr auto chain(Expression::Level level) {
  return [level](const auto& context) {
    Expression& node = x3::_val(context);
    if (node.kind != Expression::Kind::Chain || node.level != level) {
      Expression whole;
      whole.kind = Expression::Kind::Chain;
      whole.level = level;
      whole.operands.push_back(std::move(node));
      node = std::move(whole);
    }
    node.operators.push_back(x3::_attr(context));
  };
}

/// node IN or NOT IN
constexpr auto in_list(bool negated) {
  return [negated](const auto& context) {
    Expression& node = x3::_val(context);
    Expression whole;
    whole.kind = Expression::Kind::In;
    whole.negated = negated;
    whole.operands.push_back(std::move(node));
    node = std::move(whole);
  };
}

constexpr auto unary = [](const auto& context) {
  Expression& node = x3::_val(context);
  node.kind = Expression::Kind::Unary;
  node.token = x3::_attr(context);
};

/// Brackets end the chain that the expression inside may be.
constexpr auto keep_bracketted = [](const auto& context) {
  Expression& node = x3::_val(context);
  node = std::move(x3::_attr(context));
  node.level = Expression::Level::None;
  node.bracketted = true;
};

constexpr auto operand = add(&Expression::operands);

constexpr x3::rule<struct ConditionalAndRule, Expression> conditional_and_expression{"expression"};
constexpr x3::rule<struct RelationalRule, Expression> relational_expression{"expression"};
constexpr x3::rule<struct AdditiveRule, Expression> additive_expression{"expression"};
constexpr x3::rule<struct MultiplicativeRule, Expression> multiplicative_expression{"expression"};
constexpr x3::rule<struct UnaryRule, Expression> unary_expression{"expression"};
constexpr x3::rule<struct PrimaryRule, Expression> primary_expression{"expression"};

constexpr const char* operator_name = "an operator";
constexpr Terminal comparison(scan_comparison, operator_name);
constexpr Terminal sign(scan_sign, operator_name);
constexpr Terminal factor_operator(scan_factor_operator, operator_name);
constexpr Terminal unary_operator(scan_unary_operator, operator_name);
constexpr Terminal or_operator(
    [](const char*& first, const char* last) {
      const bool matches = last - first >= 2 && first[0] == '|' && first[1] == '|';
      if (matches) first += 2;
      return matches;
    },
    operator_name);
constexpr Terminal and_operator(
    [](const char*& first, const char* last) {
      const bool matches = last - first >= 2 && first[0] == '&' && first[1] == '&';
      if (matches) first += 2;
      return matches;
    },
    operator_name);

constexpr auto primary_expression_def /* [119] */ =
    bracketted_expression[keep] | built_in_call[keep] | iri_or_function[keep] |
    variable[put(&Expression::term)] | literal_or_iri[put(&Expression::term)];

// Signs are tried behind numbers, so that -1 stays a literal.
constexpr auto unary_expression_def /* [118] */ =
    primary_expression[keep] |
    (unary_operator[unary] > expecting("an expression")[primary_expression[operand]]);

constexpr auto multiplicative_expression_def /* [117] */ =
    unary_expression[keep] >>
    *(factor_operator[chain(Expression::Level::Multiplicative)] > unary_expression[operand]);

// `?a-1` is a subtraction of 1: the same value as the grammar's ?a followed by the number -1.
constexpr auto additive_expression_def /* [116] */ = multiplicative_expression[keep] >>
                                                     *(sign[chain(Expression::Level::Additive)] >
                                                       multiplicative_expression[operand]);

constexpr auto expression_list /* [71] */ = open_parenthesis >
                                            -(expression[operand] >>
                                              *(comma > expression[operand])) > close_parenthesis;

constexpr auto relational_expression_def /* [114] */ =
    additive_expression[keep] >>
    -((comparison[chain(Expression::Level::Relational)] > additive_expression[operand]) |
      expecting(operator_name)[(keyword("IN")[in_list(false)] > expression_list)] |
      expecting(operator_name)[(keyword("NOT") > keyword("IN")[in_list(true)] > expression_list)]);

constexpr auto conditional_and_expression_def /* [112] */ =
    relational_expression[keep] >>
    *(and_operator[chain(Expression::Level::And)] > relational_expression[operand]);

BOOST_SPIRIT_DEFINE(primary_expression, unary_expression, multiplicative_expression,
                    additive_expression, relational_expression, conditional_and_expression)

}  // namespace

constexpr auto bracketted_expression_def /* [120] */ =
    open_parenthesis > expression[keep_bracketted] > close_parenthesis;

constexpr auto expression_def /* [110] Expression, [111] ConditionalOrExpression */ =
    expecting("an expression")[conditional_and_expression[keep]] >>
    *(or_operator[chain(Expression::Level::Or)] > conditional_and_expression[operand]);

BOOST_SPIRIT_DEFINE(bracketted_expression, expression)
BOOST_SPIRIT_INSTANTIATE(decltype(bracketted_expression), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(expression), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
