// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "sparql/parser/text/source_text.hpp"

namespace prosper::sparql {

/// Throws rdf::SyntaxError at the first ( { [ outside strings, IRIs and comments that stands deeper
/// than `maximum_nesting`: the grammar is recursive and must not meet more.
void check_nesting(const SourceText& source, std::size_t maximum_nesting);

}  // namespace prosper::sparql
