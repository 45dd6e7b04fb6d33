// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/text_encoding.hpp"

#include <array>

#include "store/rdf/utf8.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view byte_blanks = " \t\r\n\v\f";
constexpr std::string_view no_break_space = "\xC2\xA0";

/// Windows-1252 0x80–0x9F; 0: not assigned, kept as the C1 control of ISO-8859-1.
constexpr std::array<char32_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::string_view trim_blanks(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && byte_blanks.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    while (!text.empty() && byte_blanks.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
    if (text.size() == before) return text;
  }
}

std::string windows_1252_to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    char32_t code_point = value;
    if (value >= 0x80 && value < 0xA0 && upper_controls[value - 0x80U] != 0)
      code_point = upper_controls[value - 0x80U];
    rdf::append_utf8(out, code_point);
  }
  return out;
}

std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool big_endian) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    big_endian = bytes.front() == '\xFE';
    bytes.remove_prefix(2);
  }
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit_at = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t code_point = unit_at(i);
    if (code_point >= 0xDC00 && code_point < 0xE000) return std::nullopt;
    if (code_point >= 0xD800 && code_point < 0xDC00) {
      i += 2;
      if (i >= bytes.size()) return std::nullopt;
      const char32_t low = unit_at(i);
      if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
    }
    rdf::append_utf8(out, code_point);
  }
  return out;
}

bool has_utf8_sequence(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length != 0 && i + length <= bytes.size() &&
        !rdf::find_invalid_utf8(bytes.substr(i, length)))
      return true;
  }
  return false;
}

std::string utf8_problem(std::string_view bytes) {
  if (const auto offset = rdf::find_invalid_utf8(bytes))
    return "invalid UTF-8 at byte " + std::to_string(*offset + 1) + " of the row";
  const auto nul = bytes.find('\0');
  if (nul != std::string_view::npos)
    return "a NUL character at byte " + std::to_string(nul + 1) + " of the row";
  return {};
}

}  // namespace prosper::mappings
