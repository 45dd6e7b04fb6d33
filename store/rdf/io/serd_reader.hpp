// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// Reads Turtle, TriG, N-Triples or N-Quads through Serd, and checks what Serd lets pass. `text` is
/// well-formed UTF-8 without NUL; `first_line` is its first line's number in the whole document.
void read_with_serd(std::string_view text, RdfFormat format, const ParseOptions& options,
                    std::size_t first_line, QuadSink& sink);

}  // namespace prosper::rdf
