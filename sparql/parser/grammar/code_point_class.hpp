// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <cstddef>
#include <string_view>

#include "store/rdf/utf8.hpp"

namespace prosper::sparql::grammar {

/// One code point of a class, [164]–[173]; no attribute, no skipping.
struct CodePointClass : boost::spirit::x3::parser<CodePointClass> {
  using attribute_type = boost::spirit::x3::unused_type;
  static constexpr bool has_attribute = false;
  using Contains = bool (*)(char32_t);

  explicit constexpr CodePointClass(Contains contains_code_point) : contains(contains_code_point) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(const char*& first, const char* const& last, const Context&, RuleContext&,
             Attribute&) const {
    if (first == last) return false;
    std::size_t length = 0;
    const auto size = static_cast<std::size_t>(last - first);
    if (!contains(rdf::next_code_point({first, size}, length))) return false;
    first += length;
    return true;
  }

  Contains contains;
};

constexpr bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_ascii_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

constexpr bool is_pn_chars_base(char32_t c) {  // [164]
  if (c < 0x80) return is_ascii_letter(c);
  return (c >= 0xC0 && c <= 0xD6) || (c >= 0xD8 && c <= 0xF6) || (c >= 0xF8 && c <= 0x2FF) ||
         (c >= 0x370 && c <= 0x37D) || (c >= 0x37F && c <= 0x1FFF) ||
         (c >= 0x200C && c <= 0x200D) || (c >= 0x2070 && c <= 0x218F) ||
         (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
         (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}

constexpr bool is_pn_chars_u(char32_t c) {
  return c == '_' || is_pn_chars_base(c);
}  // [165]

constexpr bool is_pn_chars_u_or_digit(char32_t c) {
  return is_pn_chars_u(c) || is_ascii_digit(c);
}

constexpr bool is_variable_character(char32_t c) {  // [166], behind the first
  return is_pn_chars_u_or_digit(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x203F && c <= 0x2040);
}

constexpr bool is_pn_chars(char32_t c) {
  return c == '-' || is_variable_character(c);
}  // [167]

constexpr bool is_iri_character(char32_t c) {  // [139]
  return c > 0x20 && std::u32string_view(U"<>\"{}|^`\\").find(c) == std::u32string_view::npos;
}

constexpr bool is_escaped_local_character(char32_t c) {  // [173]
  return std::u32string_view(U"_~.-!$&'()*+,;=/?#@%").find(c) != std::u32string_view::npos;
}

constexpr bool is_escaped_string_character(char32_t c) {  // [160]
  return std::u32string_view(U"tbnrf\\\"'").find(c) != std::u32string_view::npos;
}

}  // namespace prosper::sparql::grammar
