// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "mappings/functions/date_periods.hpp"

/// French wording of shared periods.
namespace prosper::mappings {

/// "19e siècle", "1er quart 1er siècle av JC".
std::string century_label(int century, PeriodPart part);
/// "limite 18e siècle 19e siècle".
std::string century_turn_label(int century);
std::string millennium_label(int millennium);
/// "1785", "500 av JC".
std::string year_label(int year);
/// "17 février 1863".
std::string day_label(const Day& day);
/// "an II".
std::string republican_label(int year);

}  // namespace prosper::mappings
