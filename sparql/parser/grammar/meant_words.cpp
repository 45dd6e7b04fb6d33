// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/meant_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "sparql/parser/built_in_functions.hpp"
#include "store/rdf/nearest_word.hpp"

namespace prosper::sparql::grammar {
namespace {

using Words = std::vector<std::string_view>;

/// The names other languages have for functions of ours.
constexpr auto other_names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"LENGTH", "STRLEN"},
    {"LEN", "STRLEN"},
    {"SUBSTRING", "SUBSTR"},
    {"UPPER", "UCASE"},
    {"LOWER", "LCASE"},
    {"TOUPPER", "UCASE"},
    {"TOLOWER", "LCASE"},
    {"STARTSWITH", "STRSTARTS"},
    {"ENDSWITH", "STRENDS"},
    {"CEILING", "CEIL"},
    {"AVERAGE", "AVG"},
    {"MEAN", "AVG"},
    {"TOTAL", "SUM"},
    {"IFNULL", "COALESCE"},
    {"NVL", "COALESCE"},
    {"MATCHES", "REGEX"},
    {"STRING", "STR"},
    {"LANGUAGE", "LANG"},
    {"TYPE", "DATATYPE"},
    {"INSTR", "CONTAINS"},
    {"STRING_AGG", "GROUP_CONCAT"},
    {"LISTAGG", "GROUP_CONCAT"},
    {"HOUR", "HOURS"},
    {"MINUTE", "MINUTES"},
    {"SECOND", "SECONDS"},
});

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The words in capitals of "a graph pattern (FILTER, OPTIONAL, '{' …)", but for IRI.
void add_keywords(std::string_view expected, Words& words) {
  const auto is_capital = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; };
  for (auto first = std::find_if(expected.begin(), expected.end(), is_capital);
       first != expected.end();) {
    const auto end = std::find_if_not(first, expected.end(), is_capital);
    const std::string_view word(first, end);
    if (word.size() > 1 && word != "IRI") words.push_back(word);
    first = std::find_if(end, expected.end(), is_capital);
  }
}

void add_functions(Words& words) {
  for (const BuiltInFunction& function : built_in_functions) words.push_back(function.name);
  for (const std::string_view word :
       {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "EXISTS", "NOT"}) {
    words.push_back(word);
  }
}

bool is_function_expected(std::string_view expected) {
  return has(expected, "function") || has(expected, "an expression");
}

void add_candidates(std::string_view expected, Words& words) {
  add_keywords(expected, words);
  if (is_function_expected(expected)) add_functions(words);
  if (has(expected, "a graph pattern")) {
    words.insert(words.end(), {"MINUS", "GRAPH", "SERVICE", "BIND", "VALUES"});
  }
  if (has(expected, "an update operation")) {
    words.insert(words.end(), {"DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"});
  }
  if (has(expected, "an operator")) words.insert(words.end(), {"IN", "NOT", "AS"});
}

}  // namespace

std::optional<std::string_view> find_meant_word(std::string_view word,
                                                std::span<const std::string_view> expected) {
  Words words;
  for (const std::string_view name : expected) add_candidates(name, words);
  if (std::any_of(expected.begin(), expected.end(), is_function_expected)) {
    for (const auto& [other, ours] : other_names) {
      if (rdf::edit_distance(word, other, 0) == 0) return ours;
    }
  }
  const auto meant = rdf::nearest_word(word, words);
  const bool is_misspelt = meant && rdf::edit_distance(word, *meant, 0) != 0;
  return is_misspelt ? meant : std::nullopt;
}

}  // namespace prosper::sparql::grammar
