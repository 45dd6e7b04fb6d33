// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/rdf/io/document_sink.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/text_window.hpp"

namespace prosper::rdf {

/// How deep brackets of a Turtle or TriG document may nest: the reader recurses.
inline constexpr std::size_t max_nesting = 1000;

/// Reads Turtle or TriG (RDF 1.1), nothing but what the grammars allow. Hands each quad out as soon
/// as its object is read, and each prefix. Throws SyntaxError.
void read_turtle(TextWindow& document, RdfFormat format, const ParseOptions& options,
                 DocumentSink& sink);

}  // namespace prosper::rdf
