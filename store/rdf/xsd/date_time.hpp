// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/rdf/xsd/datatype.hpp"
#include "store/rdf/xsd/duration.hpp"

namespace prosper::rdf::xsd {

/// A value of one of the eight date and time types, or of xsd:dateTimeStamp, which is a dateTime
/// here (XSD 1.1 §D.2.1, proleptic Gregorian, year 0 is 1 BC). Properties that the type lacks keep
/// the defaults below: 1972 is a leap year, so --02-29 is a day of it.
struct DateTime {
  Datatype type = Datatype::DateTime;
  std::int64_t year = 1972;
  std::int32_t month = 1;
  std::int32_t day = 1;
  std::int32_t hour = 0;
  std::int32_t minute = 0;
  /// Below 60: there are no leap seconds.
  Seconds second;
  /// Minutes east of UTC, at most 14 hours either way.
  std::optional<std::int32_t> timezone;

  /// Property by property, not by moment.
  bool operator==(const DateTime&) const = default;

  bool has_date() const { return type == Datatype::DateTime || type == Datatype::Date; }

  bool has_time() const { return type == Datatype::DateTime || type == Datatype::Time; }

  bool has_year() const;
  bool has_month() const;
  bool has_day() const;
};

/// 24:00:00 becomes the first moment of the next day. No value for text that is not of the
/// datatype, years of more than eleven digits and seconds of more than 18 fraction digits.
std::optional<DateTime> parse_date_time(std::string_view lexical_form, Datatype datatype);
bool is_date_time_lexical_form(std::string_view lexical_form, Datatype datatype);
/// Canonical (XSD 1.1 §E.3), the timezone kept: Z for zero.
std::string to_lexical_form(const DateTime& value);
/// "", "Z" or "+01:00".
std::string timezone_text(const DateTime& value);

/// Seconds from 1970-01-01T00:00:00Z to the first moment of the value; a value without a timezone
/// counts as UTC.
Seconds moment(const DateTime& value);

/// Two values of one type. Between one with and one without a timezone the order is only known when
/// it is the same in every timezone from -14:00 to +14:00 (XSD 1.1 §D.2.2): otherwise unordered.
/// SPARQL leaves the implicit timezone of op:dateTime-less-than to the implementation; its test
/// suite (open-world/date-1 to date-3) expects this. Values of two types are unordered.
std::partial_ordering compare(const DateTime& left, const DateTime& right);
/// A total order of the values of one type that refines `compare`: UTC is the implicit timezone.
std::weak_ordering order(const DateTime& left, const DateTime& right);

/// XSD 1.1 §E.3.3 dateTimePlusDuration: months first, the day pinned to the month's length.
/// dateTime, date (whole days of the result) and time (seconds only) alone; no value for the other
/// types, for months added to a time, and outside the years that can be held.
std::optional<DateTime> add(const DateTime& value, const Duration& duration);
/// left - right of two dateTimes, dates or times (F&O §10.8): a dayTimeDuration, UTC implicit.
std::optional<Duration> subtract(const DateTime& left, const DateTime& right);

/// The UTC xsd:dateTime of a clock reading, in microseconds.
DateTime from_clock(std::chrono::system_clock::time_point time);

/// As casting between dateTime, date, time and the g… types (F&O §17.1.5): properties are dropped,
/// a date gains 00:00:00. No value where XPath has no cast.
std::optional<DateTime> cast(const DateTime& value, Datatype target);

/// 28 to 31; `month` from 1 to 12.
std::int32_t days_in_month(std::int64_t year, std::int32_t month);

}  // namespace prosper::rdf::xsd
