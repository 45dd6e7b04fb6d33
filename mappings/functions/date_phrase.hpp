// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "mappings/functions/date_grammar.hpp"

namespace prosper::mappings::dates {

/// One value of a multi-valued date, with the words around it that tie it to its neighbours.
struct DatePhrase {
  TimeSpan span;
  /// "entre" with one date only: the other bound is another value.
  bool opens_range = false;
  /// "et": the upper bound of such a range.
  bool closes_range = false;
  /// "ou": an alternative to the value before.
  bool is_alternative = false;
  /// "?" alone: doubt about all values.
  bool is_doubt = false;
  /// Words about the date and no date ("émission").
  bool is_note = false;
  std::optional<DateEvent> event;
};

/// Nothing unless the whole text is understood.
std::optional<DatePhrase> parse_phrase(std::string_view text);

/// From the begin of one span to the end of another; swapped and flagged when they stand reversed.
TimeSpan span_between(const TimeSpan& lower, const TimeSpan& upper);

}  // namespace prosper::mappings::dates
