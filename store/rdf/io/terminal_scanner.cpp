// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/terminal_scanner.hpp"

#include <cstdint>

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

/// ECHAR [159s]; 0 for none.
char escaped_character(char c) {
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view meanings = "\t\b\n\r\f\"'\\";
  const std::size_t place = letters.find(c);
  return place == letters.npos ? '\0' : meanings[place];
}

}  // namespace

void TerminalScanner::fail_expecting(std::string_view what) const {
  std::string found(end_name_);
  if (at_ != end_ && (*at_ == '\n' || *at_ == '\r')) {
    found = "the end of the line";
  } else if (at_ != end_) {
    const std::string_view rest = between(at_, end_);
    std::size_t length = 0;
    next_code_point(rest, length);
    found = "'" + std::string(rest.substr(0, length)) + "'";
  }
  throw TextFault{at_, "expected " + std::string(what) + ", found " + found};
}

std::string_view TerminalScanner::scan_iri(std::string& unescaped) {
  const char* const start = at_ + 1;
  at_ = skip_class(IriCharacter, start, end_);
  if (!is_at('>')) return scan_escaped_iri(start, unescaped);
  ++at_;
  return between(start, at_ - 1);
}

std::string_view TerminalScanner::scan_escaped_iri(const char* start, std::string& unescaped) {
  unescaped.assign(start, at_);
  while (!is_at('>')) {
    if (!is_at('\\')) fail_expecting("'>' or a character that may stand in an IRI");
    append_escape(unescaped, false);
    const char* const plain = at_;
    at_ = skip_class(IriCharacter, at_, end_);
    unescaped.append(plain, at_);
  }
  if (!has_only_iri_characters(unescaped)) {
    throw TextFault{start, "escape for a character that is not allowed in an IRI"};
  }
  ++at_;
  return unescaped;
}

std::string_view TerminalScanner::scan_string(CharacterClass plain, char quote,
                                              std::string& unescaped) {
  const char* const start = at_;
  at_ = skip_class(plain, start, end_);
  if (!is_at(quote)) return scan_escaped_string(plain, quote, start, unescaped);
  ++at_;
  return between(start, at_ - 1);
}

std::string_view TerminalScanner::scan_escaped_string(CharacterClass plain, char quote,
                                                      const char* start, std::string& unescaped) {
  unescaped.assign(start, at_);
  while (!is_at(quote)) {
    if (!is_at('\\')) fail_expecting(std::string("'") + quote + "' at the end of the string");
    append_escape(unescaped, true);
    const char* const text = at_;
    at_ = skip_class(plain, at_, end_);
    unescaped.append(text, at_);
  }
  ++at_;
  return unescaped;
}

void TerminalScanner::append_escape(std::string& out, bool in_string) {
  const char* const backslash = at_++;
  const char kind = at_ == end_ ? '\0' : *at_;
  if (kind == 'u' || kind == 'U') {
    ++at_;
    append_code_point(out, kind == 'u' ? 4 : 8);
    return;
  }
  const char meaning = in_string ? escaped_character(kind) : '\0';
  if (meaning == '\0') {
    throw TextFault{backslash, in_string ? "unknown escape, expected one of \\t \\b \\n \\r \\f "
                                           "\\\" \\' \\\\ \\uXXXX \\UXXXXXXXX"
                                         : "unknown escape, expected \\uXXXX or \\UXXXXXXXX"};
  }
  out += meaning;
  ++at_;
}

void TerminalScanner::append_code_point(std::string& out, std::size_t digits) {
  const char* const backslash = at_ - 2;
  std::uint32_t code_point = 0;
  for (std::size_t i = 0; i < digits; ++i, ++at_) {
    const int value = at_ == end_ ? -1 : hex_value(*at_);
    if (value < 0) fail_expecting(std::to_string(digits) + " hexadecimal digits");
    code_point = (code_point << 4U) | static_cast<std::uint32_t>(value);
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    throw TextFault{backslash, code_point > 0x10FFFF
                                   ? "escape beyond U+10FFFF"
                                   : "escape for a surrogate, expected a character"};
  }
  append_utf8(out, code_point);
}

const char* TerminalScanner::skip_name(CharacterClass ascii, const char* from) const {
  for (;;) {
    from = skip_class(ascii, from, end_);
    if (from == end_ || static_cast<unsigned char>(*from) < 0x80) return from;
    std::size_t length = 0;
    if (!is_name_character(next_code_point(between(from, end_), length))) return from;
    from += length;
  }
}

std::string_view TerminalScanner::scan_label() {
  const char* const start = at_ + 2;
  if (!is_at("_:")) fail_expecting("'_:' and a blank node label");
  at_ = skip_name(NameCharacter, start);
  looked_to_ = at_;
  while (at_ != start && at_[-1] == '.') --at_;
  const std::string_view text = between(start, at_);
  if (!is_blank_node_label(text)) {
    throw TextFault{start, "malformed blank node label '_:" + std::string(text) + "'"};
  }
  return text;
}

std::string_view TerminalScanner::scan_language() {
  const char* const start = at_ + 1;
  at_ = start;
  while (at_ != end_ && is_of(NameCharacter, *at_) && *at_ != '.' && *at_ != '_') ++at_;
  const std::string_view tag = between(start, at_);
  if (!is_language_tag(tag)) {
    throw TextFault{start, "malformed language tag '" + std::string(tag) + "'"};
  }
  return tag;
}

}  // namespace prosper::rdf
