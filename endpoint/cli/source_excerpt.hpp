// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/rdf/syntax_error.hpp"

namespace prosper::endpoint::cli {

/// The line of `text` with a caret below the column (both from 1, columns in code points):
///   SELECT ?x WHERE }
///                   ^
/// Of a long line only what is around the place; control characters are not shown. Empty when the
/// place is unknown or outside.
std::string source_excerpt(std::string_view text, std::size_t line, std::size_t column);

/// "source, line 3, column 5: message".
std::string describe_syntax_error(const rdf::SyntaxError& error);

}  // namespace prosper::endpoint::cli
