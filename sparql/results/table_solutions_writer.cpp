// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unicode/uchar.h>
#include <utility>
#include <vector>

#include "sparql/results/solution_writers.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql {
namespace {

constexpr std::size_t widest_cell = 60;

struct Cell {
  std::string text;
  std::size_t width = 0;
};

/// Columns a terminal gives a character (UAX #11): none to marks and invisible ones.
std::size_t width_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  const std::uint32_t mask = U_GET_GC_MASK(code_point);
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Controls (terminals obey them) and overrides of the writing direction become U+FFFD.
bool is_unprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Cut to the widest cell, an ellipsis in its last column. Marks without width are cut by their
/// bytes.
Cell make_cell(std::string_view text) {
  constexpr std::size_t most_bytes = 8 * widest_cell;
  Cell cell;
  std::size_t cut_size = 0;
  std::size_t cut_width = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    char32_t c = rdf::next_code_point(text, offset);
    if (is_unprintable(c)) c = 0xFFFD;
    const std::size_t width = width_of(c);
    if (cell.width + width > widest_cell || cell.text.size() > most_bytes) {
      cell.text.resize(cut_size);
      return {cell.text + "…", cut_width + 1};
    }
    rdf::append_utf8(cell.text, c);
    cell.width += width;
    if (cell.width < widest_cell) {
      cut_width = cell.width;
      cut_size = cell.text.size();
    }
  }
  return cell;
}

Cell make_cell(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  const bool is_short = literal != nullptr && rdf::has_turtle_shorthand(*literal);
  return make_cell(is_short ? literal->lexical_form : rdf::to_ntriples(term));
}

using Row = std::vector<Cell>;

void write_row(const Row& row, const std::vector<std::size_t>& widths, rdf::ByteSink& bytes) {
  std::string text = "|";
  for (std::size_t i = 0; i < widths.size(); ++i) {
    text.append(" ").append(row[i].text).append(widths[i] - row[i].width + 1, ' ').append("|");
  }
  bytes.write(text += '\n');
}

}  // namespace

void write_table_solutions(SolutionStream& solutions, rdf::ByteSink& bytes) {
  Row header;
  std::vector<std::size_t> widths;
  for (const std::string& variable : solutions.variables()) {
    header.push_back(make_cell("?" + variable));
    widths.push_back(header.back().width);
  }
  std::vector<Row> rows;
  SolutionRow solution;
  while (solutions.next(solution)) {
    Row row;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      row.push_back(solution[i] ? make_cell(*solution[i]) : Cell{});
      widths[i] = std::max(widths[i], row[i].width);
    }
    rows.push_back(std::move(row));
  }
  write_row(header, widths, bytes);
  std::string line = "|";
  for (const std::size_t width : widths) line.append(width + 2, '-').append("|");
  bytes.write(line += '\n');
  for (const Row& row : rows) write_row(row, widths, bytes);
  bytes.write(std::to_string(rows.size()) + (rows.size() == 1 ? " row\n" : " rows\n"));
}

}  // namespace prosper::sparql
