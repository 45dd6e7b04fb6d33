// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/parser.hpp"

#include <utility>

#include "store/rdf/io/line_pieces.hpp"
#include "store/rdf/io/line_reader.hpp"
#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/io/rdfxml_reader.hpp"
#include "store/rdf/io/text_file.hpp"
#include "store/rdf/io/text_window.hpp"
#include "store/rdf/io/turtle_reader.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf {
namespace {

void parse_turtle(TextWindow& document, RdfFormat format, const ParseOptions& options,
                  QuadSink& sink) {
  QuadMaker maker(sink);
  read_turtle(document, format, options, maker);
}

void parse_rdf_xml(TextFile& file, const ParseOptions& options, QuadSink& sink) {
  QuadMaker maker(sink);
  RdfXmlReader reader(options, maker);
  constexpr std::size_t piece_bytes = std::size_t{1} << 20U;
  for (std::string piece; file.read(piece, piece_bytes); piece.clear()) reader.feed(piece);
  reader.finish();
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
    case RdfFormat::TriG: {
      TextWindow document(text);
      parse_turtle(document, format, options, sink);
      return;
    }
    case RdfFormat::NTriples:
    case RdfFormat::NQuads:
      if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
      read_lines(text, format, options, 1, sink);
      return;
    case RdfFormat::RdfXml: {
      QuadMaker maker(sink);
      RdfXmlReader reader(options, maker);
      reader.feed(text);
      reader.finish();
      return;
    }
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
  if (format == RdfFormat::Turtle || format == RdfFormat::TriG) {
    TextWindow document(
        [&file](std::string& text, std::size_t bytes) { return file.read(text, bytes); });
    parse_turtle(document, format, options, sink);
    return;
  }
  if (format == RdfFormat::RdfXml) {
    parse_rdf_xml(file, options, sink);
    return;
  }
  parse_rdf({}, format, options, sink);
}

}  // namespace prosper::rdf
