// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/republican_calendar.hpp"

#include <algorithm>
#include <array>

namespace prosper::mappings {
namespace {

/// First days of the years I to XIV, then the day after the calendar's last.
constexpr std::array<Day, 15> year_beginnings{{{1792, 9, 22},
                                               {1793, 9, 22},
                                               {1794, 9, 22},
                                               {1795, 9, 23},
                                               {1796, 9, 22},
                                               {1797, 9, 22},
                                               {1798, 9, 22},
                                               {1799, 9, 23},
                                               {1800, 9, 23},
                                               {1801, 9, 23},
                                               {1802, 9, 23},
                                               {1803, 9, 24},
                                               {1804, 9, 23},
                                               {1805, 9, 23},
                                               {1806, 1, 1}}};

constexpr std::array<std::string_view, 12> month_names{
    "vendemiaire", "brumaire", "frimaire", "nivose",   "pluviose",  "ventose",
    "germinal",    "floreal",  "prairial", "messidor", "thermidor", "fructidor"};

}  // namespace

std::optional<DayRange> republican_year(int year) {
  if (year < 1 || year > 14) return std::nullopt;
  const auto index = static_cast<std::size_t>(year);
  return DayRange{year_beginnings[index - 1], day_before(year_beginnings[index])};
}

std::optional<DayRange> republican_month(int year, int month) {
  const auto days = republican_year(year);
  if (!days || month < 1 || month > 13) return std::nullopt;
  const Day first = days_after(days->first, 30 * (month - 1));
  if (first > days->last) return std::nullopt;
  return DayRange{first, std::min(days_after(first, 29), days->last)};
}

std::optional<int> republican_month_number(std::string_view name) {
  const auto it = std::find(month_names.begin(), month_names.end(), name);
  if (it == month_names.end()) return std::nullopt;
  return static_cast<int>(it - month_names.begin()) + 1;
}

}  // namespace prosper::mappings
