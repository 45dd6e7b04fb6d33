// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/csv_reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "mappings/sources/csv_cells.hpp"
#include "mappings/sources/text_encoding.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

/// A quoted cell of a notice never spans more lines or bytes; an unclosed quote stops here.
constexpr std::size_t longest_record = 4U << 20;

std::string count_problem(std::size_t found, std::size_t expected) {
  return std::to_string(found) + (found == 1 ? " cell" : " cells") + ", the header has " +
         std::to_string(expected);
}

bool fits(std::string_view line, char delimiter, std::size_t count) {
  CsvCells cells(delimiter);
  return cells.add_line(line) && cells.cells().size() == count;
}

}  // namespace

std::optional<char> detect_delimiter(std::string_view header) {
  std::map<char, std::size_t> counts;
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (!quoted && std::string_view("|;,\t").find(c) != std::string_view::npos) ++counts[c];
  }
  std::optional<char> best;
  for (const char candidate : {'|', ';', ',', '\t'}) {
    if (counts[candidate] > 0 && (!best || counts[candidate] > counts[*best])) best = candidate;
  }
  return best;
}

CsvReader::CsvReader(const std::filesystem::path& path, CsvOptions options)
    : file_(path.string()), options_(options), lines_(path) {
  read_header();
}

void CsvReader::read_header() {
  Line line;
  do {
    if (!lines_.next(line))
      throw rdf::SyntaxError(file_, 1, 0,
                             "the file is empty; a header with column names was expected");
  } while (trim_blanks(line.text).empty());
  if (const std::string problem = utf8_problem(line.text); !problem.empty())
    throw rdf::SyntaxError(file_, line.number, 0, problem + ", in the header");
  const auto delimiter = options_.delimiter ? options_.delimiter : detect_delimiter(line.text);
  if (!delimiter) {
    throw rdf::SyntaxError(
        file_, line.number, 0,
        "no delimiter in the header; | ; , or TAB between column names was expected");
  }
  delimiter_ = *delimiter;
  CsvCells cells(delimiter_);
  if (!cells.add_line(line.text))
    throw rdf::SyntaxError(file_, line.number, 0, "unclosed quote in the header");
  std::map<std::string, int> seen;
  for (const std::string& cell : cells.cells()) {
    std::string name(options_.trim_cells ? trim_blanks(cell) : std::string_view(cell));
    if (name.empty()) name = "column " + std::to_string(columns_.size() + 1);
    const int count = ++seen[name];
    columns_.push_back(count == 1 ? name : name + " (" + std::to_string(count) + ")");
  }
}

bool CsvReader::next_record(Line& record, std::vector<std::string>& cells, std::string& error) {
  do {
    if (!lines_.next(record)) return false;
  } while (trim_blanks(record.text).empty());
  CsvCells parser(delimiter_);
  bool complete = parser.add_line(record.text);
  std::vector<Line> more;
  std::size_t size = record.text.size();
  while (!complete && size < longest_record) {
    Line line;
    if (!lines_.next(line)) break;
    complete = parser.add_line(line.text);
    size += line.text.size() + 1;
    more.push_back(std::move(line));
  }
  if (!complete) {
    error = "a quote is opened and never closed";
  } else if (parser.cells().size() != columns_.size()) {
    error = count_problem(parser.cells().size(), columns_.size());
  }
  const bool restart = !more.empty() && !error.empty() &&
                       (!complete || fits(more.front().text, delimiter_, columns_.size()));
  if (restart) {
    // The damage is in the first line: what follows is read again as rows of its own.
    for (auto it = more.rbegin(); it != more.rend(); ++it) lines_.put_back(std::move(*it));
    more.clear();
  }
  for (const Line& line : more) (record.text += '\n') += line.text;
  cells = parser.take();
  return true;
}

bool CsvReader::next(SourceRow& row) {
  Line record;
  std::vector<std::string> cells;
  row = SourceRow{};
  row.file = file_;
  if (!next_record(record, cells, row.error)) return false;
  row.line = record.number;
  row.text = std::move(record.text);
  if (row.error.empty()) row.error = utf8_problem(row.text);
  if (!row.error.empty()) return true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!options_.trim_cells) {
      row.cells.fields.emplace_back(columns_[i], Value(std::move(cells[i])));
    } else if (const std::string_view text = trim_blanks(cells[i]); !text.empty()) {
      row.cells.fields.emplace_back(columns_[i], Value(text));
    }
  }
  return true;
}

}  // namespace prosper::mappings
