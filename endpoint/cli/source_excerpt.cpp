// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/source_excerpt.hpp"

#include <unicode/uchar.h>

#include "store/rdf/utf8.hpp"

namespace prosper::endpoint::cli {
namespace {

/// Of a long line, so many characters are shown, some of them behind the place.
constexpr std::size_t widest_excerpt = 100;
constexpr std::size_t room_behind = 40;

/// A character as a terminal may show it, and blanks of its width.
struct Cell {
  std::string text;
  std::string_view blank = " ";
};

bool is_wide(UChar32 character) {
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE;
}

/// Takes a character of `text`, or a byte that belongs to none, off at `offset`.
Cell next_cell(std::string_view text, std::size_t& offset) {
  constexpr std::size_t longest_sequence = 4;
  if (rdf::find_invalid_utf8(text.substr(offset, longest_sequence)) == 0U) {
    ++offset;
    return {"\uFFFD"};
  }
  const std::size_t begin = offset;
  const auto character = static_cast<UChar32>(rdf::next_code_point(text, offset));
  // A tab in the line is a tab below it, so that the caret stands where the eye looks.
  if (character == '\t') return {"\t", "\t"};
  // No control character reaches the terminal: it might obey.
  if (u_iscntrl(character) != 0) return {"\uFFFD"};
  Cell cell{std::string(text.substr(begin, offset - begin))};
  const int category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) cell.blank = "";
  if (is_wide(character)) cell.blank = "  ";
  return cell;
}

/// Takes the first line off; false when there is no other.
bool skip_line(std::string_view& text) {
  const std::size_t end = text.find_first_of("\n\r");
  if (end == std::string_view::npos) return false;
  text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  return true;
}

}  // namespace

std::string source_excerpt(std::string_view text, std::size_t line, std::size_t column) {
  if (line == 0 || column == 0) return {};
  for (; line > 1; --line) {
    if (!skip_line(text)) return {};
  }
  text = text.substr(0, text.find_first_of("\n\r"));
  const std::size_t first =
      column > widest_excerpt - room_behind ? column - (widest_excerpt - room_behind) : 0;
  std::string shown = first > 0 ? "…" : "";
  std::string below = first > 0 ? " " : "";
  std::size_t offset = 0;
  std::size_t passed = 0;
  for (; offset < text.size() && passed < first + widest_excerpt; ++passed) {
    const Cell cell = next_cell(text, offset);
    if (passed < first) continue;
    shown += cell.text;
    if (passed + 1 < column) below += cell.blank;
  }
  if (offset < text.size()) shown += "…";
  return "  " + shown + "\n  " + below + "^\n";
}

std::string describe_syntax_error(const rdf::SyntaxError& error) {
  std::string text = error.source();
  if (error.line() > 0) {
    if (!text.empty()) text += ", ";
    text += "line " + std::to_string(error.line()) + ", column " + std::to_string(error.column());
  }
  return text.empty() ? error.message() : text + ": " + error.message();
}

}  // namespace prosper::endpoint::cli
