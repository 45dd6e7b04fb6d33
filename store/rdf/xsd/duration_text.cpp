// SPDX-License-Identifier: Apache-2.0
// Durations from and to text.
#include <algorithm>
#include <charconv>

#include "store/rdf/xsd/duration.hpp"

namespace prosper::rdf::xsd {
namespace {

constexpr std::int64_t seconds_in_minute = 60;
constexpr std::int64_t seconds_in_hour = 3600;
constexpr std::int64_t seconds_in_day = 86400;

/// The numbers of PnYnMnDTnHnMnS as text; empty where absent.
struct Components {
  bool negative = false;
  std::string_view years, months, days, hours, minutes, seconds;
};

/// Takes `digits designator` off the front (with a fraction for the seconds).
bool take_component(std::string_view& text, char designator, std::string_view& number) {
  std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0) return false;
  if (designator == 'S' && end < text.size() && text[end] == '.') {
    const std::size_t fraction = end + 1;
    end = std::min(text.find_first_not_of("0123456789", fraction), text.size());
    if (end == fraction) return false;
  }
  if (end >= text.size() || text[end] != designator) return false;
  number = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

std::optional<Components> split(std::string_view text) {
  Components result;
  if (text.starts_with('-')) {
    result.negative = true;
    text.remove_prefix(1);
  }
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  bool any = take_component(text, 'Y', result.years);
  any |= take_component(text, 'M', result.months);
  any |= take_component(text, 'D', result.days);
  if (text.starts_with('T')) {
    text.remove_prefix(1);
    bool any_time = take_component(text, 'H', result.hours);
    any_time |= take_component(text, 'M', result.minutes);
    any_time |= take_component(text, 'S', result.seconds);
    if (!any_time) return std::nullopt;
    any = true;
  }
  if (!any || !text.empty()) return std::nullopt;
  return result;
}

bool is_of(const Components& components, Datatype datatype) {
  const bool has_months = !components.years.empty() || !components.months.empty();
  const bool has_seconds = !components.days.empty() || !components.hours.empty() ||
                           !components.minutes.empty() || !components.seconds.empty();
  if (datatype == Datatype::DayTimeDuration) return !has_months;
  if (datatype == Datatype::YearMonthDuration) return !has_seconds;
  return true;
}

/// total += number × unit; false on overflow.
bool accumulate(std::int64_t& total, std::string_view number, std::int64_t unit) {
  if (number.empty()) return true;
  std::int64_t value = 0;
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
  return parsed.ec == std::errc() && !__builtin_mul_overflow(value, unit, &value) &&
         !__builtin_add_overflow(total, value, &total);
}

void append_component(std::string& out, std::uint64_t number, char designator) {
  if (number != 0) out.append(std::to_string(number)).append(1, designator);
}

void append_seconds(std::string& out, const Seconds& magnitude) {
  const auto total = static_cast<std::uint64_t>(magnitude.seconds);
  append_component(out, total / seconds_in_day, 'D');
  const std::uint64_t rest = total % seconds_in_day;
  if (rest == 0 && magnitude.attoseconds == 0) return;
  out += 'T';
  append_component(out, rest / seconds_in_hour, 'H');
  append_component(out, rest % seconds_in_hour / seconds_in_minute, 'M');
  const Seconds last{static_cast<std::int64_t>(rest % seconds_in_minute), magnitude.attoseconds};
  if (last != Seconds{}) out.append(to_decimal(last).to_lexical_form()).append(1, 'S');
}

}  // namespace

bool is_duration_lexical_form(std::string_view lexical_form, Datatype datatype) {
  const auto components = split(lexical_form);
  return components && is_of(*components, datatype);
}

std::optional<Duration> parse_duration(std::string_view lexical_form, Datatype datatype) {
  const auto components = split(lexical_form);
  if (!components || !is_of(*components, datatype)) return std::nullopt;
  Duration result;
  if (!accumulate(result.months, components->years, 12) ||
      !accumulate(result.months, components->months, 1)) {
    return std::nullopt;
  }
  if (!components->seconds.empty()) {
    const auto seconds = parse_seconds(components->seconds);
    if (!seconds) return std::nullopt;
    result.seconds = *seconds;
  }
  if (!accumulate(result.seconds.seconds, components->days, seconds_in_day) ||
      !accumulate(result.seconds.seconds, components->hours, seconds_in_hour) ||
      !accumulate(result.seconds.seconds, components->minutes, seconds_in_minute)) {
    return std::nullopt;
  }
  return components->negative ? negate(result) : result;
}

std::string to_lexical_form(const Duration& value, Datatype datatype) {
  if (value == Duration{}) return datatype == Datatype::YearMonthDuration ? "P0M" : "PT0S";
  const bool negative = value.months < 0 || value.seconds.seconds < 0;
  std::string out = negative ? "-P" : "P";
  const std::uint64_t months = value.months < 0 ? 0 - static_cast<std::uint64_t>(value.months)
                                                : static_cast<std::uint64_t>(value.months);
  append_component(out, months / 12, 'Y');
  append_component(out, months % 12, 'M');
  // A duration of the least seconds cannot be made: parsing and arithmetic refuse to negate it.
  append_seconds(out, negative ? negate(value.seconds).value_or(Seconds{}) : value.seconds);
  return out;
}

}  // namespace prosper::rdf::xsd
