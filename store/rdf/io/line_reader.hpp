// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/rdf/io/line_scanner.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/quad_view.hpp"

namespace prosper::rdf {

/// Reads N-Triples and N-Quads (RDF 1.1), any number of pieces of whole lines one after the other.
/// Checks everything, UTF-8 included, and copies only texts with escapes. One thread at a time.
class LineReader {
 public:
  /// `format` is NTriples or NQuads. `options` and `sink` must outlive the reader.
  LineReader(RdfFormat format, const ParseOptions& options, QuadViewSink& sink);

  /// Reads lines, of which only the last may lack its end; the first has this number in the
  /// document. Throws SyntaxError at the first bad line, unless `options.on_bad_line` takes it.
  void read(std::string_view lines, std::size_t first_line);

 private:
  /// The term last read at a position: its token in the document and, where the view cannot point
  /// there, its text.
  struct Seen {
    std::string_view token;
    std::string text;
  };

  void read_valid(std::string_view lines, std::string_view all);
  bool read_line(const char* line, std::string_view all);
  void read_statement();
  bool read_resource(Seen& seen, TermView& term, std::string_view expected);
  bool read_graph();
  void read_object();
  void read_literal();
  void read_iri(Seen& seen, TermView& term);
  void read_label(Seen& seen, TermView& term);
  void report(const char* line, const char* at, const std::string& message, std::string_view all);
  void forget();

  RdfFormat format_;
  const ParseOptions& options_;
  QuadViewSink& sink_;
  LineScanner scanner_;
  QuadView quad_;
  Seen subject_;
  Seen predicate_;
  Seen object_;
  Seen graph_;
  Seen datatype_;
  TermView datatype_term_;
  // Lines are counted only as far as an error needs them.
  const char* counted_to_ = nullptr;
  std::size_t counted_lines_ = 0;
};

/// The same for sinks that want quads with texts of their own.
void read_lines(std::string_view lines, RdfFormat format, const ParseOptions& options,
                std::size_t first_line, QuadSink& sink);

}  // namespace prosper::rdf
