// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <string_view>

#include "sparql/results/solution_writers.hpp"
#include "store/rdf/turtle_syntax.hpp"

namespace prosper::sparql {
namespace {

/// RFC 4180 §2. Quotes also the empty string, which would look unbound.
void append_csv_field(std::string& out, std::string_view text) {
  if (!text.empty() && text.find_first_of("\",\r\n") == text.npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_csv(std::string& out, const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) {
    append_csv_field(out, iri->value);
  } else if (const auto* literal = std::get_if<rdf::Literal>(&term)) {
    append_csv_field(out, literal->lexical_form);
  } else {
    rdf::append_ntriples(out, term);
  }
}

/// Turtle terms on one line; only numbers are abbreviated (TSV §4.1).
void append_tsv(std::string& out, const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal != nullptr && literal->datatype != vocabularies::xsd::boolean &&
      rdf::has_turtle_shorthand(*literal)) {
    out += literal->lexical_form;
    return;
  }
  for (const char c : rdf::to_ntriples(term)) {
    if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
}

struct Separated {
  std::string_view separator;
  std::string_view line_end;
  std::string_view variable_mark;
  void (*append)(std::string& out, const rdf::Term& term);
};

void write_separated(SolutionStream& solutions, const Separated& format, rdf::ByteSink& bytes) {
  std::string text;
  for (const std::string& variable : solutions.variables()) {
    if (!text.empty()) text += format.separator;
    text.append(format.variable_mark).append(variable);
  }
  bytes.write(text.append(format.line_end));
  SolutionRow row;
  while (solutions.next(row)) {
    text.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) text += format.separator;
      if (row[i]) format.append(text, *row[i]);
    }
    bytes.write(text.append(format.line_end));
  }
}

}  // namespace

void write_csv_solutions(SolutionStream& solutions, rdf::ByteSink& bytes) {
  write_separated(solutions, {",", "\r\n", "", append_csv}, bytes);
}

void write_tsv_solutions(SolutionStream& solutions, rdf::ByteSink& bytes) {
  write_separated(solutions, {"\t", "\n", "?", append_tsv}, bytes);
}

}  // namespace prosper::sparql
