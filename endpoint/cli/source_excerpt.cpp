// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/source_excerpt.hpp"

namespace prosper::endpoint::cli {

std::string source_excerpt(std::string_view text, std::size_t line, std::size_t column) {
  if (line == 0 || column == 0) return {};
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  std::string excerpt = "  " + std::string(text) + "\n  ";
  std::size_t passed = 1;
  for (const char c : text) {
    if (passed == column) break;
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (continues) continue;
    // A tab in the line is a tab below it, so that the caret stands where the eye looks.
    excerpt += c == '\t' ? '\t' : ' ';
    ++passed;
  }
  return excerpt + "^\n";
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
