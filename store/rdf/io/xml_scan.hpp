// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// How deep elements of an RDF/XML document may nest: Raptor's time grows with the square.
inline constexpr std::size_t max_element_nesting = 1000;

/// Throws SyntaxError when elements nest too deep, or when the encoding is UTF-16 or the like.
void check_xml(std::string_view text, const ParseOptions& options);

}  // namespace prosper::rdf
