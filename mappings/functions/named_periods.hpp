// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/calendar.hpp"
#include "mappings/functions/date_tokens.hpp"

namespace prosper::mappings {

/// A row of periods.tsv: reigns, regimes, archaeological periods. The bounds are the house's
/// reading.
struct NamedPeriod {
  /// "p-second-empire".
  std::string key;
  std::string label;
  std::optional<Day> first;
  std::optional<Day> last;
};

const NamedPeriod* find_named_period_by_key(std::string_view key);
/// The period whose label or alias is the longest one the tokens begin with, and how many tokens it
/// takes; null when none does.
std::pair<const NamedPeriod*, std::size_t> match_named_period(dates::Tokens tokens);
/// All rows, in the table's order.
const std::vector<NamedPeriod>& named_periods();

}  // namespace prosper::mappings
