// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Term;

/// node = a term of that kind
constexpr auto as(Term::Kind kind) {
  return [kind](const auto& context) {
    x3::_val(context).kind = kind;
    x3::_val(context).token = x3::_attr(context);
  };
}

constexpr Terminal blank_node_label(scan_blank_node_label, "a blank node");
constexpr Terminal anon(scan_anon, "a blank node");
constexpr Terminal nil(scan_nil, "'()'");
constexpr Terminal number(scan_number, "a number");
constexpr Terminal boolean(scan_boolean, "true or false");
constexpr Terminal language(scan_language, "a language tag");
constexpr Punctuation datatype_mark("^^", "'^^'");

constexpr auto rdf_literal /* [129] */ = string_token[as(Term::Kind::String)] >>
                                         -(language[put(&Term::language)] |
                                           (datatype_mark > iri[put(&Term::datatype)]));

constexpr auto blank_node /* [138] */ =
    blank_node_label[as(Term::Kind::BlankNodeLabel)] | anon[as(Term::Kind::Anon)];

}  // namespace

constexpr auto variable_def /* [108] Var */ = variable_token[as(Term::Kind::Variable)];

constexpr auto var_or_iri_def /* [107] VarOrIri */ = expecting(
    "a variable or an IRI")[variable_token[as(Term::Kind::Variable)] | iri[as(Term::Kind::Iri)]];

constexpr auto literal_or_iri_def /* [65] without UNDEF, [109] without blank nodes */ = expecting(
    "an IRI or literal")[iri[as(Term::Kind::Iri)] | rdf_literal | number[as(Term::Kind::Number)] |
                         boolean[as(Term::Kind::Boolean)]];

constexpr auto var_or_term_def /* [106] VarOrTerm, [109] GraphTerm */ =
    expecting("a term")[variable_token[as(Term::Kind::Variable)] | literal_or_iri[keep] |
                        blank_node | nil[as(Term::Kind::Nil)]];

BOOST_SPIRIT_DEFINE(variable, var_or_iri, literal_or_iri, var_or_term)
BOOST_SPIRIT_INSTANTIATE(decltype(variable), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(var_or_iri), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(literal_or_iri), Iterator, ParseContext)
BOOST_SPIRIT_INSTANTIATE(decltype(var_or_term), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
