// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/lexical.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "store/rdf/xsd/date_time.hpp"
#include "store/rdf/xsd/duration.hpp"
#include "store/rdf/xsd/numeric.hpp"

namespace prosper::rdf::xsd {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_base64_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/';
}

/// Removes the digits `text` starts with and counts them.
std::size_t take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count;
}

void take_sign(std::string_view& text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
}

/// Removes an unsigned decimal numeral; false when there is none.
bool take_decimal(std::string_view& text) {
  std::size_t digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  return digits > 0;
}

/// Integers of any length: those too long to hold decide their range by sign alone.
bool is_integer_of(std::string_view text, Datatype datatype) {
  if (!is_integer_lexical_form(text)) return false;
  const IntegerRange& range = range_of(datatype);
  if (const auto value = parse_integer(text)) return range.contains(*value);
  return text.starts_with('-') ? !range.minimum : !range.maximum;
}

/// XSD 1.1 §3.3.16.2: groups of four characters, single spaces allowed between characters.
bool is_base64(std::string_view text) {
  if (text.starts_with(' ') || text.ends_with(' ')) return false;
  if (text.find("  ") != std::string_view::npos) return false;
  std::string compact;
  std::remove_copy(text.begin(), text.end(), std::back_inserter(compact), ' ');
  if (compact.size() % 4 != 0) return false;
  std::string_view body = compact;
  std::size_t padding = 0;
  while (padding < 2 && body.ends_with('=')) {
    body.remove_suffix(1);
    ++padding;
  }
  if (!std::all_of(body.begin(), body.end(), is_base64_character)) return false;
  // The bits that padding cuts off must be zero.
  static constexpr std::string_view last_of_two = "AQgw";
  static constexpr std::string_view last_of_three = "AEIMQUYcgkosw048";
  if (padding == 2) return last_of_two.find(body.back()) != std::string_view::npos;
  return padding == 0 || last_of_three.find(body.back()) != std::string_view::npos;
}

bool is_hex(std::string_view text) {
  return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), is_hex_digit);
}

}  // namespace

bool is_integer_lexical_form(std::string_view text) {
  take_sign(text);
  return take_digits(text) > 0 && text.empty();
}

bool is_decimal_lexical_form(std::string_view text) {
  take_sign(text);
  return take_decimal(text) && text.empty();
}

bool is_real_lexical_form(std::string_view text) {
  if (text == "NaN") return true;
  take_sign(text);
  if (text == "INF") return true;
  if (!take_decimal(text)) return false;
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  return is_integer_lexical_form(text.substr(1));
}

std::optional<bool> parse_boolean(std::string_view lexical_form) {
  if (lexical_form == "true" || lexical_form == "1") return true;
  if (lexical_form == "false" || lexical_form == "0") return false;
  return std::nullopt;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

bool is_valid_lexical_form(std::string_view lexical_form, Datatype datatype) {
  if (is_integer_type(datatype)) return is_integer_of(lexical_form, datatype);
  if (is_date_time_type(datatype)) return is_date_time_lexical_form(lexical_form, datatype);
  if (is_duration_type(datatype)) return is_duration_lexical_form(lexical_form, datatype);
  switch (datatype) {
    case Datatype::Boolean:
      return parse_boolean(lexical_form).has_value();
    case Datatype::Decimal:
      return is_decimal_lexical_form(lexical_form);
    case Datatype::Float:
    case Datatype::Double:
      return is_real_lexical_form(lexical_form);
    case Datatype::HexBinary:
      return is_hex(lexical_form);
    case Datatype::Base64Binary:
      return is_base64(lexical_form);
    default:
      return true;  // xsd:string and xsd:anyURI: any characters
  }
}

}  // namespace prosper::rdf::xsd
