// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "mappings/functions/calendar.hpp"

/// The French Republican calendar, 22 September 1792 to 31 December 1805.
namespace prosper::mappings {

struct DayRange {
  Day first;
  Day last;
};

/// Year 1 to 14; nothing for others. Year 14 ends when the calendar was abolished.
std::optional<DayRange> republican_year(int year);
/// Month of 30 days, from 1; 13 stands for the complementary days.
std::optional<DayRange> republican_month(int year, int month);
/// From the folded name ("vendemiaire"), 1 to 12.
std::optional<int> republican_month_number(std::string_view name);

}  // namespace prosper::mappings
