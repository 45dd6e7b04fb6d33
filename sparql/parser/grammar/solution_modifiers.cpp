// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Expression;
using syntax::GroupCondition;
using syntax::OrderCondition;
using syntax::SolutionModifier;

/// node.expression = the variable
constexpr auto put_variable = [](const auto& context) {
  x3::_val(context).expression.term = std::move(x3::_attr(context));
};

constexpr x3::rule<struct GroupConditionRule, GroupCondition> group_condition{"GROUP BY condition"};
constexpr x3::rule<struct OrderConditionRule, OrderCondition> order_condition{"ORDER BY condition"};

constexpr auto group_condition_def /* [20] */ = expecting("a variable, '(' or a function")
    [built_in_call[put(&GroupCondition::expression)] |
     function_call[put(&GroupCondition::expression)] | variable[put_variable] |
     (open_parenthesis > expression[put(&GroupCondition::expression)] >
      -(keyword("AS") > variable[put(&GroupCondition::variable)]) > close_parenthesis)];

constexpr auto order_condition_def /* [24] */ =
    expecting("a variable, ASC, DESC, '(' or a function")
        [((keyword("ASC") | keyword("DESC")[flag(&OrderCondition::descending)]) >
          bracketted_expression[put(&OrderCondition::expression)]) |
         variable[put_variable] | constraint[put(&OrderCondition::expression)]];

BOOST_SPIRIT_DEFINE(group_condition, order_condition)

constexpr auto group_clause /* [19] */ = keyword("GROUP") > keyword("BY") >
                                         +group_condition[add(&SolutionModifier::group_by)];

constexpr auto having_clause /* [21] */ =
    keyword("HAVING") > +constraint[add(&SolutionModifier::having)];

constexpr auto order_clause /* [23] */ = keyword("ORDER") > keyword("BY") >
                                         +order_condition[add(&SolutionModifier::order_by)];

constexpr auto limit_clause /* [26] */ =
    keyword("LIMIT") > integer_token[put(&SolutionModifier::limit)];

constexpr auto offset_clause /* [27] */ =
    keyword("OFFSET") > integer_token[put(&SolutionModifier::offset)];

constexpr auto limit_offset_clauses /* [25] */ =
    (limit_clause >> -offset_clause) | (offset_clause >> -limit_clause);

}  // namespace

constexpr auto solution_modifier_def /* [18] */ =
    -group_clause >> -having_clause >> -order_clause >> -limit_offset_clauses;

BOOST_SPIRIT_DEFINE(solution_modifier)
BOOST_SPIRIT_INSTANTIATE(decltype(solution_modifier), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
