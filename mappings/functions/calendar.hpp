// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace prosper::mappings {

/// A day of the proleptic Gregorian calendar, years numbered astronomically (1 BC is 0). Wider than
/// std::chrono::year: prehistory lies beyond its 32767 years.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;

  friend auto operator<=>(const Day&, const Day&) = default;
};

int days_in_month(int year, int month);
bool is_valid(const Day& day);

Day day_before(const Day& day);
Day day_after(const Day& day);
/// `count` days later; count ≥ 0.
Day days_after(Day day, int count);
/// The same day `years` later or earlier; 29 February becomes the 28th where there is none.
Day shift_years(const Day& day, int years);

inline Day first_day(int year) {
  return {year, 1, 1};
}

inline Day last_day(int year) {
  return {year, 12, 31};
}

/// "1863-02-17", "-0099-01-01".
std::string to_iso(const Day& day);
/// Reads to_iso's form; nothing when there is no such day.
std::optional<Day> from_iso(std::string_view text);

/// The instants a day begins and ends at, as xsd:dateTime (mapping.md §0.2, decision 6).
std::string to_begin_instant(const Day& day);
std::string to_end_instant(const Day& day);

}  // namespace prosper::mappings
