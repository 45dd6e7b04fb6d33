// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_tokens.hpp"

#include <array>
#include <utility>

#include "mappings/functions/text.hpp"

namespace prosper::mappings::dates {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Typographic dashes to the hyphen. Folding has already removed accents and fancy blanks.
std::string with_plain_dashes(std::string text) {
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2012", "\u2010", "\u2011", "\u2212"})
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at))
      text.replace(at, dash.size(), "-");
  return text;
}

std::vector<Token> cut(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      const std::string digits(text.substr(start, i - start));
      const int value = digits.size() <= 8 ? std::stoi(digits) : -1;
      tokens.push_back({Token::Kind::Number, digits, value});
    } else if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i])) ++i;
      tokens.push_back({Token::Kind::Word, std::string(text.substr(start, i - start)), 0});
    } else {
      ++i;
      if (text[start] != ' ')
        tokens.push_back({Token::Kind::Mark, std::string(text.substr(start, 1)), 0});
    }
  }
  return tokens;
}

/// Number of tokens of an era mark at the cursor's place, 0 when there is none.
std::size_t era_length(Tokens tokens) {
  TokenCursor cursor(tokens);
  if (!cursor.accept_any({"av", "avant", "ap", "apr", "apres"})) return 0;
  cursor.accept(".");
  if (cursor.accept("jc")) {
    cursor.accept(".");
    return cursor.place();
  }
  if (!cursor.accept("j")) return 0;
  cursor.accept(".");
  cursor.accept("-");
  if (!cursor.accept("c")) return 0;
  cursor.accept(".");
  return cursor.place();
}

}  // namespace

std::vector<Token> tokenize(std::string_view phrase) {
  const std::vector<Token> raw = cut(with_plain_dashes(fold(phrase)));
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t era = era_length(Tokens(raw).subspan(i));
    if (era == 0) {
      tokens.push_back(raw[i++]);
      continue;
    }
    const bool before = raw[i].text.starts_with("av");
    tokens.push_back(
        {before ? Token::Kind::BeforeChrist : Token::Kind::AfterChrist, before ? "bc" : "ad", 0});
    i += era;
  }
  return tokens;
}

std::string joined(Tokens tokens) {
  std::string out;
  for (const Token& token : tokens) {
    if (token.text == "-" || token.text == "'" || token.text == ".") continue;
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out;
}

bool TokenCursor::accept(std::string_view text) {
  if (at_end() || tokens_[place_].text != text) return false;
  ++place_;
  return true;
}

bool TokenCursor::accept_any(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts)
    if (accept(text)) return true;
  return false;
}

bool TokenCursor::accept(Token::Kind kind) {
  if (at_end() || tokens_[place_].kind != kind) return false;
  ++place_;
  return true;
}

std::optional<int> TokenCursor::accept_number(std::size_t least_digits, std::size_t most_digits) {
  if (at_end()) return std::nullopt;
  const Token& token = tokens_[place_];
  if (token.kind != Token::Kind::Number || token.text.size() < least_digits ||
      token.text.size() > most_digits)
    return std::nullopt;
  ++place_;
  return token.value;
}

std::string to_roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> steps{{{1000, "M"},
                                                                    {900, "CM"},
                                                                    {500, "D"},
                                                                    {400, "CD"},
                                                                    {100, "C"},
                                                                    {90, "XC"},
                                                                    {50, "L"},
                                                                    {40, "XL"},
                                                                    {10, "X"},
                                                                    {9, "IX"},
                                                                    {5, "V"},
                                                                    {4, "IV"},
                                                                    {1, "I"}}};
  std::string out;
  for (const auto& [value, sign] : steps)
    for (; number >= value; number -= value) out += sign;
  return out;
}

std::optional<int> from_roman(std::string_view text) {
  const std::string upper = to_upper(text);
  // Spelling every number out keeps malformed ones ("IIX") from being read.
  for (int number = 1; number <= 40; ++number)
    if (to_roman(number) == upper) return number;
  return std::nullopt;
}

}  // namespace prosper::mappings::dates
