// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappings/functions/date_grammar.hpp"

namespace prosper::mappings {

/// A birth or death as an author cell or PAUT gives it.
struct LifeDate {
  std::string text;
  /// Astronomical; only when one year is told.
  std::optional<int> year;
  TimeSpan span;
};

struct LifeDates {
  std::optional<LifeDate> birth;
  std::optional<LifeDate> death;
};

/// "1840-1917", "?-1996", "19..-19..?", "1...-?", "1936-....", "-": a text of years, dots and
/// question marks around one dash. A lone "?" is doubt, not a life (mapping.md §3.2).
std::optional<LifeDates> parse_life_dates(std::string_view text);

/// One side of it, or any date phrase; nothing for "?", "" and what is no date.
std::optional<LifeDate> parse_life_date(std::string_view text);

}  // namespace prosper::mappings
