// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace prosper::rdf {

/// What a byte of well-formed UTF-8 may stand in (RDF 1.1 Turtle §6.5), one bit each. Bytes of
/// characters beyond ASCII count as allowed in IRIs and strings only.
enum CharacterClass : std::uint8_t {
  IriCharacter = 1,           ///< IRIREF [18], without escapes
  StringCharacter = 2,        ///< STRING_LITERAL_QUOTE [22], without escapes
  SingleStringCharacter = 4,  ///< STRING_LITERAL_SINGLE_QUOTE [23], without escapes
  LongStringCharacter = 8,    ///< STRING_LITERAL_LONG_QUOTE [25], without escapes and quotes
  LongSingleCharacter = 16,   ///< STRING_LITERAL_LONG_SINGLE_QUOTE [24], the same
  NameCharacter = 32,         ///< PN_CHARS [166s] or '.', of ASCII
  LocalCharacter = 64,        ///< the same or ':'
  Digit = 128
};

namespace detail {

constexpr std::uint8_t classes_of(std::size_t byte) {
  const char c = static_cast<char>(byte);
  const bool is_digit = c >= '0' && c <= '9';
  const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit || c == '_' ||
                       c == '-' || c == '.';
  const bool is_iri = byte > 0x20 && c != '<' && c != '>' && c != '"' && c != '{' && c != '}' &&
                      c != '|' && c != '^' && c != '`' && c != '\\';
  const bool is_line = c != '\n' && c != '\r';
  unsigned classes = 0;
  if (is_iri) classes |= IriCharacter;
  if (is_line && c != '\\' && c != '"') classes |= StringCharacter;
  if (is_line && c != '\\' && c != '\'') classes |= SingleStringCharacter;
  if (c != '\\' && c != '"') classes |= LongStringCharacter;
  if (c != '\\' && c != '\'') classes |= LongSingleCharacter;
  if (is_name) classes |= NameCharacter;
  if (is_name || c == ':') classes |= LocalCharacter;
  if (is_digit) classes |= Digit;
  return static_cast<std::uint8_t>(classes);
}

constexpr std::array<std::uint8_t, 256> make_character_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) classes[byte] = classes_of(byte);
  return classes;
}

inline constexpr std::array<std::uint8_t, 256> character_classes = make_character_classes();

}  // namespace detail

inline bool is_of(CharacterClass wanted, char c) {
  return (detail::character_classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

inline const char* skip_class(CharacterClass wanted, const char* at, const char* end) {
  while (at != end && is_of(wanted, *at)) ++at;
  return at;
}

/// -1 for none.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace prosper::rdf
