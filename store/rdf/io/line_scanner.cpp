// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/line_scanner.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

enum CharacterClass : std::uint8_t { IriCharacter = 1, StringCharacter = 2, LabelCharacter = 4 };

constexpr bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool is_iri_stop = i <= 0x20 || c == '<' || c == '>' || c == '"' || c == '{' ||
                             c == '}' || c == '|' || c == '^' || c == '`' || c == '\\';
    const bool is_string_stop = c == '"' || c == '\\' || c == '\n' || c == '\r';
    // ':' may not stand in a label, but belongs to what its error shows.
    const bool is_label =
        is_letter_or_digit(c) || c == '_' || c == '-' || c == '.' || c == ':' || i >= 0x80;
    classes[i] = static_cast<std::uint8_t>((is_iri_stop ? 0U : unsigned{IriCharacter}) |
                                           (is_string_stop ? 0U : unsigned{StringCharacter}) |
                                           (is_label ? unsigned{LabelCharacter} : 0U));
  }
  return classes;
}

constexpr std::array<std::uint8_t, 256> classes = make_classes();

bool is_of(CharacterClass wanted, char c) {
  return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

const char* skip_class(CharacterClass wanted, const char* at, const char* end) {
  while (at != end && is_of(wanted, *at)) ++at;
  return at;
}

std::string_view between(const char* start, const char* end) {
  return {start, static_cast<std::size_t>(end - start)};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// ECHAR [153s]; 0 for none.
char escaped_character(char c) {
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view meanings = "\t\b\n\r\f\"'\\";
  const std::size_t place = letters.find(c);
  return place == letters.npos ? '\0' : meanings[place];
}

void require_absolute(std::string_view iri, const char* at) {
  if (is_absolute_iri(iri)) return;
  throw LineFault{at, "relative IRI <" + std::string(iri) + ">, expected an absolute one"};
}

}  // namespace

void LineScanner::skip_to_line_end() {
  while (!is_at_line_end()) ++at_;
}

void LineScanner::fail_expecting(std::string_view what) const {
  std::string found = "the end of the line";
  if (!is_at_line_end()) {
    const std::string_view rest = between(at_, end_);
    std::size_t length = 0;
    next_code_point(rest, length);
    found = "'" + std::string(rest.substr(0, length)) + "'";
  }
  throw LineFault{at_, "expected " + std::string(what) + ", found " + found};
}

std::string_view LineScanner::iri(std::string& unescaped) {
  const char* const start = at_ + 1;
  at_ = skip_class(IriCharacter, start, end_);
  if (!is_at('>')) return escaped_iri(start, unescaped);
  const std::string_view text = between(start, at_);
  require_absolute(text, start);
  ++at_;
  return text;
}

std::string_view LineScanner::escaped_iri(const char* start, std::string& unescaped) {
  unescaped.assign(start, at_);
  while (!is_at('>')) {
    if (!is_at('\\')) fail_expecting("'>' or a character that may stand in an IRI");
    append_escape(unescaped, false);
    const char* const plain = at_;
    at_ = skip_class(IriCharacter, at_, end_);
    unescaped.append(plain, at_);
  }
  if (!has_only_iri_characters(unescaped)) {
    throw LineFault{start, "escape for a character that is not allowed in an IRI"};
  }
  require_absolute(unescaped, start);
  ++at_;
  return unescaped;
}

std::string_view LineScanner::label() {
  const char* const start = at_ + 2;
  if (!is_at("_:")) fail_expecting("'_:' and a blank node label");
  at_ = skip_class(LabelCharacter, start, end_);
  while (at_ != start && at_[-1] == '.') --at_;
  const std::string_view text = between(start, at_);
  if (!is_blank_node_label(text)) {
    throw LineFault{start, "malformed blank node label '_:" + std::string(text) + "'"};
  }
  return text;
}

std::string_view LineScanner::string(std::string& unescaped) {
  const char* const start = at_ + 1;
  at_ = skip_class(StringCharacter, start, end_);
  if (!is_at('"')) return escaped_string(start, unescaped);
  ++at_;
  return between(start, at_ - 1);
}

std::string_view LineScanner::escaped_string(const char* start, std::string& unescaped) {
  unescaped.assign(start, at_);
  while (!is_at('"')) {
    if (is_at_line_end()) fail_expecting("'\"' at the end of the string");
    append_escape(unescaped, true);
    const char* const plain = at_;
    at_ = skip_class(StringCharacter, at_, end_);
    unescaped.append(plain, at_);
  }
  ++at_;
  return unescaped;
}

void LineScanner::append_escape(std::string& out, bool in_string) {
  const char* const backslash = at_++;
  const char kind = at_ == end_ ? '\0' : *at_;
  if (kind == 'u' || kind == 'U') {
    ++at_;
    append_code_point(out, kind == 'u' ? 4 : 8);
    return;
  }
  const char meaning = in_string ? escaped_character(kind) : '\0';
  if (meaning == '\0') {
    throw LineFault{backslash, in_string ? "unknown escape, expected one of \\t \\b \\n \\r \\f "
                                           "\\\" \\' \\\\ \\uXXXX \\UXXXXXXXX"
                                         : "unknown escape, expected \\uXXXX or \\UXXXXXXXX"};
  }
  out += meaning;
  ++at_;
}

void LineScanner::append_code_point(std::string& out, std::size_t digits) {
  const char* const backslash = at_ - 2;
  std::uint32_t code_point = 0;
  for (std::size_t i = 0; i < digits; ++i, ++at_) {
    const int value = at_ == end_ ? -1 : hex_value(*at_);
    if (value < 0) fail_expecting(std::to_string(digits) + " hexadecimal digits");
    code_point = (code_point << 4U) | static_cast<std::uint32_t>(value);
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    throw LineFault{backslash, code_point > 0x10FFFF
                                   ? "escape beyond U+10FFFF"
                                   : "escape for a surrogate, expected a character"};
  }
  append_utf8(out, code_point);
}

std::string_view LineScanner::language() {
  const char* const start = at_ + 1;
  at_ = start;
  while (at_ != end_ && (is_letter_or_digit(*at_) || *at_ == '-')) ++at_;
  const std::string_view tag = between(start, at_);
  if (!is_language_tag(tag)) {
    throw LineFault{start, "malformed language tag '" + std::string(tag) + "'"};
  }
  return tag;
}

}  // namespace prosper::rdf
