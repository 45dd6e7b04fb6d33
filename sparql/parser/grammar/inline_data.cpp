// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::DataRow;
using syntax::InlineData;
using syntax::Term;

/// A row of one cell.
constexpr auto add_cell_row = [](const auto& context) {
  const Term& cell = x3::_attr(context);
  x3::_val(context).rows.push_back(DataRow{cell.token.begin, {cell}});
};

constexpr auto undefined = [](const auto& context) {
  x3::_val(context).kind = Term::Kind::Undef;
  x3::_val(context).token = x3::_attr(context);
};

constexpr x3::rule<struct DataBlockValueRule, Term> data_block_value{"value"};
constexpr x3::rule<struct DataRowRule, DataRow> data_row{"row"};

constexpr Terminal undef([](const char*& first,
                            const char* last) { return scan_keyword(first, last, "UNDEF"); },
                         "UNDEF");

constexpr auto data_block_value_def /* [65] */ =
    expecting("a value (an IRI, a literal or UNDEF)")[undef[undefined] | literal_or_iri[keep]];

constexpr auto data_row_def = (here[put(&DataRow::place)] >> open_parenthesis) >
                              *data_block_value[add(&DataRow::cells)] > close_parenthesis;

constexpr auto inline_data_one_var /* [63] */ = variable[add(&InlineData::variables)] > open_brace >
                                                *data_block_value[add_cell_row] > close_brace;

constexpr auto inline_data_full /* [64] */ =
    open_parenthesis > *variable[add(&InlineData::variables)] > close_parenthesis > open_brace >
    *data_row[add(&InlineData::rows)] > close_brace;

BOOST_SPIRIT_DEFINE(data_block_value, data_row)

}  // namespace

constexpr auto values_clause_def /* [28] ValuesClause, [61] InlineData, [62] DataBlock */ =
    keyword("VALUES") > (inline_data_one_var | inline_data_full);

BOOST_SPIRIT_DEFINE(values_clause)
BOOST_SPIRIT_INSTANTIATE(decltype(values_clause), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
