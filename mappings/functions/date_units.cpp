// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_units.hpp"

#include <tuple>

#include "mappings/functions/date_periods.hpp"
#include "mappings/functions/named_periods.hpp"
#include "mappings/functions/republican_calendar.hpp"

namespace prosper::mappings::dates {
namespace {

std::optional<int> read_republican_year(TokenCursor& cursor) {
  if (const auto number = cursor.accept_number(1, 2)) return number;
  if (cursor.at_end() || cursor.rest().front().kind != Token::Kind::Word) return std::nullopt;
  const auto number = from_roman(cursor.rest().front().text);
  if (number) cursor.move_to(cursor.place() + 1);
  return number;
}

std::optional<int> read_republican_month(TokenCursor& cursor) {
  if (cursor.at_end()) return std::nullopt;
  const auto month = republican_month_number(cursor.rest().front().text);
  if (month) cursor.move_to(cursor.place() + 1);
  return month;
}

void skip_republic(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  const bool named = cursor.accept("de") && cursor.accept("la") && cursor.accept("republique");
  if (!named) {
    cursor.move_to(start);
    cursor.accept("republicain");
    return;
  }
  cursor.accept("francaise");
}

}  // namespace

DateUnit unit_of_days(const Day& first, const Day& last) {
  return {first, last, first == last ? day_key(first) : enclosing_period(first, last), {}};
}

DateUnit unit_of_years(int first, int last) {
  return unit_of_days(first_day(first), last_day(last));
}

std::optional<DateUnit> read_republican(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  const auto fail = [&] {
    cursor.move_to(start);
    return std::nullopt;
  };
  const auto day = cursor.accept_number(1, 2);
  if (day) cursor.accept("er");
  const auto month = read_republican_month(cursor);
  if (day && !month) return fail();
  if (cursor.accept("l")) cursor.accept("'");
  if (!cursor.accept("an")) return fail();
  const auto year = read_republican_year(cursor);
  if (!year) return fail();
  const auto days = month ? republican_month(*year, *month) : republican_year(*year);
  if (!days || (day && (*day < 1 || *day > 30))) return fail();
  skip_republic(cursor);
  if (day) {
    const Day exact = days_after(days->first, *day - 1);
    return unit_of_days(exact, exact);
  }
  DateUnit unit = unit_of_days(days->first, days->last);
  if (!month) unit.key = "an-" + std::to_string(*year);
  return unit;
}

std::optional<DateUnit> read_named_period(TokenCursor& cursor) {
  const std::size_t start = cursor.place();
  if (cursor.accept_any({"epoque", "periode", "regne", "sous", "dynastie"})) {
    cursor.accept_any({"de", "du", "des", "d"});
    cursor.accept_any({"la", "l", "'"});
    cursor.accept("'");
  }
  auto [period, length] = match_named_period(cursor.rest());
  if (period == nullptr) {
    // "époque moderne" and the like are names with their first word.
    cursor.move_to(start);
    std::tie(period, length) = match_named_period(cursor.rest());
    if (period == nullptr) return std::nullopt;
  }
  cursor.move_to(cursor.place() + length);
  DateUnit unit{period->first, period->last, period->key, {}};
  unit.flags.add(DateFlag::NamedPeriod);
  return unit;
}

std::optional<DateUnit> read_unit(TokenCursor& cursor, ShortYears short_years) {
  if (auto unit = read_republican(cursor)) return unit;
  if (auto unit = read_named_period(cursor)) return unit;
  if (auto unit = read_millennium(cursor)) return unit;
  if (auto unit = read_century(cursor)) return unit;
  return read_year_or_day(cursor, short_years);
}

}  // namespace prosper::mappings::dates
