// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/regex_replacement.hpp"

namespace prosper::sparql::functions {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads the digits after a $ at `position` and moves it behind them.
int read_group(std::string_view text, std::size_t& position, int groups) {
  int group = text[position++] - '0';
  while (position < text.size() && is_digit(text[position])) {
    const int longer = group * 10 + (text[position] - '0');
    if (longer > groups) break;
    group = longer;
    ++position;
  }
  return group;
}

}  // namespace

std::optional<std::vector<ReplacementPart>> parse_replacement(std::string_view text, int groups,
                                                              bool literal) {
  std::vector<ReplacementPart> parts(1);
  if (literal) {
    parts.back().text = text;
    return parts;
  }
  std::size_t position = 0;
  while (position < text.size()) {
    const char c = text[position++];
    if (c == '\\') {
      if (position == text.size() || (text[position] != '\\' && text[position] != '$')) {
        return std::nullopt;
      }
      parts.back().text += text[position++];
    } else if (c == '$') {
      if (position == text.size() || !is_digit(text[position])) return std::nullopt;
      const int group = read_group(text, position, groups);
      if (group <= groups) {
        parts.back().group = group;
        parts.emplace_back();
      }
    } else {
      parts.back().text += c;
    }
  }
  return parts;
}

}  // namespace prosper::sparql::functions
