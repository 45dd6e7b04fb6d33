// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/parse.hpp"

#include "sparql/parser/grammar/grammar.hpp"
#include "sparql/parser/text/nesting_guard.hpp"
#include "sparql/parser/text/source_text.hpp"
#include "sparql/parser/to_algebra/to_algebra.hpp"

namespace prosper::sparql {

algebra::Query parse_query(std::string_view text, const ParserOptions& options) {
  const SourceText source("query", text, options.maximum_bytes);
  check_nesting(source, options.maximum_nesting);
  return to_algebra(grammar::parse_query_unit(source), source, options.base_iri);
}

algebra::Update parse_update(std::string_view text, const ParserOptions& options) {
  const SourceText source("update", text, options.maximum_bytes);
  check_nesting(source, options.maximum_nesting);
  return to_algebra(grammar::parse_update_unit(source), source, options.base_iri);
}

}  // namespace prosper::sparql
