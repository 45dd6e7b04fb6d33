// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/parser/syntax_tree.hpp"
#include "sparql/parser/text/source_text.hpp"

/// The only header of this folder for use outside it.
namespace prosper::sparql::grammar {

/// The tree's tokens point into `source`. Both throw rdf::SyntaxError at the farthest place
/// reached. `source` must have passed check_nesting.
syntax::Query parse_query_unit(const SourceText& source);
syntax::Update parse_update_unit(const SourceText& source);

}  // namespace prosper::sparql::grammar
