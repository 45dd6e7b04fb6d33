// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::QuadsPart;

constexpr auto put_triples = [](const auto& context) {
  x3::_val(context).triples = std::move(x3::_attr(context).triples);
};

constexpr auto add_default_part = [](const auto& context) {
  x3::_val(context).push_back(QuadsPart{{}, std::move(x3::_attr(context).triples)});
};

constexpr x3::rule<struct QuadsNotTriplesRule, QuadsPart> quads_not_triples{"GRAPH"};

constexpr auto quads_not_triples_def /* [51] */ = keyword("GRAPH") >
                                                  var_or_iri[put(&QuadsPart::graph)] > open_brace >
                                                  -triples_block[put_triples] > close_brace;

BOOST_SPIRIT_DEFINE(quads_not_triples)

}  // namespace

constexpr auto quad_pattern_def /* [48] QuadPattern, [49] QuadData, [50] Quads */ =
    open_brace > -triples_block[add_default_part] >
    *(quads_not_triples[push] > -dot > -triples_block[add_default_part]) > close_brace;

BOOST_SPIRIT_DEFINE(quad_pattern)
BOOST_SPIRIT_INSTANTIATE(decltype(quad_pattern), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
