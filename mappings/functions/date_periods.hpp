// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/calendar.hpp"

/// The time spans notices share, id/time/{key} (mapping.md §2.4): s19, s19-q1, s19-h2, s19-t3,
/// s19-deb, s18-s19-lim, s-1, m-3, y1785, d1863-02-17, an-2, p-second-empire.
namespace prosper::mappings {

struct SharedPeriod {
  std::string key;
  /// French, as the thesaurus of periods words it.
  std::string label;
  /// Open when absent (prehistory, the present republic).
  std::optional<Day> first;
  std::optional<Day> last;
  /// Key of the smallest shared period it falls within (P86), "" for none.
  std::string parent;
};

/// The period a key names; nothing for an ill-formed key.
std::optional<SharedPeriod> find_period(std::string_view key);
/// The period and those above it, innermost first.
std::vector<SharedPeriod> period_chain(std::string_view key);
/// Key of the smallest year, quarter, half or century that holds all days from first to last, or
/// "".
std::string enclosing_period(const Day& first, const Day& last);

/// A part of a century or millennium, in years from its first.
enum class PeriodPart {
  Whole,
  Quarter1,
  Quarter2,
  Quarter3,
  Quarter4,
  Half1,
  Half2,
  Third1,
  Third2,
  Third3,
  Beginning,
  Middle,
  End
};

/// First and last year of a century: 19 → 1801…1900, -1 → -99…0 (1st century BC).
struct YearRange {
  int first = 0;
  int last = 0;
};

YearRange century_years(int century);
YearRange century_part_years(int century, PeriodPart part);
/// 3 → 2001…3000, -3 → -2999…-2000.
YearRange millennium_years(int millennium);
/// Parts of millennia are halves and quarters only.
YearRange millennium_part_years(int millennium, PeriodPart part);
/// Ten years before the turn from `century` to the next one and ten years after.
YearRange century_turn_years(int century);
/// The century after: 18 → 19, -1 → 1.
int next_century(int century);

std::string century_key(int century, PeriodPart part);
std::string century_turn_key(int century);
std::string day_key(const Day& day);
std::string year_key(int year);

}  // namespace prosper::mappings
