// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/calendar.hpp"

/// French date phrases of notices → bounds (mapping.md §3.1). Pure functions; a phrase that is not
/// understood to its last word gives nothing.
namespace prosper::mappings {

enum class DateFlag {
  Reversed,
  Uncertain,
  Circa,
  Limit,
  Campaigns,
  OpenStart,
  OpenEnd,
  NamedPeriod,
  Alternative,
  Context,
  Destroyed
};

class DateFlags {
 public:
  void add(DateFlag flag) { flags_.set(static_cast<std::size_t>(flag)); }

  void add(const DateFlags& other) { flags_ |= other.flags_; }

  bool has(DateFlag flag) const { return flags_.test(static_cast<std::size_t>(flag)); }

  /// "uncertain", "circa", "named-period"…, in the order of the enumeration.
  std::vector<std::string_view> names() const;

 private:
  std::bitset<16> flags_;
};

/// Four bounds; an absent one is open.
struct TimeSpan {
  std::optional<Day> begin_of_begin;
  std::optional<Day> end_of_begin;
  std::optional<Day> begin_of_end;
  std::optional<Day> end_of_end;
  DateFlags flags;
  /// Keys of the shared periods the span falls within directly (date_periods.hpp).
  std::vector<std::string> periods;

  /// Whether its core is known: end of begin ≤ begin of end (P81 is stated only then).
  bool has_core() const { return end_of_begin && begin_of_end && *end_of_begin <= *begin_of_end; }
};

/// What the words after a date of acquisition say happened (mapping.md §3.5).
enum class DateEvent {
  Acquisition,
  MaterialEntry,
  Inventory,
  Decision,
  Deposit,
  Assignment,
  Restitution
};

/// One value of a multi-valued phrase: a building campaign, one date of several.
struct DatedPart {
  /// As it stood; "1830 entre ; 1840 et" is one part.
  std::string text;
  TimeSpan span;
  std::optional<DateEvent> event;
};

/// The values of a phrase in their order, exact repetitions once. Nothing unless all are
/// understood.
std::optional<std::vector<DatedPart>> parse_dated_parts(std::string_view text);

/// Several values become one span: its begin from the first in time, its end from the last.
TimeSpan unite(const std::vector<DatedPart>& parts);

/// unite(parse_dated_parts(text)).
std::optional<TimeSpan> parse_date(std::string_view text);

/// The one span of a production with a period (PERI) and a year (MILL): the year's bounds when it
/// is understood and overlaps the period, else the period's (mapping.md §1.0, TIME).
std::optional<TimeSpan> merge_dates(std::string_view period, std::string_view year);
/// The same of what parse_dated_parts gave for each.
std::optional<TimeSpan> merge_dates(const std::optional<std::vector<DatedPart>>& period,
                                    const std::optional<std::vector<DatedPart>>& year);

/// Dates of acquisition with what happened; a date without a word is an acquisition.
std::optional<std::vector<DatedPart>> parse_event_dates(std::string_view text);

/// "acquisition", "materialEntry", …
std::string_view name_of(DateEvent event);
/// "acquisition", "entrée matérielle", …
std::string_view label_of(DateEvent event);

}  // namespace prosper::mappings
