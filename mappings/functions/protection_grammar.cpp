// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/protection_grammar.hpp"

#include <algorithm>
#include <iterator>
#include <regex>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view kind_words[] = {"classe",   "inscrit",  "label", "site", "secteur",
                                           "instance", "declasse", "radie", "zone", "propose"};

/// "1997/08/25 : inscrit MH" without its date; the colon may be missing. Nothing without a date.
std::optional<std::string> read_date(const std::string& item, Protection& protection) {
  static const std::regex dated(R"((\d{4})(?:[/.-](\d{2})[/.-](\d{2}))?\s*(?::|\s)\s*(.*))");
  std::smatch match;
  if (!std::regex_match(item, match, dated)) return std::nullopt;
  const int year = std::stoi(match[1]);
  protection.first = first_day(year);
  protection.last = last_day(year);
  if (match[2].matched) {
    protection.first = {year, std::stoi(match[2]), std::stoi(match[3])};
    protection.last = protection.first;
    if (!is_valid(protection.first)) return std::nullopt;
  }
  return match[4].str();
}

}  // namespace

bool is_protection_kind(std::string_view phrase) {
  const std::string folded = fold(phrase);
  return std::any_of(std::begin(kind_words), std::end(kind_words),
                     [&folded](std::string_view word) { return folded.starts_with(word); });
}

std::optional<std::vector<Protection>> parse_protections(std::string_view text) {
  std::vector<Protection> protections;
  for (const std::string& item : split_outside_parentheses(text, ";")) {
    Protection protection;
    protection.text = item;
    const auto rest = read_date(item, protection);
    if (!rest) return std::nullopt;
    std::string_view kind = trim(*rest);
    constexpr std::string_view partially = "partiellement";
    if (kind.ends_with(partially)) {
      protection.partial = true;
      kind = trim(kind.substr(0, kind.size() - partially.size()));
    }
    if (!is_protection_kind(kind)) return std::nullopt;
    protection.kind = kind;
    protections.push_back(std::move(protection));
  }
  if (protections.empty()) return std::nullopt;
  return protections;
}

}  // namespace prosper::mappings
