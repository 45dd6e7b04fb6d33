// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

constexpr auto prologue /* [4] */ = *declaration[push];

}  // namespace

// [29] Update is right-recursive; a loop here, so that long requests need no stack. What stands
// behind a ';' may be nothing, but then the request ends.
constexpr auto update_unit_def /* [3] UpdateUnit, [29] Update */ =
    (prologue >> -(update_operation[push] >>
                   *(semicolon >> prologue >> (update_operation[push] | &end_of_text)))) >
    end_of_text;

BOOST_SPIRIT_DEFINE(update_unit)
BOOST_SPIRIT_INSTANTIATE(decltype(update_unit), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
