// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::DatasetClause;
using syntax::Declaration;
using syntax::Query;

constexpr x3::rule<struct DatasetClauseRule, DatasetClause> dataset_clause{"FROM"};

constexpr auto dataset_clause_def /* [13] */ =
    keyword("FROM") >
    -keyword("NAMED")[flag(&DatasetClause::named)] > iri[put(&DatasetClause::iri)];

BOOST_SPIRIT_DEFINE(dataset_clause)

constexpr auto form(Query::Form value) {
  return set(&Query::form, value);
}

constexpr auto put_template = [](const auto& context) {
  x3::_val(context).construct_template = std::move(x3::_attr(context).triples);
};

constexpr auto datasets = *dataset_clause[add(&Query::datasets)];
constexpr auto where = where_clause[put(&Query::where)];
constexpr auto modifier = solution_modifier[put(&Query::modifier)];

constexpr auto select_query /* [7] */ =
    select_clause[put(&Query::select)] > datasets > where > modifier;

constexpr auto template_in_braces /* [73] */ =
    open_brace > -triples_block[put_template] > close_brace;

constexpr auto construct_query /* [10] */ =
    keyword("CONSTRUCT")[form(Query::Form::Construct)] >
    ((template_in_braces > datasets > where) |
     ((datasets >> keyword("WHERE")[form(Query::Form::ConstructWhere)]) >
      template_in_braces)) > modifier;

constexpr auto describe_query /* [11] */ = keyword("DESCRIBE")[form(Query::Form::Describe)] >
                                           here[put(&Query::describe_place)] >
                                           (star[flag(&Query::describe_all)] |
                                            +var_or_iri[add(&Query::described)]) > datasets
                                           > -where > modifier;

constexpr auto ask_query /* [12] */ =
    keyword("ASK")[form(Query::Form::Ask)] > datasets > where > modifier;

}  // namespace

constexpr auto query_unit_def /* [1] QueryUnit, [2] Query */ =
    *declaration[add(&Query::prologue)] >
    (select_query | construct_query | describe_query | ask_query) >
    -values_clause[put(&Query::values)] > end_of_text;

BOOST_SPIRIT_DEFINE(query_unit)
BOOST_SPIRIT_INSTANTIATE(decltype(query_unit), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
