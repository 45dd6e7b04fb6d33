// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/calendar.hpp"

#include <charconv>
#include <cstdlib>

namespace prosper::mappings {
namespace {

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_valid(const Day& day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

Day day_before(const Day& day) {
  if (day.day > 1) return {day.year, day.month, day.day - 1};
  if (day.month > 1) return {day.year, day.month - 1, days_in_month(day.year, day.month - 1)};
  return last_day(day.year - 1);
}

Day day_after(const Day& day) {
  if (day.day < days_in_month(day.year, day.month)) return {day.year, day.month, day.day + 1};
  if (day.month < 12) return {day.year, day.month + 1, 1};
  return first_day(day.year + 1);
}

Day days_after(Day day, int count) {
  for (; count > 0; --count) day = day_after(day);
  return day;
}

Day shift_years(const Day& day, int years) {
  Day shifted{day.year + years, day.month, day.day};
  if (!is_valid(shifted)) shifted.day = days_in_month(shifted.year, shifted.month);
  return shifted;
}

std::string to_iso(const Day& day) {
  return (day.year < 0 ? "-" : "") + padded(std::abs(day.year), 4) + '-' + padded(day.month, 2) +
         '-' + padded(day.day, 2);
}

std::optional<Day> from_iso(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() < 10 || text[text.size() - 3] != '-' || text[text.size() - 6] != '-')
    return std::nullopt;
  const auto year = number(text.substr(0, text.size() - 6));
  const auto month = number(text.substr(text.size() - 5, 2));
  const auto day = number(text.substr(text.size() - 2));
  if (!year || !month || !day || *year < 0) return std::nullopt;
  const Day read{negative ? -*year : *year, *month, *day};
  if (!is_valid(read)) return std::nullopt;
  return read;
}

std::string to_begin_instant(const Day& day) {
  return to_iso(day) + "T00:00:00Z";
}

std::string to_end_instant(const Day& day) {
  return to_iso(day) + "T23:59:59Z";
}

}  // namespace prosper::mappings
