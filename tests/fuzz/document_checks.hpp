// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/assert.hpp"
#include "store/rdf/io/document_labels.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/serializer.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::rdf::fuzz {

/// What came out of a document: quads, and the error that ended it, if one did.
struct Outcome final : QuadSink {
  void quad(const Quad& quad) override { quads.push_back(quad); }

  std::vector<Quad> quads;
  std::string error;
};

/// An error must name a place of the text.
inline void check_place(const SyntaxError& error, std::string_view text) {
  const auto is_line_end = [](char c) { return c == '\n' || c == '\r'; };
  const auto lines = 1 + std::count_if(text.begin(), text.end(), is_line_end);
  PROSPER_ASSERT(error.line() >= 1 && error.line() <= static_cast<std::size_t>(lines));
  PROSPER_ASSERT(error.column() >= 1 && error.column() <= text.size() + 1);
  PROSPER_ASSERT(!error.message().empty());
}

inline ParseOptions options() {
  return {.base_iri = "http://example.org/base", .source_name = "", .blank_node_prefix = ""};
}

inline void read_whole(std::string_view text, RdfFormat format, Outcome& outcome) {
  try {
    parse_rdf(text, format, options(), outcome);
  } catch (const SyntaxError& error) {
    check_place(error, text);
    outcome.error = error.what();
  }
}

/// The term as the reader of Turtle gives it back: labels may be renamed.
inline void rename(Term& term) {
  static const DocumentLabels labels("");
  if (auto* node = std::get_if<BlankNode>(&term)) {
    std::string scratch;
    node->label = std::string(labels.written(node->label, scratch));
  }
}

/// Written and read again, quads are the same.
inline void check_round_trip(const std::vector<Quad>& quads, RdfFormat format) {
  StringSink text;
  const auto serializer = make_serializer(format, text, {{{"e", "http://example.org/"}}});
  for (const Quad& quad : quads) serializer->quad(quad);
  serializer->finish();
  Outcome again;
  parse_rdf(text.text(), format, {}, again);
  std::vector<Quad> expected = quads;
  for (Quad& quad : expected) {
    if (!has_graphs(format)) quad.graph.reset();
    if (is_line_format(format)) continue;
    rename(quad.subject);
    rename(quad.object);
    if (quad.graph) rename(*quad.graph);
  }
  PROSPER_ASSERT(again.quads == expected);
}

}  // namespace prosper::rdf::fuzz
