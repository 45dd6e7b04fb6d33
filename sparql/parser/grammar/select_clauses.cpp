// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::SelectClause;
using syntax::SelectItem;
using syntax::SubSelect;

constexpr x3::rule<struct SelectItemRule, SelectItem> select_item{"column"};

constexpr auto select_item_def =
    variable[put(&SelectItem::variable)] |
    (open_parenthesis > expression[put(&SelectItem::expression)] > keyword("AS") >
     variable[put(&SelectItem::variable)] > close_parenthesis);

BOOST_SPIRIT_DEFINE(select_item)

}  // namespace

constexpr auto select_clause_def /* [9] */ = (here[put(&SelectClause::place)] >>
                                              keyword("SELECT")) >
                                             -(keyword("DISTINCT")[flag(&SelectClause::distinct)] |
                                               keyword("REDUCED")[flag(&SelectClause::reduced)]) >
                                             (star[flag(&SelectClause::all)] |
                                              +select_item[add(&SelectClause::items)]);

constexpr auto where_clause_def /* [17] */ = -keyword("WHERE") >> group_graph_pattern[keep];

constexpr auto sub_select_def /* [8] */ =
    select_clause[put(&SubSelect::select)] > where_clause[put(&SubSelect::where)] >
    solution_modifier[put(&SubSelect::modifier)] > -values_clause[put(&SubSelect::values)];

BOOST_SPIRIT_DEFINE(select_clause, where_clause, sub_select)
BOOST_SPIRIT_INSTANTIATE(decltype(select_clause), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(where_clause), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(sub_select), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
