// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/dimension_tokens.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace prosper::mappings {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_separator(char c) {
  return c == ';' || c == ',' || c == '\n';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '=';
}

/// Digits, and a comma or point that stands between two digits.
std::size_t number_end(std::string_view text, std::size_t i) {
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i + 1 < text.size() && (text[i] == ',' || text[i] == '.') && is_digit(text[i + 1])) {
    ++i;
    while (i < text.size() && is_digit(text[i])) ++i;
  }
  return i;
}

std::size_t parenthesis_end(std::string_view text, std::size_t i) {
  int depth = 0;
  for (; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1;
  }
  return text.size();
}

bool ends_word(char c) {
  return is_blank(c) || is_separator(c) || is_digit(c) || c == '(' || c == ')' || c == ':' ||
         c == '.';
}

std::size_t word_end(std::string_view text, std::size_t i) {
  while (i < text.size() && !ends_word(text[i])) ++i;
  return i;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

DimensionToken next_token(std::string_view text, std::size_t i) {
  using Kind = DimensionToken::Kind;
  if (is_digit(text[i])) {
    const std::size_t end = number_end(text, i);
    std::string number(text.substr(i, end - i));
    std::replace(number.begin(), number.end(), ',', '.');
    return {Kind::Number, std::move(number), i, end};
  }
  if (text[i] == '(') {
    const std::size_t end = parenthesis_end(text, i);
    const std::size_t inner = end - i - (text[end - 1] == ')' ? 2 : 1);
    return {Kind::Parenthesis, trimmed(text.substr(i + 1, inner)), i, end};
  }
  if (is_separator(text[i])) return {Kind::Separator, std::string(1, text[i]), i, i + 1};
  if (text[i] == ':') return {Kind::Colon, ":", i, i + 1};
  const std::size_t end = std::max(word_end(text, i), i + 1);
  return {Kind::Word, std::string(text.substr(i, end - i)), i, end};
}

std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

std::vector<DimensionToken> tokenize_dimensions(std::string_view text) {
  std::vector<DimensionToken> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (is_blank(text[i]) || text[i] == '.') {
      ++i;
      continue;
    }
    tokens.push_back(next_token(text, i));
    i = tokens.back().end;
  }
  return tokens;
}

bool is_capital_l(std::string_view word) {
  return word == "L";
}

std::optional<DimensionKind> dimension_kind_of(std::string_view word) {
  using Kind = DimensionKind;
  static constexpr std::pair<std::string_view, Kind> names[] = {
      {"h", Kind::Height},
      {"ht", Kind::Height},
      {"haut", Kind::Height},
      {"hauteur", Kind::Height},
      {"l", Kind::Width},
      {"la", Kind::Width},
      {"larg", Kind::Width},
      {"largeur", Kind::Width},
      {"lo", Kind::Length},
      {"long", Kind::Length},
      {"longueur", Kind::Length},
      {"p", Kind::Depth},
      {"pr", Kind::Depth},
      {"prof", Kind::Depth},
      {"profondeur", Kind::Depth},
      {"e", Kind::Thickness},
      {"ep", Kind::Thickness},
      {"ép", Kind::Thickness},
      {"Ép", Kind::Thickness},
      {"epaisseur", Kind::Thickness},
      {"épaisseur", Kind::Thickness},
      {"Épaisseur", Kind::Thickness},
      {"d", Kind::Diameter},
      {"dia", Kind::Diameter},
      {"diam", Kind::Diameter},
      {"diamètre", Kind::Diameter},
      {"pds", Kind::Weight},
      {"poids", Kind::Weight},
  };
  const std::string key = lower_ascii(word);
  const auto* const it = std::find_if(std::begin(names), std::end(names),
                                      [&key](const auto& name) { return name.first == key; });
  if (it == std::end(names)) return std::nullopt;
  return it->second;
}

std::optional<DimensionUnit> dimension_unit_of(std::string_view word) {
  if (word == "cm" || word == "CM" || word == "cms") return DimensionUnit{false, 0};
  if (word == "mm" || word == "MM") return DimensionUnit{false, -1};
  if (word == "m" || word == "M") return DimensionUnit{false, 2};
  if (word == "g" || word == "gr") return DimensionUnit{true, 0};
  if (word == "kg" || word == "Kg") return DimensionUnit{true, 3};
  return std::nullopt;
}

std::optional<std::string> shift_decimal(std::string_view number, int exponent) {
  const std::size_t point = number.find('.');
  std::string digits(number.substr(0, point));
  std::string fraction(point == std::string_view::npos ? "" : number.substr(point + 1));
  for (; exponent > 0; --exponent) {
    digits += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    fraction.insert(0, 1, digits.empty() ? '0' : digits.back());
    if (!digits.empty()) digits.pop_back();
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.empty() && fraction.empty()) return std::nullopt;
  if (digits.empty()) digits = "0";
  return fraction.empty() ? digits : digits + "." + fraction;
}

}  // namespace prosper::mappings
