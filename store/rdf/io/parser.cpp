// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/parser.hpp"

#include <algorithm>
#include <utility>

#include "store/rdf/io/line_pieces.hpp"
#include "store/rdf/io/line_reader.hpp"
#include "store/rdf/io/raptor_reader.hpp"
#include "store/rdf/io/serd_reader.hpp"
#include "store/rdf/io/text_file.hpp"
#include "store/rdf/io/xml_scan.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

void check_characters(std::string_view text, const ParseOptions& options) {
  const std::size_t invalid = find_invalid_utf8(text).value_or(text.npos);
  const std::size_t nul = std::min(text.find('\0'), text.size());
  if (invalid == text.npos && nul == text.size()) return;
  const SourcePosition place = position_of(text, std::min(invalid, nul));
  throw SyntaxError(options.source_name, place.line, place.column,
                    invalid < nul ? "invalid UTF-8" : "the character U+0000 is not allowed");
}

void parse_turtle(std::string_view text, RdfFormat format, const ParseOptions& options,
                  QuadSink& sink) {
  check_characters(text, options);
  read_with_serd(without_byte_order_mark(text), format, options, sink);
}

std::string file_iri(const std::filesystem::path& path) {
  std::string iri = "file://";
  for (const auto& part : std::filesystem::absolute(path).lexically_normal()) {
    if (part == "/") continue;
    iri.append("/").append(percent_encode(part.string(), false));
  }
  return iri;
}

}  // namespace

void parse_rdf(std::string_view text, RdfFormat format, const ParseOptions& options,
               QuadSink& sink) {
  switch (format) {
    case RdfFormat::Turtle:
    case RdfFormat::TriG:
      parse_turtle(text, format, options, sink);
      return;
    case RdfFormat::NTriples:
    case RdfFormat::NQuads:
      read_lines(without_byte_order_mark(text), format, options, 1, sink);
      return;
    case RdfFormat::RdfXml:
      // The XML parser decodes for itself: its documents say their encoding.
      text = without_byte_order_mark(text);
      check_xml(text, options);
      read_with_raptor(text, options, sink);
      return;
    case RdfFormat::JsonLd:
      break;
  }
  throw SyntaxError(options.source_name, 0, 0,
                    "JSON-LD cannot be read; expected Turtle, TriG, N-Triples, N-Quads or RDF/XML");
}

void parse_rdf_file(const std::filesystem::path& path, RdfFormat format, ParseOptions options,
                    QuadSink& sink) {
  if (options.base_iri.empty()) options.base_iri = file_iri(path);
  if (options.source_name.empty()) options.source_name = path.string();
  if (is_line_format(format)) {
    LinePieces pieces(path);
    LinePiece piece;
    // Line-based formats need no more memory than one piece.
    while (pieces.next(piece)) read_lines(piece.text, format, options, piece.first_line, sink);
    return;
  }
  TextFile file(path);
  std::string text;
  constexpr std::size_t piece_size = std::size_t{1} << 20U;
  while (file.read(text, piece_size)) {
  }
  parse_rdf(text, format, options, sink);
}

}  // namespace prosper::rdf
