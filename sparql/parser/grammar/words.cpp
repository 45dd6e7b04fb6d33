// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sparql/parser/built_in_functions.hpp"
#include "sparql/parser/grammar/terminals.hpp"

namespace prosper::sparql::grammar {
namespace {

bool is_word_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The word at `first` in upper case; empty when a prefixed name starts there (`filter:x` is one,
/// by the longest match) or none.
std::string upper_word(const char* first, const char* last) {
  const char* end = first;
  while (end != last && is_word_character(*end)) ++end;
  if (end == first) return {};
  const bool may_go_on = end != last && (*end == ':' || *end == '-' || *end == '.' ||
                                         static_cast<unsigned char>(*end) >= 0x80);
  const char* name_end = first;
  if (may_go_on && scan_prefix(name_end, last)) return {};
  if (end != last && static_cast<unsigned char>(*end) >= 0x80) return {};
  std::string word(first, end);
  std::transform(word.begin(), word.end(), word.begin(), upper);
  return word;
}

template <std::size_t count>
bool scan_one_of(const char*& first, const char* last,
                 const std::array<std::string_view, count>& words) {
  const std::string word = upper_word(first, last);
  if (std::find(words.begin(), words.end(), word) == words.end()) return false;
  first += word.size();
  return true;
}

/// Two characters with nothing but blanks between them.
bool scan_pair(const char*& first, const char* last, char open, char close) {
  if (first == last || *first != open) return false;
  const char* end = first + 1;
  skip_blanks(end, last);
  if (end == last || *end != close) return false;
  first = end + 1;
  return true;
}

}  // namespace

void skip_blanks(const char*& first, const char* last) {
  for (; first != last; ++first) {
    if (*first == '#') {
      while (first != last && *first != '\n' && *first != '\r') ++first;
      if (first == last) return;
    }
    if (*first != ' ' && *first != '\t' && *first != '\n' && *first != '\r') return;
  }
}

bool scan_anon(const char*& first, const char* last) {
  return scan_pair(first, last, '[', ']');
}

bool scan_nil(const char*& first, const char* last) {
  return scan_pair(first, last, '(', ')');
}

bool scan_keyword(const char*& first, const char* last, const char* word) {
  const char* i = first;
  for (const char* expected = word; *expected != '\0'; ++expected, ++i) {
    if (i == last || upper(*i) != *expected) return false;
  }
  if (i != last && is_word_character(*i)) return false;
  if (upper_word(first, last).empty()) return false;
  first = i;
  return true;
}

bool scan_word(const char*& first, const char* last) {
  const char* const begin = first;
  while (first != last && is_word_character(*first)) ++first;
  return first != begin;
}

bool scan_type_keyword(const char*& first, const char* last) {
  return first != last && *first == 'a' && scan_keyword(first, last, "A");
}

bool scan_boolean(const char*& first, const char* last) {
  return scan_keyword(first, last, "TRUE") || scan_keyword(first, last, "FALSE");
}

bool scan_built_in_name(const char*& first, const char* last) {
  const std::string word = upper_word(first, last);
  if (find_built_in_function(word) == nullptr) return false;
  first += word.size();
  return true;
}

bool scan_count(const char*& first, const char* last) {
  return scan_keyword(first, last, "COUNT");
}

bool scan_plain_aggregate(const char*& first, const char* last) {
  return scan_one_of(first, last,
                     std::to_array<std::string_view>({"SUM", "MIN", "MAX", "AVG", "SAMPLE"}));
}

bool scan_group_concat(const char*& first, const char* last) {
  return scan_keyword(first, last, "GROUP_CONCAT");
}

}  // namespace prosper::sparql::grammar
