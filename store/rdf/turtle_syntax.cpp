// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/turtle_syntax.hpp"

#include <algorithm>

#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range name_start_ranges[] = {
    {'A', 'Z'},       {'a', 'z'},       {0x00C0, 0x00D6}, {0x00D8, 0x00F6},   {0x00F8, 0x02FF},
    {0x0370, 0x037D}, {0x037F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F},   {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
};

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hex(char c) {
  return is_digit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'f') ||
         (c >= 'A' && c <= 'F');
}

std::size_t skip_digits(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_digit(static_cast<unsigned char>(text[offset]))) ++offset;
  return offset;
}

std::size_t skip_sign(std::string_view text, std::size_t offset) {
  return offset < text.size() && (text[offset] == '+' || text[offset] == '-') ? offset + 1 : offset;
}

bool is_integer(std::string_view text) {
  const std::size_t start = skip_sign(text, 0);
  return start < text.size() && skip_digits(text, start) == text.size();
}

/// [+-]? [0-9]* '.' [0-9]+
bool is_decimal(std::string_view text) {
  const std::size_t dot = skip_digits(text, skip_sign(text, 0));
  return dot + 1 < text.size() && text[dot] == '.' && skip_digits(text, dot + 1) == text.size();
}

/// [+-]? ([0-9]+ '.' [0-9]* | '.' [0-9]+ | [0-9]+) [eE] [+-]? [0-9]+
bool is_double(std::string_view text) {
  const std::size_t start = skip_sign(text, 0);
  std::size_t end = skip_digits(text, start);
  std::size_t digits = end - start;
  if (end < text.size() && text[end] == '.') {
    const std::size_t fraction = end + 1;
    end = skip_digits(text, fraction);
    digits += end - fraction;
  }
  if (digits == 0 || end == text.size() || (text[end] != 'e' && text[end] != 'E')) return false;
  const std::size_t exponent = skip_sign(text, end + 1);
  return exponent < text.size() && skip_digits(text, exponent) == text.size();
}

/// (PN_CHARS | extra)* where the last one is not "."; escapes %hh only if allowed.
bool is_name_tail(std::string_view text, bool local) {
  if (text.ends_with('.')) return false;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_name_character(c) || c == '.' || (local && c == ':')) continue;
    if (!local || c != '%' || text.size() - start < 3) return false;
    if (!is_hex(text[start + 1]) || !is_hex(text[start + 2])) return false;
    offset = start + 3;
  }
  return true;
}

}  // namespace

bool is_name_start(char32_t c) {
  return std::any_of(std::begin(name_start_ranges), std::end(name_start_ranges),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_name_character(char32_t c) {
  return is_name_start(c) || is_digit(c) || c == '_' || c == '-' || c == 0xB7 ||
         (c >= 0x0300 && c <= 0x036F) || c == 0x203F || c == 0x2040;
}

bool has_turtle_shorthand(const Literal& literal) {
  const std::string_view text = literal.lexical_form;
  if (literal.datatype == vocabularies::xsd::integer) return is_integer(text);
  if (literal.datatype == vocabularies::xsd::decimal) return is_decimal(text);
  if (literal.datatype == vocabularies::xsd::double_) return is_double(text);
  if (literal.datatype == vocabularies::xsd::boolean) return text == "true" || text == "false";
  return false;
}

bool is_blank_node_label(std::string_view text) {
  if (text.empty()) return false;
  std::size_t offset = 0;
  const char32_t first = next_code_point(text, offset);
  return (is_name_start(first) || first == '_' || is_digit(first)) &&
         is_name_tail(text.substr(offset), false);
}

bool is_prefix_name(std::string_view text) {
  if (text.empty()) return true;
  std::size_t offset = 0;
  return is_name_start(next_code_point(text, offset)) && is_name_tail(text.substr(offset), false);
}

bool is_plain_local_name(std::string_view text) {
  if (text.empty()) return true;
  std::size_t offset = 0;
  const char32_t first = next_code_point(text, offset);
  if (first == '%') return is_name_tail(text, true);
  return (is_name_start(first) || first == '_' || first == ':' || is_digit(first)) &&
         is_name_tail(text.substr(offset), true);
}

bool is_language_tag(std::string_view text) {
  std::size_t part = 0;
  std::size_t offset = 0;
  for (const char c : text) {
    if (c == '-') {
      if (offset == 0) return false;
      ++part;
      offset = 0;
    } else if (is_letter(c) || (part != 0 && is_digit(static_cast<unsigned char>(c)))) {
      ++offset;
    } else {
      return false;
    }
  }
  return offset != 0;
}

}  // namespace prosper::rdf
