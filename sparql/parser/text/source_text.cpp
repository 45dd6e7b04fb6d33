// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/text/source_text.hpp"

#include <algorithm>
#include <optional>

#include "store/rdf/utf8.hpp"

namespace prosper::sparql {
namespace {

std::optional<unsigned> hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

/// The code point of the escape at `offset`, a backslash; nothing when no escape stands there.
std::optional<char32_t> escaped_code_point(std::string_view text, std::size_t offset,
                                           std::size_t& length) {
  if (offset + 1 >= text.size()) return std::nullopt;
  const char letter = text[offset + 1];
  if (letter != 'u' && letter != 'U') return std::nullopt;
  const std::size_t digits = letter == 'u' ? 4 : 8;
  if (text.size() - offset - 2 < digits) return std::nullopt;
  char32_t code_point = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const auto digit = hexadecimal_digit(text[offset + 2 + i]);
    if (!digit) return std::nullopt;
    code_point = code_point << 4U | *digit;
  }
  length = digits + 2;
  return code_point;
}

bool is_character(char32_t code_point) {
  return code_point != 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

/// Cuts the middle out of a message that quotes a name as long as the request.
void shorten(std::string& message) {
  constexpr std::size_t longest = 1000;
  constexpr std::size_t kept = 400;
  if (message.size() <= longest) return;
  const auto continues = [&](std::size_t place) {
    return (static_cast<unsigned char>(message[place]) & 0xC0U) == 0x80U;
  };
  std::size_t first = kept;
  while (continues(first)) --first;
  std::size_t last = message.size() - kept;
  while (continues(last)) ++last;
  message.replace(first, last - first, "…");
}

}  // namespace

SourceText::SourceText(std::string kind, std::string_view original, std::size_t maximum_bytes)
    : kind_(std::move(kind)), original_(original), text_(original) {
  if (original.size() > maximum_bytes) {
    throw rdf::SyntaxError(kind_, 0, 0,
                           "the " + kind_ + " has " + std::to_string(original.size()) +
                               " bytes, more than the limit of " + std::to_string(maximum_bytes));
  }
  const auto invalid = rdf::find_invalid_utf8(original.substr(0, original.find('\0')));
  if (invalid) throw error_at(*invalid, "found a byte that is not UTF-8");
  if (const auto nul = original.find('\0'); nul != std::string_view::npos) {
    throw error_at(nul, "found the character U+0000, which is not allowed");
  }
  if (const auto backslash = original.find('\\'); backslash != std::string_view::npos) {
    replace_escapes(backslash);
  }
}

void SourceText::replace_escapes(std::size_t first) {
  std::size_t copied = 0;
  for (std::size_t i = first; i < original_.size(); i = original_.find('\\', i)) {
    std::size_t length = 2;  // "\\u0041" is an escaped backslash, then letters
    if (const auto code_point = escaped_code_point(original_, i, length)) {
      if (!is_character(*code_point)) {
        throw error_at(i, "found '" + std::string(original_.substr(i, length)) +
                              "', which stands for no character");
      }
      replaced_.append(original_.substr(copied, i - copied));
      rdf::append_utf8(replaced_, *code_point);
      copied = i + length;
      anchors_.emplace_back(replaced_.size(), copied);
    }
    i += length;
  }
  if (anchors_.empty()) return;
  replaced_.append(original_.substr(copied));
  text_ = replaced_;
}

std::size_t SourceText::original_offset(const char* place) const {
  const auto offset = static_cast<std::size_t>(place - text_.data());
  const auto after =
      std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                       [](std::size_t value, const auto& anchor) { return value < anchor.first; });
  if (after == anchors_.begin()) return offset;
  const auto& anchor = *std::prev(after);
  return anchor.second + (offset - anchor.first);
}

rdf::SyntaxError SourceText::error(const char* place, std::string message) const {
  return error_at(original_offset(place), std::move(message));
}

rdf::SyntaxError SourceText::error_at(std::size_t original_offset, std::string message) const {
  shorten(message);
  const std::string_view before = original_.substr(0, original_offset);
  std::size_t line = 1;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool ends_line =
        before[i] == '\n' ||
        (before[i] == '\r' && (i + 1 == original_.size() || original_[i + 1] != '\n'));
    if (!ends_line) continue;
    ++line;
    line_begin = i + 1;
  }
  const std::size_t column = rdf::count_code_points(before.substr(line_begin)) + 1;
  return {kind_, line, column, std::move(message)};
}

}  // namespace prosper::sparql
