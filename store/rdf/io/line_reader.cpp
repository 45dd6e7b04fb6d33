// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/line_reader.hpp"

#include <algorithm>

#include "store/rdf/assert.hpp"
#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

constexpr std::string_view line_ends = "\n\r";

}  // namespace

LineReader::LineReader(RdfFormat format, const ParseOptions& options, QuadViewSink& sink)
    : format_(format), options_(options), sink_(sink) {
  PROSPER_ASSERT(format == RdfFormat::NTriples || format == RdfFormat::NQuads);
}

void LineReader::read(std::string_view lines, std::size_t first_line) {
  counted_to_ = lines.data();
  counted_lines_ = first_line;
  std::string_view rest = lines;
  while (!rest.empty()) {
    const std::size_t invalid = find_invalid_utf8(rest).value_or(rest.size());
    if (invalid == rest.size()) {
      read_valid(rest, lines);
      return;
    }
    const std::size_t line_end = rest.substr(0, invalid).find_last_of(line_ends);
    const std::size_t line = line_end == rest.npos ? 0 : line_end + 1;
    read_valid(rest.substr(0, line), lines);
    report(rest.data() + line, rest.data() + invalid, "invalid UTF-8", lines);
    rest.remove_prefix(std::min(rest.find_first_of(line_ends, invalid), rest.size()));
  }
}

void LineReader::read_valid(std::string_view lines, std::string_view all) {
  scanner_ = LineScanner(lines);
  forget();
  for (scanner_.skip_line_ends(); !scanner_.is_at_end(); scanner_.skip_line_ends()) {
    const char* const line = scanner_.place();
    scanner_.skip_blanks();
    if (scanner_.is_at_line_end()) continue;
    if (scanner_.is_at('#') || !read_line(line, all)) scanner_.skip_to_line_end();
  }
}

/// False when the rest of the line is to be passed over.
bool LineReader::read_line(const char* line, std::string_view all) {
  try {
    read_statement();
  } catch (const TextFault& fault) {
    report(line, fault.at, fault.message, all);
    forget();
    return false;
  }
  sink_.view(quad_);
  return true;
}

void LineReader::read_statement() {
  quad_.same_subject = read_resource(subject_, quad_.subject, "a subject: <IRI> or _:label");
  scanner_.skip_blanks();
  if (!scanner_.is_at('<')) scanner_.fail_expecting("a predicate: <IRI>");
  quad_.same_predicate = read_resource(predicate_, quad_.predicate, {});
  scanner_.skip_blanks();
  read_object();
  scanner_.skip_blanks();
  quad_.same_graph = read_graph();
  scanner_.skip_blanks();
  if (!scanner_.is_at('.')) {
    scanner_.fail_expecting(quad_.has_graph || format_ == RdfFormat::NTriples
                                ? "'.'"
                                : "a graph, <IRI> or _:label, or '.'");
  }
  scanner_.skip(1);
  scanner_.skip_blanks();
  if (scanner_.is_at('#')) scanner_.skip_to_line_end();
  if (!scanner_.is_at_line_end()) scanner_.fail_expecting("the end of the line");
}

bool LineReader::read_graph() {
  const bool had_graph = quad_.has_graph;
  quad_.has_graph = scanner_.is_at('<') || scanner_.is_at('_');
  if (!quad_.has_graph) return false;
  if (format_ == RdfFormat::NTriples) {
    throw TextFault{scanner_.place(), "a fourth term, expected '.'"};
  }
  return read_resource(graph_, quad_.graph, {}) && had_graph;
}

/// True when the term is the one read last at this position.
bool LineReader::read_resource(Seen& seen, TermView& term, std::string_view expected) {
  if (!seen.token.empty() && scanner_.is_at(seen.token)) {
    // A label's token has the blank behind it: "_:a" begins "_:ab".
    scanner_.skip(seen.token.size() - (seen.token.front() == '_' ? 1 : 0));
    return true;
  }
  if (scanner_.is_at('<')) {
    read_iri(seen, term);
  } else if (scanner_.is_at('_')) {
    read_label(seen, term);
  } else {
    scanner_.fail_expecting(expected);
  }
  return false;
}

void LineReader::read_iri(Seen& seen, TermView& term) {
  const char* const start = scanner_.place();
  term = {TermView::Kind::Iri, scanner_.iri(seen.text), {}, {}};
  seen.token = {start, static_cast<std::size_t>(scanner_.place() - start)};
}

void LineReader::read_label(Seen& seen, TermView& term) {
  const char* const start = scanner_.place();
  term = {TermView::Kind::BlankNode, scanner_.label(), {}, {}};
  if (!options_.blank_node_prefix.empty()) {
    seen.text.assign(options_.blank_node_prefix).append(term.text);
    term.text = seen.text;
  }
  const auto length = static_cast<std::size_t>(scanner_.place() - start);
  const bool is_bounded = scanner_.is_at(' ') || scanner_.is_at('\t');
  seen.token = is_bounded ? std::string_view(start, length + 1) : std::string_view();
}

void LineReader::read_object() {
  if (scanner_.is_at('"')) {
    read_literal();
  } else {
    object_.token = {};
    read_resource(object_, quad_.object, "an object: <IRI>, _:label or \"text\"");
  }
}

void LineReader::read_literal() {
  TermView& term = quad_.object;
  term = {TermView::Kind::Literal, scanner_.string(object_.text), vocabularies::xsd::string, {}};
  scanner_.skip_blanks();
  if (scanner_.is_at('@')) {
    term.datatype = vocabularies::rdf::lang_string;
    term.language = scanner_.language();
    return;
  }
  if (!scanner_.is_at('^')) return;
  if (!scanner_.is_at("^^")) scanner_.fail_expecting("^^<IRI>");
  scanner_.skip(2);
  scanner_.skip_blanks();
  if (!scanner_.is_at('<')) scanner_.fail_expecting("a datatype: <IRI>");
  read_resource(datatype_, datatype_term_, {});
  term.datatype = datatype_term_.text;
}

void LineReader::forget() {
  for (Seen* seen : {&subject_, &predicate_, &object_, &graph_, &datatype_}) seen->token = {};
  quad_.has_graph = false;
}

void LineReader::report(const char* line, const char* at, const std::string& message,
                        std::string_view all) {
  counted_lines_ += static_cast<std::size_t>(std::count(counted_to_, line, '\n'));
  counted_to_ = line;
  const char* const end = all.data() + all.size();
  // The place may lie in bytes that are no UTF-8: those before it are.
  const std::size_t column =
      1 + count_code_points({line, static_cast<std::size_t>(std::min(at, end) - line)});
  const SyntaxError error(options_.source_name, counted_lines_, column, message);
  if (!options_.on_bad_line) throw error;
  options_.on_bad_line(error);
}

void read_lines(std::string_view lines, RdfFormat format, const ParseOptions& options,
                std::size_t first_line, QuadSink& sink) {
  QuadMaker maker(sink);
  LineReader(format, options, maker).read(lines, first_line);
}

}  // namespace prosper::rdf
