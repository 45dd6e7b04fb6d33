// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Declaration;

constexpr auto base_decl /* [5] */ = keyword("BASE") > iri_ref[put(&Declaration::iri)];

constexpr auto prefix_decl /* [6] */ =
    keyword("PREFIX") > prefix[put(&Declaration::prefix)] > iri_ref[put(&Declaration::iri)];

}  // namespace

constexpr auto declaration_def /* [4] Prologue */ = base_decl | prefix_decl;

BOOST_SPIRIT_DEFINE(declaration)
BOOST_SPIRIT_INSTANTIATE(decltype(declaration), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
