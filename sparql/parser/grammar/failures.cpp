// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/failures.hpp"

#include <algorithm>
#include <string_view>

#include "sparql/parser/grammar/code_point_class.hpp"
#include "sparql/parser/grammar/meant_words.hpp"
#include "sparql/parser/grammar/terminals.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql::grammar {
namespace {

constexpr std::size_t longest_quote = 40;  // code points

std::string quote(std::string_view text) {
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size() && count < longest_quote; ++count) {
    rdf::next_code_point(text, offset);
  }
  const bool is_cut = offset < text.size();
  return "'" + std::string(text.substr(0, offset)) + (is_cut ? "…'" : "'");
}

/// Why no string begins at the quote that `text` starts with.
std::string describe_broken_string(std::string_view text) {
  const bool is_long = text.size() >= 3 && text[1] == text[0] && text[2] == text[0];
  const std::string_view stops = is_long ? "\\" : "\\\n\r";
  for (std::size_t i = text.find_first_of(stops); i < text.size() && text[i] == '\\';
       i = text.find_first_of(stops, i + 2)) {
    std::size_t end = i + 1;
    if (end == text.size()) break;
    if (is_escaped_string_character(rdf::next_code_point(text, end))) continue;
    return ", the start of a string with the unknown escape " + quote(text.substr(i, end - i));
  }
  return ", the start of a string that is never closed";
}

std::string describe_character(std::string_view text) {
  std::size_t length = 0;
  const char32_t character = rdf::next_code_point(text, length);
  const std::string quoted = quote(text.substr(0, length));
  if (character == '"' || character == '\'') return quoted + describe_broken_string(text);
  const bool looks_like_iri =
      character == '<' && text.size() > 1 && is_ascii_letter(static_cast<unsigned char>(text[1]));
  return looks_like_iri ? quoted + ", which starts no valid IRI" : quoted;
}

/// "; did you mean …?" for a word that is nearly one of those expected.
std::string hint(const char* place, const char* end,
                 const std::vector<std::string_view>& expected) {
  const char* token_end = place;
  if (!scan_word(token_end, end)) return {};
  const std::string_view word(place, static_cast<std::size_t>(token_end - place));
  const auto meant = find_meant_word(word, expected);
  return meant ? "; did you mean " + std::string(*meant) + "?" : std::string();
}

/// The token at `place` in words.
std::string describe_found(const char* place, const char* end, const std::string& kind) {
  if (place == end) return "the end of the " + kind;
  const char* token_end = place;
  const auto token = [&] { return quote({place, static_cast<std::size_t>(token_end - place)}); };
  if (scan_iri_ref(token_end, end)) return "the IRI " + token();
  if (scan_variable(token_end, end)) return "the variable " + token();
  if (scan_string(token_end, end)) return "the string " + token();
  for (const Scan scan : {scan_prefixed_name, scan_blank_node_label, scan_number, scan_word}) {
    if (scan(token_end, end)) return token();
  }
  return describe_character({place, static_cast<std::size_t>(end - place)});
}

}  // namespace

std::string Failures::message(const char* end, const std::string& kind) const {
  std::vector<std::string_view> names;
  for (const char* const name : expected_) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }
  std::string text = "expected ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text + ", found " + describe_found(farthest_, end, kind) + hint(farthest_, end, names);
}

}  // namespace prosper::sparql::grammar
