// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/text_escapes.hpp"

#include <cstddef>

#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

void append_control_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(c);
  out += "\\u00";
  out += digits[value >> 4U];
  out += digits[value & 0xFU];
}

void append_xml(std::string& out, std::string_view text, bool is_attribute) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += is_attribute ? "&quot;" : "\"";
        break;
      case '\r':
        out += "&#xD;";
        break;
      case '\n':
        out += is_attribute ? "&#xA;" : "\n";
        break;
      case '\t':
        out += is_attribute ? "&#x9;" : "\t";
        break;
      default:
        out += is_xml_character(c) ? text.substr(start, offset - start) : "\xEF\xBF\xBD";
    }
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          append_control_escape(out, c);
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

std::optional<char32_t> find_non_xml_character(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const char32_t c = next_code_point(text, offset);
    if (!is_xml_character(c)) return c;
  }
  return std::nullopt;
}

void append_xml_content(std::string& out, std::string_view text) {
  append_xml(out, text, false);
}

void append_xml_attribute(std::string& out, std::string_view text) {
  append_xml(out, text, true);
}

}  // namespace prosper::rdf
