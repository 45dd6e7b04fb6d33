// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "sparql/results/document_readers.hpp"
#include "sparql/results/result_terms.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::sparql {
namespace {

[[noreturn]] void fail(std::string_view text, std::size_t offset, const std::string& message) {
  const rdf::SourcePosition place = rdf::position_of(text, offset);
  throw rdf::SyntaxError("", place.line, place.column, message);
}

struct Field {
  std::string text;
  std::size_t offset = 0;
  bool is_quoted = false;
};

/// Reads the records of RFC 4180, LF alone tolerated as line end.
class CsvFields {
 public:
  explicit CsvFields(std::string_view text) : text_(text) {}

  /// False at the end.
  bool next_record(std::vector<Field>& record) {
    record.clear();
    if (offset_ == text_.size()) return false;
    record.push_back(field());
    while (offset_ < text_.size() && text_[offset_] == ',') {
      ++offset_;
      record.push_back(field());
    }
    end_line();
    return true;
  }

  std::string_view text() const { return text_; }

 private:
  Field field() {
    Field field;
    field.offset = offset_;
    if (offset_ < text_.size() && text_[offset_] == '"') {
      field.is_quoted = true;
      read_quoted(field.text);
      return field;
    }
    const std::size_t end = std::min(text_.find_first_of(",\r\n", offset_), text_.size());
    field.text = text_.substr(offset_, end - offset_);
    offset_ = end;
    return field;
  }

  void read_quoted(std::string& out) {
    const std::size_t start = offset_++;
    while (true) {
      const std::size_t quote = text_.find('"', offset_);
      if (quote == text_.npos) fail(text_, start, "the quote is never closed");
      out += text_.substr(offset_, quote - offset_);
      offset_ = quote + 1;
      if (offset_ == text_.size() || text_[offset_] != '"') return;
      out += '"';
      ++offset_;
    }
  }

  void end_line() {
    if (offset_ == text_.size()) return;
    if (text_.substr(offset_).starts_with("\r\n")) {
      offset_ += 2;
    } else if (text_[offset_] == '\n') {
      ++offset_;
    } else {
      fail(text_, offset_, "expected ',' or the end of the line");
    }
  }

  std::string_view text_;
  std::size_t offset_ = 0;
};

/// Takes the object of the one quad a cell makes.
class OneObject final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    object_ = quad.object;
    ++count_;
  }

  const std::optional<rdf::Term>& object() const { return object_; }

  bool is_alone() const { return count_ == 1; }

 private:
  std::optional<rdf::Term> object_;
  int count_ = 0;
};

rdf::Term parse_term(std::string_view text, std::size_t offset, std::string_view cell) {
  // What a term starts with; brackets are Turtle, but no terms.
  if (std::string_view("<\"'_+-.0123456789tf").find(cell.front()) == std::string_view::npos) {
    fail(text, offset, "expected an RDF term, found '" + std::string(cell) + "'");
  }
  OneObject object;
  try {
    const std::string document = "<urn:s> <urn:p> " + std::string(cell) + "\n.";
    rdf::parse_rdf(document, rdf::RdfFormat::Turtle, {}, object);
  } catch (const rdf::SyntaxError& error) {
    fail(text, offset, "malformed RDF term '" + std::string(cell) + "': " + error.message());
  }
  if (!object.is_alone())
    fail(text, offset, "expected one RDF term in '" + std::string(cell) + "'");
  return *object.object();
}

std::string variable_name(std::string_view text, std::size_t offset, std::string_view cell) {
  if (cell.size() < 2 || (cell.front() != '?' && cell.front() != '$')) {
    fail(text, offset, "expected a variable, found '" + std::string(cell) + "'");
  }
  return std::string(cell.substr(1));
}

/// The cells of the line at `offset`, which moves to the next line.
std::vector<std::string_view> split_line(std::string_view text, std::size_t& offset) {
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  std::string_view line = text.substr(offset, end - offset);
  offset = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

std::string expected_cells(std::size_t expected, std::size_t found) {
  return "expected " + std::to_string(expected) + " cells, found " + std::to_string(found);
}

}  // namespace

ResultDocument read_csv_results(std::string_view text) {
  CsvFields fields(text);
  ResultDocument result;
  std::vector<Field> record;
  if (!fields.next_record(record)) refuse_result("expected a line of variables");
  for (Field& field : record) {
    // A query may have no variable at all: its header is an empty line.
    if (record.size() > 1 || !field.text.empty()) result.variables.push_back(std::move(field.text));
  }
  while (fields.next_record(record)) {
    const bool is_empty_row = result.variables.empty() && record.size() == 1;
    if (record.size() != result.variables.size() && !is_empty_row) {
      fail(text, record.front().offset, expected_cells(result.variables.size(), record.size()));
    }
    SolutionRow& row = result.rows.emplace_back(result.variables.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      Field& field = record[i];
      if (field.text.empty() && !field.is_quoted) continue;
      row[i] = make_result_literal(std::move(field.text), {}, {});
    }
  }
  return result;
}

ResultDocument read_tsv_results(std::string_view text) {
  ResultDocument result;
  if (text.empty()) refuse_result("expected a line of variables");
  std::size_t offset = 0;
  for (const std::string_view cell : split_line(text, offset)) {
    if (cell.empty() && result.variables.empty()) continue;
    result.variables.push_back(variable_name(text, 0, cell));
  }
  while (offset < text.size()) {
    const std::size_t line = offset;
    const std::vector<std::string_view> cells = split_line(text, offset);
    const bool is_empty_row = result.variables.empty() && cells.size() == 1 && cells[0].empty();
    if (cells.size() != result.variables.size() && !is_empty_row) {
      fail(text, line, expected_cells(result.variables.size(), cells.size()));
    }
    SolutionRow& row = result.rows.emplace_back(result.variables.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!cells[i].empty()) row[i] = parse_term(text, line, cells[i]);
    }
  }
  return result;
}

}  // namespace prosper::sparql
