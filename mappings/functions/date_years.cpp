// SPDX-License-Identifier: Apache-2.0
// Years, months and days.
#include <array>
#include <utility>

#include "mappings/functions/date_periods.hpp"
#include "mappings/functions/date_units.hpp"

namespace prosper::mappings::dates {
namespace {

constexpr int latest_year = 2100;

constexpr std::array<std::pair<std::string_view, int>, 25> months{{
    {"janvier", 1},   {"fevrier", 2},   {"mars", 3},    {"avril", 4},     {"mai", 5},
    {"juin", 6},      {"juillet", 7},   {"aout", 8},    {"septembre", 9}, {"octobre", 10},
    {"novembre", 11}, {"decembre", 12}, {"janv", 1},    {"fevr", 2},      {"fev", 2},
    {"avr", 4},       {"juil", 7},      {"sept", 9},    {"oct", 10},      {"nov", 11},
    {"dec", 12},      {"juill", 7},     {"decemb", 12}, {"novemb", 11},   {"septemb", 9},
}};

std::optional<int> read_month_name(TokenCursor& cursor) {
  for (const auto& [name, number] : months) {
    if (!cursor.accept(name)) continue;
    cursor.accept(".");
    return number;
  }
  return std::nullopt;
}

bool is_year(int year) {
  return year >= 1 && year <= latest_year;
}

/// The days a year, month and day name; a 0 stands for "not known".
std::optional<DateUnit> unit_of(int year, int month, int day) {
  if (!is_year(year)) return std::nullopt;
  if (month == 0 && day == 0) return unit_of_years(year, year);
  if (day == 0) {
    if (month < 1 || month > 12) return std::nullopt;
    return unit_of_days({year, month, 1}, {year, month, days_in_month(year, month)});
  }
  const Day exact{year, month, day};
  if (!is_valid(exact)) return std::nullopt;
  return unit_of_days(exact, exact);
}

/// 1863/02, 1863/02/17, 1863.02.17, 1852-05-18.
std::optional<DateUnit> read_year_first(TokenCursor& cursor) {
  const auto year = cursor.accept_number(4, 4);
  if (!year) return std::nullopt;
  for (const std::string_view sign : {"/", ".", "-"}) {
    if (!cursor.accept(sign)) continue;
    const auto month = cursor.accept_number(1, 2);
    if (!month) return std::nullopt;
    if (!cursor.accept(sign)) {
      // "1890-12" may as well be a range of years.
      if (sign == "-" || *month == 0) return std::nullopt;
      return unit_of(*year, *month, 0);
    }
    const auto day = cursor.accept_number(1, 2);
    return day ? unit_of(*year, *month, *day) : std::nullopt;
  }
  return std::nullopt;
}

/// 22/05/1987, 05/1990, /04/1905, 00/00/1902.
std::optional<DateUnit> read_year_last(TokenCursor& cursor) {
  const bool no_day = cursor.accept("/");
  const auto first = cursor.accept_number(1, 2);
  if (!first || !cursor.accept("/")) return std::nullopt;
  if (const auto year = cursor.accept_number(4, 4)) return unit_of(*year, *first, 0);
  const auto second = cursor.accept_number(1, 2);
  if (no_day || !second || !cursor.accept("/")) return std::nullopt;
  const auto year = cursor.accept_number(4, 4);
  return year ? unit_of(*year, *second, *first) : std::nullopt;
}

/// 17 mars 1856, juin 1936, 1er mai 1850; 1751 janvier 7, 1849 octobre.
std::optional<DateUnit> read_with_month_name(TokenCursor& cursor) {
  const auto day = cursor.accept_number(1, 2);
  if (day) cursor.accept("er");
  const auto year_before = day ? std::nullopt : cursor.accept_number(4, 4);
  const auto month = read_month_name(cursor);
  if (!month) return std::nullopt;
  if (year_before) return unit_of(*year_before, *month, cursor.accept_number(1, 2).value_or(0));
  const auto year = cursor.accept_number(3, 4);
  if (!year || (day && *day == 0)) return std::nullopt;
  return unit_of(*year, *month, day.value_or(0));
}

/// années 1850, 1850 années, 194.
std::optional<DateUnit> read_decade(TokenCursor& cursor) {
  if (cursor.accept_any({"annees", "annee"})) {
    const auto year = cursor.accept_number(4, 4);
    if (!year || *year % 10 != 0 || !is_year(*year)) return std::nullopt;
    return unit_of_years(*year, *year + 9);
  }
  if (const auto year = cursor.accept_number(4, 4)) {
    if (!cursor.accept("annees") || *year % 10 != 0 || !is_year(*year)) return std::nullopt;
    return unit_of_years(*year, *year + 9);
  }
  const auto decade = cursor.accept_number(3, 3);
  if (!decade || !cursor.accept(".") || *decade > latest_year / 10) return std::nullopt;
  cursor.accept(".");
  return unit_of_years(*decade * 10, *decade * 10 + 9);
}

std::optional<DateUnit> read_plain_year(TokenCursor& cursor, ShortYears short_years) {
  const auto number = cursor.accept_number(1, 5);
  if (!number) return std::nullopt;
  if (cursor.accept(Token::Kind::BeforeChrist)) {
    if (*number == 0) return std::nullopt;
    return unit_of_years(1 - *number, 1 - *number);
  }
  const bool stated = cursor.accept(Token::Kind::AfterChrist);
  const bool is_short = *number < 100;
  if (!is_year(*number) || (is_short && !stated && short_years == ShortYears::Refused))
    return std::nullopt;
  return unit_of_years(*number, *number);
}

}  // namespace

std::optional<DateUnit> read_year_or_day(TokenCursor& cursor, ShortYears short_years) {
  const std::size_t start = cursor.place();
  for (const auto read : {read_year_first, read_year_last, read_with_month_name, read_decade}) {
    if (auto unit = read(cursor)) return unit;
    cursor.move_to(start);
  }
  auto unit = read_plain_year(cursor, short_years);
  if (!unit) cursor.move_to(start);
  return unit;
}

}  // namespace prosper::mappings::dates
