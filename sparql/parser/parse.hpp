// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "sparql/algebra/query.hpp"
#include "sparql/algebra/update.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::sparql {

struct ParserOptions {
  /// Base for relative IRIs before any BASE; empty: relative IRIs stay an error.
  std::string base_iri;
  std::size_t maximum_bytes = 10U << 20U;
  /// Of ( { [ and of chained unary operators; deeper is a SyntaxError, not a stack overflow.
  std::size_t maximum_nesting = 256;
};

/// SPARQL 1.1 Query [1] QueryUnit → algebra (§18.2). Throws rdf::SyntaxError with line, column,
/// what was found and what was expected. Thread-safe.
algebra::Query parse_query(std::string_view text, const ParserOptions& options = {});

/// SPARQL 1.1 Update [3] UpdateUnit → algebra.
algebra::Update parse_update(std::string_view text, const ParserOptions& options = {});

}  // namespace prosper::sparql
