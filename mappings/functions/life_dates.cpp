// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/life_dates.hpp"

#include <algorithm>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "19.." → any day of 1900 to 1999, "1..." → 1000 to 1999; "...." and "?" say nothing.
std::optional<LifeDate> parse_dotted_year(std::string_view text) {
  std::string_view digits = text;
  while (!digits.empty() && digits.back() == '?') digits.remove_suffix(1);
  const std::size_t known = std::min(digits.find('.'), digits.size());
  const std::string_view dots = digits.substr(known);
  const bool well_formed =
      known >= 1 && known <= 3 && dots.size() >= 4 - known &&
      dots.find_first_not_of('.') == std::string_view::npos &&
      std::all_of(digits.begin(), digits.begin() + static_cast<std::ptrdiff_t>(known), is_digit);
  if (!well_formed) return std::nullopt;
  int first = std::stoi(std::string(digits.substr(0, known)));
  int count = 1;
  for (std::size_t i = known; i < 4; ++i) {
    first *= 10;
    count *= 10;
  }
  LifeDate date{std::string(text), std::nullopt, {}};
  const Day begin = first_day(std::max(first, 1));
  const Day end = last_day(first + count - 1);
  date.span = {begin, end, begin, end, {}, {}};
  if (text.ends_with('?')) date.span.flags.add(DateFlag::Uncertain);
  return date;
}

bool is_life_character(char c) {
  return is_digit(c) || c == '.' || c == '?' || c == '-' || c == '/' || c == ' ';
}

}  // namespace

std::optional<LifeDate> parse_life_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text == "?") return std::nullopt;
  if (auto dotted = parse_dotted_year(text)) return dotted;
  const auto parts = parse_dated_parts(text);
  if (!parts || parts->size() != 1) return std::nullopt;
  LifeDate date{std::string(text), std::nullopt, parts->front().span};
  const TimeSpan& span = date.span;
  const bool exact = !span.flags.has(DateFlag::Circa) && span.begin_of_begin && span.end_of_end;
  if (exact && span.begin_of_begin->year == span.end_of_end->year)
    date.year = span.begin_of_begin->year;
  return date;
}

std::optional<LifeDates> parse_life_dates(std::string_view text) {
  std::string plain = norm(text);
  for (const std::string_view dash : {"\u2013", "\u2014"})
    if (const std::size_t at = plain.find(dash); at != std::string::npos)
      plain.replace(at, dash.size(), "-");
  const std::size_t dash = plain.find('-');
  if (dash == std::string::npos || plain.find('-', dash + 1) != std::string::npos)
    return std::nullopt;
  if (!std::all_of(plain.begin(), plain.end(), is_life_character)) return std::nullopt;
  const std::string_view whole = plain;
  return LifeDates{parse_life_date(whole.substr(0, dash)), parse_life_date(whole.substr(dash + 1))};
}

}  // namespace prosper::mappings
