// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/parser/grammar/primitives.hpp"

/// The rules that more than one translation unit of the grammar uses, named as the productions of
/// SPARQL 1.1 §19.8.
namespace prosper::sparql::grammar {

// terms.cpp
inline constexpr x3::rule<struct VariableRule, syntax::Term> variable{"variable"};
inline constexpr x3::rule<struct VarOrTermRule, syntax::Term> var_or_term{"term"};
inline constexpr x3::rule<struct VarOrIriRule, syntax::Term> var_or_iri{"variable or IRI"};
inline constexpr x3::rule<struct LiteralOrIriRule, syntax::Term> literal_or_iri{"literal or IRI"};
BOOST_SPIRIT_DECLARE(decltype(variable), decltype(var_or_term), decltype(var_or_iri),
                     decltype(literal_or_iri))

// property_paths.cpp
inline constexpr x3::rule<struct PathRule, syntax::Path> path{"property path"};
BOOST_SPIRIT_DECLARE(decltype(path))

// triples.cpp
inline constexpr x3::rule<struct TriplesBlockRule, syntax::TriplesBlock> triples_block{"triples"};
BOOST_SPIRIT_DECLARE(decltype(triples_block))

// expressions.cpp
inline constexpr x3::rule<struct ExpressionRule, syntax::Expression> expression{"expression"};
inline constexpr x3::rule<struct BrackettedExpressionRule, syntax::Expression>
    bracketted_expression{"expression in brackets"};
BOOST_SPIRIT_DECLARE(decltype(expression), decltype(bracketted_expression))

// calls.cpp
inline constexpr x3::rule<struct BuiltInCallRule, syntax::Expression> built_in_call{"function"};
inline constexpr x3::rule<struct IriOrFunctionRule, syntax::Expression> iri_or_function{"IRI"};
inline constexpr x3::rule<struct FunctionCallRule, syntax::Expression> function_call{
    "function call"};
inline constexpr x3::rule<struct ConstraintRule, syntax::Expression> constraint{"constraint"};
BOOST_SPIRIT_DECLARE(decltype(built_in_call), decltype(iri_or_function), decltype(function_call),
                     decltype(constraint))

// aggregates.cpp
inline constexpr x3::rule<struct AggregateRule, syntax::Expression> aggregate{"aggregate"};
BOOST_SPIRIT_DECLARE(decltype(aggregate))

// group_patterns.cpp
inline constexpr x3::rule<struct GroupGraphPatternRule, syntax::GroupPattern> group_graph_pattern{
    "group graph pattern"};
BOOST_SPIRIT_DECLARE(decltype(group_graph_pattern))

// inline_data.cpp
inline constexpr x3::rule<struct ValuesClauseRule, syntax::InlineData> values_clause{"VALUES"};
BOOST_SPIRIT_DECLARE(decltype(values_clause))

// solution_modifiers.cpp
inline constexpr x3::rule<struct SolutionModifierRule, syntax::SolutionModifier> solution_modifier{
    "solution modifier"};
BOOST_SPIRIT_DECLARE(decltype(solution_modifier))

// select_clauses.cpp
inline constexpr x3::rule<struct SelectClauseRule, syntax::SelectClause> select_clause{"SELECT"};
inline constexpr x3::rule<struct SubSelectRule, syntax::SubSelect> sub_select{"sub-select"};
inline constexpr x3::rule<struct WhereClauseRule, syntax::GroupPattern> where_clause{"WHERE"};
BOOST_SPIRIT_DECLARE(decltype(select_clause), decltype(sub_select), decltype(where_clause))

// prologue.cpp
inline constexpr x3::rule<struct DeclarationRule, syntax::Declaration> declaration{"declaration"};
BOOST_SPIRIT_DECLARE(decltype(declaration))

// query_forms.cpp
inline constexpr x3::rule<struct QueryUnitRule, syntax::Query> query_unit{"query"};
BOOST_SPIRIT_DECLARE(decltype(query_unit))

// quads.cpp
inline constexpr x3::rule<struct QuadPatternRule, syntax::Quads> quad_pattern{"quads"};
BOOST_SPIRIT_DECLARE(decltype(quad_pattern))

// update_operations.cpp
inline constexpr x3::rule<struct OperationRule, syntax::Operation> update_operation{"operation"};
BOOST_SPIRIT_DECLARE(decltype(update_operation))

// update_unit.cpp
inline constexpr x3::rule<struct UpdateUnitRule, syntax::Update> update_unit{"update"};
BOOST_SPIRIT_DECLARE(decltype(update_unit))

}  // namespace prosper::sparql::grammar
