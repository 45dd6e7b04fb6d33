// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "store/rdf/io/rdf_format.hpp"
#include "store/rdf/quad_sink.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {

struct ParseOptions {
  /// Base IRI against which relative IRIs are resolved (RFC 3986); empty: relative IRIs are errors.
  std::string base_iri;
  /// Named in errors; a file name or IRI.
  std::string source_name;
  /// Added to blank node labels so that two documents never share one ("" keeps labels as written).
  std::string blank_node_prefix;
  /// Line formats (N-Triples, N-Quads): takes the error of a bad line, which is then passed over.
  /// Empty: the first error is thrown.
  std::function<void(const SyntaxError&)> on_bad_line = nullptr;
};

/// Parses a whole document and hands each quad to `sink` in document order.
/// Throws SyntaxError at the first error (invalid UTF-8 included); quads before it were delivered.
/// Turtle, TriG, N-Triples, N-Quads and RDF/XML; JSON-LD is refused with a SyntaxError.
void parse_rdf(std::string_view text, RdfFormat format, const ParseOptions& options,
               QuadSink& sink);

/// Same from a file, gunzipped when its name ends in .gz. The base IRI defaults to the file's own
/// file:// IRI. Throws std::system_error when the file cannot be read.
void parse_rdf_file(const std::filesystem::path& path, RdfFormat format, ParseOptions options,
                    QuadSink& sink);

}  // namespace prosper::rdf
