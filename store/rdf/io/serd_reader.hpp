// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// Reads Turtle or TriG through Serd, and checks what Serd lets pass. `text` is well-formed UTF-8
/// without NUL.
void read_with_serd(std::string_view text, RdfFormat format, const ParseOptions& options,
                    QuadSink& sink);

}  // namespace prosper::rdf
