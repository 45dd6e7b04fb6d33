// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::GroupElement;
using syntax::GroupPattern;

/// node.*list.push_back(a shared copy of the attribute)
constexpr auto share_one_more = [](const auto& context) {
  x3::_val(context).groups.push_back(std::make_shared<GroupPattern>(std::move(x3::_attr(context))));
};

constexpr auto begin_text = [](const auto& context) {
  x3::_val(context).text.begin = x3::_attr(context);
};

constexpr auto end_text = [](const auto& context) {
  x3::_val(context).text.end = x3::_attr(context);
};

constexpr x3::rule<struct NotTriplesRule, GroupElement> graph_pattern_not_triples{"graph pattern"};
constexpr x3::rule<struct FilterRule, syntax::FilterClause> filter{"FILTER"};
constexpr x3::rule<struct OptionalRule, syntax::OptionalClause> optional_graph_pattern{"OPTIONAL"};
constexpr x3::rule<struct MinusRule, syntax::MinusClause> minus_graph_pattern{"MINUS"};
constexpr x3::rule<struct UnionRule, syntax::UnionClause> group_or_union_graph_pattern{"UNION"};
constexpr x3::rule<struct GraphRule, syntax::GraphClause> graph_graph_pattern{"GRAPH"};
constexpr x3::rule<struct ServiceRule, syntax::ServiceClause> service_graph_pattern{"SERVICE"};
constexpr x3::rule<struct BindRule, syntax::BindClause> bind{"BIND"};

constexpr auto filter_def /* [68] */ =
    keyword("FILTER") > constraint[put(&syntax::FilterClause::condition)];

constexpr auto optional_graph_pattern_def /* [57] */ =
    keyword("OPTIONAL") > group_graph_pattern[share(&syntax::OptionalClause::group)];

constexpr auto minus_graph_pattern_def /* [66] */ =
    keyword("MINUS") > group_graph_pattern[share(&syntax::MinusClause::group)];

constexpr auto group_or_union_graph_pattern_def /* [67] */ = group_graph_pattern[share_one_more] >>
                                                             *(keyword("UNION") >
                                                               group_graph_pattern[share_one_more]);

constexpr auto graph_graph_pattern_def /* [58] */ =
    keyword("GRAPH") > var_or_iri[put(&syntax::GraphClause::name)] >
    group_graph_pattern[share(&syntax::GraphClause::group)];

constexpr auto service_graph_pattern_def /* [59] */ =
    keyword("SERVICE") > -keyword("SILENT")[flag(&syntax::ServiceClause::silent)] >
    var_or_iri[put(&syntax::ServiceClause::endpoint)] >
    group_graph_pattern[share(&syntax::ServiceClause::group)];

constexpr auto bind_def /* [60] */ =
    keyword("BIND") > open_parenthesis > expression[put(&syntax::BindClause::expression)] >
    keyword("AS") > variable[put(&syntax::BindClause::variable)] > close_parenthesis;

constexpr auto graph_pattern_not_triples_def /* [56] */ =
    expecting("a graph pattern (FILTER, OPTIONAL, '{' …)")
        [group_or_union_graph_pattern[keep] | optional_graph_pattern[keep] | filter[keep] |
         minus_graph_pattern[keep] | graph_graph_pattern[keep] | service_graph_pattern[keep] |
         bind[keep] | values_clause[keep]];

BOOST_SPIRIT_DEFINE(filter, optional_graph_pattern, minus_graph_pattern,
                    group_or_union_graph_pattern, graph_graph_pattern, service_graph_pattern, bind,
                    graph_pattern_not_triples)

constexpr auto group_graph_pattern_sub /* [54] */ =
    -triples_block[add(&GroupPattern::elements)] >>
    *(graph_pattern_not_triples[add(&GroupPattern::elements)] >> -dot >>
      -triples_block[add(&GroupPattern::elements)]);

}  // namespace

constexpr auto group_graph_pattern_def /* [53] */ = (here[begin_text] >> open_brace) >
                                                    (sub_select[share(&GroupPattern::sub_select)] |
                                                     group_graph_pattern_sub) > close_brace
                                                    > end_here[end_text];

BOOST_SPIRIT_DEFINE(group_graph_pattern)
BOOST_SPIRIT_INSTANTIATE(decltype(group_graph_pattern), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
