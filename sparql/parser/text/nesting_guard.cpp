// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/text/nesting_guard.hpp"

#include <string>
#include <string_view>

namespace prosper::sparql {
namespace {

/// The end of the string whose quote stands at `begin`; the end of the text when it is never
/// closed.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool is_long = text.substr(begin).starts_with(std::string(3, quote));
  const std::string_view closing = text.substr(begin, is_long ? 3 : 1);
  for (std::size_t i = begin + closing.size(); i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text.substr(i).starts_with(closing)) {
      return i + closing.size();
    } else if (!is_long && (text[i] == '\n' || text[i] == '\r')) {
      return text.size();
    }
  }
  return text.size();
}

/// Behind the IRIREF [139] that starts at `begin`, or just behind '<' when that is an operator.
std::size_t end_of_iri_or_less(std::string_view text, std::size_t begin) {
  const std::string_view refused = "<>\"{}|^`\\";
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '>') return i + 1;
    if (static_cast<unsigned char>(text[i]) <= 0x20 ||
        refused.find(text[i]) != std::string_view::npos) {
      break;
    }
  }
  return begin + 1;
}

std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_of("\n\r", begin);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

void check_nesting(const SourceText& source, std::size_t maximum_nesting) {
  const std::string_view text = source.text();
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    switch (text[i]) {
      case '"':
      case '\'':
        i = end_of_string(text, i);
        continue;
      case '<':
        i = end_of_iri_or_less(text, i);
        continue;
      case '#':
        i = end_of_comment(text, i);
        continue;
      case '\\':
        ++i;
        break;  // PN_LOCAL_ESC [173]
      case '(':
      case '{':
      case '[':
        if (++depth > maximum_nesting) {
          throw source.error(text.data() + i, "found more than " + std::to_string(maximum_nesting) +
                                                  " brackets inside one another");
        }
        break;
      case ')':
      case '}':
      case ']':
        if (depth > 0) --depth;
        break;
      default:
        break;
    }
    ++i;
  }
}

}  // namespace prosper::sparql
