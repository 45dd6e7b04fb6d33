// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/date_time.hpp"

#include <algorithm>

#include "store/rdf/xsd/calendar.hpp"

namespace prosper::rdf::xsd {
namespace {

constexpr std::int64_t minute_seconds = 60;
constexpr std::int64_t hour_seconds = 3600;
constexpr std::int64_t day_seconds = 86400;
constexpr std::int64_t widest_timezone = 14 * hour_seconds;

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Local time, without the timezone.
Seconds local_moment(const DateTime& value) {
  const std::int64_t days = days_from_civil({value.year, value.month, value.day});
  return {days * day_seconds + value.hour * hour_seconds + value.minute * minute_seconds +
              value.second.seconds,
          value.second.attoseconds};
}

/// The inverse of local_moment; type and timezone are the caller's.
void set_local_moment(DateTime& value, const Seconds& moment) {
  const std::int64_t days = floor_divide(moment.seconds, day_seconds);
  const std::int64_t rest = moment.seconds - days * day_seconds;
  const CivilDate date = civil_from_days(days);
  value.year = date.year;
  value.month = date.month;
  value.day = date.day;
  value.hour = static_cast<std::int32_t>(rest / hour_seconds);
  value.minute = static_cast<std::int32_t>(rest % hour_seconds / minute_seconds);
  value.second = {rest % minute_seconds, moment.attoseconds};
}

bool add_months(DateTime& value, std::int64_t months) {
  constexpr std::int64_t limit = 12 * 2 * maximum_year;
  if (months < -limit || months > limit) return false;
  const std::int64_t total = value.year * 12 + (value.month - 1) + months;
  value.year = floor_divide(total, 12);
  value.month = static_cast<std::int32_t>(total - value.year * 12) + 1;
  if (value.year < -maximum_year || value.year > maximum_year) return false;
  value.day = std::min(value.day, days_in_month(value.year, value.month));
  return true;
}

/// Back to the properties the type has.
void reset_missing(DateTime& value) {
  const DateTime defaults;
  if (!value.has_year()) value.year = defaults.year;
  if (!value.has_month()) value.month = defaults.month;
  if (!value.has_day()) value.day = defaults.day;
  if (!value.has_time()) {
    value.hour = 0;
    value.minute = 0;
    value.second = {};
  }
}

bool is_castable(Datatype source, Datatype target) {
  if (source == target) return true;
  if (source == Datatype::DateTime) return is_date_time_type(target);
  return source == Datatype::Date && target != Datatype::Time;
}

}  // namespace

bool DateTime::has_year() const {
  return has_date() || type == Datatype::GYear || type == Datatype::GYearMonth;
}

bool DateTime::has_month() const {
  return has_date() || type == Datatype::GYearMonth || type == Datatype::GMonth ||
         type == Datatype::GMonthDay;
}

bool DateTime::has_day() const {
  return has_date() || type == Datatype::GMonthDay || type == Datatype::GDay;
}

Seconds moment(const DateTime& value) {
  Seconds result = local_moment(value);
  result.seconds -= value.timezone.value_or(0) * minute_seconds;
  return result;
}

std::partial_ordering compare(const DateTime& left, const DateTime& right) {
  if (left.type != right.type) return std::partial_ordering::unordered;
  const Seconds a = moment(left);
  const Seconds b = moment(right);
  if (left.timezone.has_value() == right.timezone.has_value()) return a <=> b;
  const auto later = [](Seconds value) {
    value.seconds += widest_timezone;
    return value;
  };
  if (later(a) < b) return std::partial_ordering::less;
  if (later(b) < a) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

std::weak_ordering order(const DateTime& left, const DateTime& right) {
  return moment(left) <=> moment(right);
}

std::optional<DateTime> add(const DateTime& value, const Duration& duration) {
  DateTime result = value;
  if (value.type == Datatype::Time) {
    if (duration.months != 0) return std::nullopt;
  } else if (!value.has_date() || !add_months(result, duration.months)) {
    return std::nullopt;
  }
  const auto moved = add(local_moment(result), duration.seconds);
  if (!moved) return std::nullopt;
  set_local_moment(result, *moved);
  if (result.year < -maximum_year || result.year > maximum_year) return std::nullopt;
  reset_missing(result);
  return result;
}

std::optional<Duration> subtract(const DateTime& left, const DateTime& right) {
  if (left.type != right.type || !(left.has_date() || left.has_time())) return std::nullopt;
  const auto negative = negate(moment(right));
  const auto difference = negative ? add(moment(left), *negative) : std::nullopt;
  if (!difference) return std::nullopt;
  return Duration{0, *difference};
}

DateTime from_clock(std::chrono::system_clock::time_point time) {
  using std::chrono::microseconds;
  const auto since_epoch =
      std::chrono::duration_cast<microseconds>(time.time_since_epoch()).count();
  constexpr std::int64_t in_one_second = 1'000'000;
  const std::int64_t seconds = floor_divide(since_epoch, in_one_second);
  const std::int64_t rest = since_epoch - seconds * in_one_second;
  DateTime result;
  set_local_moment(result, {seconds, rest * (Seconds::attoseconds_in_one / in_one_second)});
  result.timezone = 0;
  return result;
}

std::optional<DateTime> cast(const DateTime& value, Datatype target) {
  if (target == Datatype::DateTimeStamp) {
    if (!value.has_date() || !value.timezone) return std::nullopt;
    target = Datatype::DateTime;
  }
  if (!is_castable(value.type, target)) return std::nullopt;
  DateTime result = value;
  result.type = target;
  reset_missing(result);
  return result;
}

}  // namespace prosper::rdf::xsd
