// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace prosper::rdf {

enum class RdfFormat { Turtle, TriG, NTriples, NQuads, RdfXml, JsonLd };

/// True for the formats that carry graph names (TriG, N-Quads, JSON-LD).
bool has_graphs(RdfFormat format);

/// True for N-Triples and N-Quads, whose documents can be cut at any line end.
bool is_line_format(RdfFormat format);

/// The registered media type, e.g. "text/turtle".
std::string_view media_type(RdfFormat format);

/// By media type without parameters, case-insensitive.
std::optional<RdfFormat> format_of_media_type(std::string_view media_type);

/// By file name or extension: .ttl .trig .nt .nq .rdf .owl .xml .jsonld; a trailing .gz is ignored.
std::optional<RdfFormat> format_of_file_name(std::string_view file_name);

/// By the short names of the command line and of `?format=`: turtle|ttl, trig, ntriples|nt,
/// nquads|nq, rdfxml|rdf, jsonld.
std::optional<RdfFormat> format_of_name(std::string_view name);

}  // namespace prosper::rdf
