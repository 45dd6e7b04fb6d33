// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/duration.hpp"

#include <array>
#include <charconv>
#include <limits>

#include "store/rdf/xsd/date_time.hpp"

namespace prosper::rdf::xsd {
namespace {

constexpr std::int64_t unit = Seconds::attoseconds_in_one;

std::optional<std::int64_t> to_int64(const Integer& value) {
  static const Integer minimum = std::numeric_limits<std::int64_t>::min();
  static const Integer maximum = std::numeric_limits<std::int64_t>::max();
  if (value < minimum || value > maximum) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> checked_add(std::int64_t left, std::int64_t right) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
  return sum;
}

int sign_of(const Seconds& value) {
  if (value.seconds < 0) return -1;
  return value.seconds > 0 || value.attoseconds > 0 ? 1 : 0;
}

std::optional<Duration> make_duration(std::optional<std::int64_t> months,
                                      std::optional<Seconds> seconds) {
  if (!months || !seconds) return std::nullopt;
  const int sign = sign_of(*seconds);
  if ((*months < 0 && sign > 0) || (*months > 0 && sign < 0)) return std::nullopt;
  return Duration{*months, *seconds};
}

std::optional<Duration> scale(const Duration& value, const Decimal& factor,
                              std::optional<Decimal> (*operation)(const Decimal&, const Decimal&)) {
  if (value.months != 0 && sign_of(value.seconds) != 0) return std::nullopt;
  const auto months = operation(Decimal(value.months), factor);
  const auto seconds = operation(to_decimal(value.seconds), factor);
  if (!months || !seconds) return std::nullopt;
  return make_duration(to_int64(months->round()), to_seconds(*seconds));
}

}  // namespace

std::optional<Seconds> add(const Seconds& left, const Seconds& right) {
  std::int64_t attoseconds = left.attoseconds + right.attoseconds;
  const std::int64_t carry = attoseconds >= unit ? 1 : 0;
  attoseconds -= carry * unit;
  auto seconds = checked_add(left.seconds, right.seconds);
  if (seconds) seconds = checked_add(*seconds, carry);
  if (!seconds) return std::nullopt;
  return Seconds{*seconds, attoseconds};
}

std::optional<Seconds> negate(const Seconds& value) {
  if (value.seconds == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  if (value.attoseconds == 0) return Seconds{-value.seconds, 0};
  return Seconds{-value.seconds - 1, unit - value.attoseconds};
}

Decimal to_decimal(const Seconds& value) {
  const Integer coefficient = Integer(value.seconds) * unit + value.attoseconds;
  return *Decimal::from_parts(coefficient, 18);
}

std::optional<Seconds> to_seconds(const Decimal& value) {
  const auto scaled = multiply(value, Decimal(unit));
  if (!scaled) return std::nullopt;
  const Integer whole = scaled->round();
  Integer seconds = whole / unit;
  Integer attoseconds = whole % unit;
  if (attoseconds < 0) {
    attoseconds += unit;
    seconds -= 1;
  }
  const auto number = to_int64(seconds);
  if (!number) return std::nullopt;
  return Seconds{*number, static_cast<std::int64_t>(attoseconds)};
}

std::optional<Seconds> parse_seconds(std::string_view text) {
  constexpr std::size_t maximum_fraction = 18;
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  Seconds result;
  const auto parsed = std::from_chars(whole.data(), whole.data() + whole.size(), result.seconds);
  if (parsed.ec != std::errc() || parsed.ptr != whole.data() + whole.size() || result.seconds < 0 ||
      whole.front() == '-') {
    return std::nullopt;
  }
  if (point == std::string_view::npos) return result;
  std::string_view fraction = text.substr(point + 1);
  if (fraction.empty()) return std::nullopt;
  if (fraction.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > maximum_fraction) return std::nullopt;
  for (std::size_t i = 0; i < maximum_fraction; ++i) {
    result.attoseconds = result.attoseconds * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  }
  return result;
}

std::partial_ordering compare(const Duration& left, const Duration& right) {
  if (left == right) return std::partial_ordering::equivalent;
  if (left.months == right.months) return left.seconds <=> right.seconds;
  if (left.seconds == right.seconds) return left.months <=> right.months;
  // XSD 1.1 §3.3.6.1: the four months that bound the lengths of any run of months.
  static constexpr std::array<std::array<std::int32_t, 2>, 4> references{
      {{1696, 9}, {1697, 2}, {1903, 3}, {1903, 7}}};
  std::optional<std::partial_ordering> result;
  for (const auto& [year, month] : references) {
    const DateTime start{Datatype::DateTime, year, month, 1, 0, 0, {}, 0};
    const auto a = add(start, left);
    const auto b = add(start, right);
    if (!a || !b) return std::partial_ordering::unordered;
    const std::partial_ordering here = moment(*a) <=> moment(*b);
    if (result && *result != here) return std::partial_ordering::unordered;
    result = here;
  }
  return *result;
}

std::weak_ordering order(const Duration& left, const Duration& right) {
  static constexpr std::int64_t average_month = 2'629'746;
  const auto length = [](const Duration& value) {
    return Integer(value.months) * average_month + value.seconds.seconds;
  };
  if (const int whole = length(left).compare(length(right)); whole != 0) return whole <=> 0;
  if (const auto part = left.seconds.attoseconds <=> right.seconds.attoseconds; part != 0) {
    return part;
  }
  return left.months <=> right.months;
}

std::optional<Duration> add(const Duration& left, const Duration& right) {
  return make_duration(checked_add(left.months, right.months), add(left.seconds, right.seconds));
}

std::optional<Duration> negate(const Duration& value) {
  if (value.months == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return make_duration(-value.months, negate(value.seconds));
}

std::optional<Duration> multiply(const Duration& value, const Decimal& factor) {
  return scale(value, factor, &multiply);
}

std::optional<Duration> divide(const Duration& value, const Decimal& divisor) {
  return scale(value, divisor, &divide);
}

}  // namespace prosper::rdf::xsd
