// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/parser.hpp"

#include <algorithm>
#include <utility>

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

void check_characters(std::string_view text, const ParseOptions& options, std::size_t first_line) {
  const std::size_t invalid = find_invalid_utf8(text).value_or(text.npos);
  const std::size_t nul = std::min(text.find('\0'), text.size());
  if (invalid == text.npos && nul == text.size()) return;
  const SourcePosition place = position_of(text, std::min(invalid, nul));
  throw SyntaxError(options.source_name, place.line + first_line - 1, place.column,
                    invalid < nul ? "invalid UTF-8" : "the character U+0000 is not allowed");
}

void parse_piece(std::string_view text, RdfFormat format, const ParseOptions& options,
                 std::size_t first_line, QuadSink& sink) {
  // The XML parser decodes for itself: its documents say their encoding.
  if (format != RdfFormat::RdfXml) check_characters(text, options, first_line);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (first_line == 1 && text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  switch (format) {
    case RdfFormat::Turtle:
    case RdfFormat::TriG:
    case RdfFormat::NTriples:
    case RdfFormat::NQuads:
      read_with_serd(text, format, options, first_line, sink);
      return;
    case RdfFormat::RdfXml:
      check_xml(text, options);
      read_with_raptor(text, options, sink);
      return;
    case RdfFormat::JsonLd:
      break;
  }
  throw SyntaxError(options.source_name, 0, 0,
                    "JSON-LD cannot be read; expected Turtle, TriG, N-Triples, N-Quads or RDF/XML");
}

/// Line-based formats need no more memory than one piece.
void parse_lines(TextFile& file, RdfFormat format, const ParseOptions& options, QuadSink& sink) {
  constexpr std::size_t piece_size = std::size_t{8} << 20U;
  std::string text;
  std::size_t line = 1;
  bool has_more = true;
  while (has_more) {
    has_more = file.read(text, piece_size);
    const std::size_t line_end = text.rfind('\n');
    if (has_more && line_end == std::string::npos) continue;
    const std::size_t length = has_more ? line_end + 1 : text.size();
    const std::string_view piece = std::string_view(text).substr(0, length);
    parse_piece(piece, format, options, line, sink);
    line += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    text.erase(0, length);
  }
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
  parse_piece(text, format, options, 1, sink);
}

void parse_rdf_file(const std::filesystem::path& path, RdfFormat format, ParseOptions options,
                    QuadSink& sink) {
  if (options.base_iri.empty()) options.base_iri = file_iri(path);
  if (options.source_name.empty()) options.source_name = path.string();
  TextFile file(path);
  if (format == RdfFormat::NTriples || format == RdfFormat::NQuads) {
    parse_lines(file, format, options, sink);
    return;
  }
  std::string text;
  constexpr std::size_t piece_size = std::size_t{1} << 20U;
  while (file.read(text, piece_size)) {
  }
  parse_piece(text, format, options, 1, sink);
}

}  // namespace prosper::rdf
