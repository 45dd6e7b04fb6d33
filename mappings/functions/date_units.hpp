// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "mappings/functions/date_grammar.hpp"
#include "mappings/functions/date_tokens.hpp"

/// Dates that are one expression: a year, a quarter of a century, a reign. Each reader takes its
/// tokens from the cursor, or takes nothing and returns nothing.
namespace prosper::mappings::dates {

struct DateUnit {
  std::optional<Day> first;
  std::optional<Day> last;
  /// Shared period it is, or the smallest it lies in; "" for none.
  std::string key;
  DateFlags flags;
};

/// A unit of exactly these days, keyed by what holds them.
DateUnit unit_of_days(const Day& first, const Day& last);
DateUnit unit_of_years(int first, int last);

/// Whether a bare number of one or two digits is a year ("69 entre ; 81 et"), or means nothing.
enum class ShortYears { Refused, Allowed };

/// 1785; 500 av JC; 1863/02[/17]; 22/05/1987; 17 mars 1856; années 1850; 194.
std::optional<DateUnit> read_year_or_day(TokenCursor& cursor, ShortYears short_years);
/// [1er quart [du]] 19e siècle [av JC]; 19e s.; XIXe siècle; 12e; limite 18e siècle 19e siècle.
std::optional<DateUnit> read_century(TokenCursor& cursor);
/// [1ère moitié] 3e millénaire av JC.
std::optional<DateUnit> read_millennium(TokenCursor& cursor);
/// [[12] vendémiaire] an II [de la République].
std::optional<DateUnit> read_republican(TokenCursor& cursor);
/// [époque] second Empire.
std::optional<DateUnit> read_named_period(TokenCursor& cursor);
/// Any of the above.
std::optional<DateUnit> read_unit(TokenCursor& cursor, ShortYears short_years);

/// "1er quart", "2e moitié", "fin", "dernier tiers": the part of a century or millennium.
bool is_period_part(Tokens tokens);

}  // namespace prosper::mappings::dates
