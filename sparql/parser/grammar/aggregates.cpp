// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Expression;

constexpr auto called = [](const auto& context) {
  x3::_val(context).kind = Expression::Kind::Aggregate;
  x3::_val(context).token = x3::_attr(context);
};

constexpr Terminal count_name(scan_count, "an aggregate");
constexpr Terminal plain_name(scan_plain_aggregate, "an aggregate");
constexpr Terminal group_concat_name(scan_group_concat, "an aggregate");

constexpr auto distinct = keyword("DISTINCT")[flag(&Expression::distinct)];
constexpr auto operand = expression[add(&Expression::operands)];

constexpr auto count = count_name[called] > open_parenthesis > -distinct >
                       (star | operand) > close_parenthesis;

constexpr auto plain =
    plain_name[called] > open_parenthesis > -distinct > operand > close_parenthesis;

constexpr auto group_concat = group_concat_name[called] > open_parenthesis > -distinct > operand >
                              -(semicolon > keyword("SEPARATOR") > equals >
                                string_token[put(&Expression::separator)]) > close_parenthesis;

}  // namespace

constexpr auto aggregate_def /* [127] */ = count | plain | group_concat;

BOOST_SPIRIT_DEFINE(aggregate)
BOOST_SPIRIT_INSTANTIATE(decltype(aggregate), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
