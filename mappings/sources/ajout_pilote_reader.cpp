// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/ajout_pilote_reader.hpp"

#include <algorithm>
#include <utility>

#include "mappings/sources/text_encoding.hpp"

namespace prosper::mappings {
namespace {

constexpr std::size_t longest_notice = 4U << 20;

bool is_end(std::string_view line) {
  return trim_blanks(line) == "//";
}

/// Decodes the notice in place; the reason when it cannot be.
std::string decode(std::string& text) {
  const std::string problem = utf8_problem(text);
  if (problem.empty()) return {};
  if (text.find('\0') != std::string::npos || has_utf8_sequence(text)) return problem;
  text = windows_1252_to_utf8(text);
  return {};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// Reads the value that begins at lines[at]; `at` ends behind it.
std::string read_value(const std::vector<std::string_view>& lines, std::size_t& at) {
  std::string value;
  bool goes_on = true;
  for (bool first = true; at < lines.size(); ++at) {
    const std::string_view line = lines[at];
    if (!first && !goes_on && is_field_code(trim_blanks(line))) break;
    if (!first && !goes_on) value += '\n';
    const std::string_view cut = line.substr(0, line.find_last_not_of(" \t") + 1);
    goes_on = cut.ends_with('-');
    value += goes_on ? cut.substr(0, cut.size() - 1) : line;
    first = false;
  }
  return value;
}

void read_fields(std::string_view text, SourceRow& row) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::string code(trim_blanks(lines[at]));
    if (!is_field_code(code)) {
      row.error = "line " + std::to_string(row.line + at) +
                  ": a field code (such as REF) was expected, found \"" + code.substr(0, 40) + "\"";
      row.cells.fields.clear();
      return;
    }
    ++at;
    const std::string value = read_value(lines, at);
    if (const std::string_view trimmed = trim_blanks(value); !trimmed.empty())
      row.cells.fields.emplace_back(code, Value(trimmed));
  }
}

}  // namespace

bool is_field_code(std::string_view line) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (line.size() < 2 || line.size() > 20 || !is_upper(line.front())) return false;
  return std::all_of(line.begin(), line.end(), [&](char c) {
    return is_upper(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

AjoutPiloteReader::AjoutPiloteReader(const std::filesystem::path& path)
    : file_(path.string()), lines_(path) {}

bool AjoutPiloteReader::next(SourceRow& row) {
  row = SourceRow{};
  row.file = file_;
  Line line;
  do {
    if (!lines_.next(line)) return false;
  } while (trim_blanks(line.text).empty() || is_end(line.text));
  row.line = line.number;
  row.text = std::move(line.text);
  bool too_long = false;
  while (lines_.next(line) && !is_end(line.text)) {
    too_long = too_long || row.text.size() + line.text.size() > longest_notice;
    if (!too_long) (row.text += '\n') += line.text;
  }
  while (!row.text.empty() && trim_blanks(row.text.substr(row.text.rfind('\n') + 1)).empty() &&
         row.text.find('\n') != std::string::npos)
    row.text.erase(row.text.rfind('\n'));
  std::string text = row.text;
  row.error = too_long ? "a notice longer than 4 MiB; // was expected behind it" : decode(text);
  if (row.error.empty()) read_fields(text, row);
  return true;
}

}  // namespace prosper::mappings
