// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/failures.hpp"

#include <algorithm>
#include <string_view>

#include "sparql/parser/grammar/terminals.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql::grammar {
namespace {

constexpr std::size_t longest_quote = 40;  // code points

std::string quote(const char* begin, const char* end) {
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size() && count < longest_quote; ++count) {
    rdf::next_code_point(text, offset);
  }
  std::string quoted = "'" + std::string(text.substr(0, offset));
  return quoted + (offset < text.size() ? "…'" : "'");
}

std::string describe_character(const char* place, const char* end) {
  const std::string_view text(place, static_cast<std::size_t>(end - place));
  std::size_t length = 0;
  rdf::next_code_point(text, length);
  const std::string character = "'" + std::string(text.substr(0, length)) + "'";
  switch (text.front()) {
    case '"':
    case '\'':
      return character + ", the start of a string that is never closed or has a bad escape";
    case '<':
      return character + ", which starts no IRI";
    default:
      return character;
  }
}

/// The token at `place` in words.
std::string describe_found(const char* place, const char* end, const std::string& kind) {
  if (place == end) return "the end of the " + kind;
  const char* token_end = place;
  if (scan_iri_ref(token_end, end)) return "the IRI " + quote(place, token_end);
  if (scan_variable(token_end, end)) return "the variable " + quote(place, token_end);
  if (scan_string(token_end, end)) return "the string " + quote(place, token_end);
  for (const auto& scan : {scan_prefixed_name, scan_blank_node_label, scan_number, scan_word}) {
    if (scan(token_end, end)) return quote(place, token_end);
  }
  return describe_character(place, end);
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
  return text + ", found " + describe_found(farthest_, end, kind);
}

}  // namespace prosper::sparql::grammar
