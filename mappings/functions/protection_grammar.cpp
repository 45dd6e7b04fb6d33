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

/// A whole year, or one day; nothing for other texts.
bool read_date(const std::string& text, Protection& protection) {
  static const std::regex day(R"((\d{4})[/.-](\d{2})[/.-](\d{2}))");
  static const std::regex year(R"(\d{4})");
  std::smatch match;
  if (std::regex_match(text, match, day)) {
    protection.first = {std::stoi(match[1]), std::stoi(match[2]), std::stoi(match[3])};
    protection.last = protection.first;
    return is_valid(protection.first);
  }
  if (!std::regex_match(text, year)) return false;
  protection.first = first_day(std::stoi(text));
  protection.last = last_day(std::stoi(text));
  return true;
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
    const std::size_t colon = item.find(':');
    if (colon == std::string::npos) return std::nullopt;
    Protection protection;
    protection.text = item;
    if (!read_date(std::string(trim(std::string_view(item).substr(0, colon))), protection))
      return std::nullopt;
    std::string_view kind = trim(std::string_view(item).substr(colon + 1));
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
