// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Expression;

/// node = a call of the function named by the attribute
constexpr auto call(Expression::Kind kind) {
  return [kind](const auto& context) {
    x3::_val(context).kind = kind;
    x3::_val(context).token = x3::_attr(context);
  };
}

constexpr auto exists(bool negated) {
  return [negated](const auto& context) {
    x3::_val(context).kind = Expression::Kind::Exists;
    x3::_val(context).negated = negated;
  };
}

constexpr auto iri_term = [](const auto& context) {
  Expression& node = x3::_val(context);
  node.term.kind = syntax::Term::Kind::Iri;
  node.term.token = x3::_attr(context);
  node.token = x3::_attr(context);
};

/// node, an IRI, is called.
constexpr auto called = [](const auto& context) {
  x3::_val(context).kind = Expression::Kind::Function;
};

constexpr Terminal built_in_name(scan_built_in_name, "a function");

constexpr auto arguments /* [71] ExpressionList */ =
    open_parenthesis > -(expression[add(&Expression::operands)] >>
                         *(comma > expression[add(&Expression::operands)])) > close_parenthesis;

constexpr auto arg_list /* [70] ArgList */ =
    open_parenthesis[called] > -keyword("DISTINCT")[flag(&Expression::distinct)] >
    -(expression[add(&Expression::operands)] >>
      *(comma > expression[add(&Expression::operands)])) > close_parenthesis;

constexpr auto exists_func /* [125] */ =
    keyword("EXISTS")[exists(false)] > group_graph_pattern[share(&Expression::pattern)];

constexpr auto not_exists_func /* [126] */ = keyword("NOT") > keyword("EXISTS")[exists(true)] >
                                             group_graph_pattern[share(&Expression::pattern)];

}  // namespace

constexpr auto built_in_call_def /* [121] */ =
    expecting("a function")[(built_in_name[call(Expression::Kind::BuiltIn)] > arguments) |
                            aggregate[keep] | exists_func | not_exists_func];

constexpr auto iri_or_function_def /* [128] */ = iri[iri_term] >> -arg_list;

constexpr auto function_call_def /* [70] */ = iri[iri_term] > arg_list;

constexpr auto constraint_def /* [69] */ = expecting(
    "'(' or a function")[bracketted_expression[keep] | built_in_call[keep] | function_call[keep]];

BOOST_SPIRIT_DEFINE(built_in_call, iri_or_function, function_call, constraint)
BOOST_SPIRIT_INSTANTIATE(decltype(built_in_call), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(iri_or_function), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(function_call), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(constraint), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
