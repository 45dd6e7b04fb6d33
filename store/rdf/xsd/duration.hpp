// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/rdf/xsd/datatype.hpp"
#include "store/rdf/xsd/decimal.hpp"

namespace prosper::rdf::xsd {

/// Seconds with 18 fraction digits: seconds + attoseconds × 10^-18, 0 ≤ attoseconds < 10^18.
struct Seconds {
  static constexpr std::int64_t attoseconds_in_one = 1'000'000'000'000'000'000;

  std::int64_t seconds = 0;
  std::int64_t attoseconds = 0;

  auto operator<=>(const Seconds&) const = default;
};

/// No value on overflow.
std::optional<Seconds> add(const Seconds& left, const Seconds& right);
std::optional<Seconds> negate(const Seconds& value);
Decimal to_decimal(const Seconds& value);
/// Rounded at 18 fraction digits; no value on overflow.
std::optional<Seconds> to_seconds(const Decimal& value);
/// `[0-9]+(\.[0-9]+)?`; no value for other text or digits that Seconds cannot hold.
std::optional<Seconds> parse_seconds(std::string_view text);

/// A value of xsd:duration or of its two subtypes (XSD 1.1 §3.3.6): months and seconds of one sign.
/// The three datatypes share one value space.
struct Duration {
  std::int64_t months = 0;
  Seconds seconds;

  bool operator==(const Duration&) const = default;
};

/// No value for text that is not of the datatype, or numbers beyond 64 bits of months or seconds.
std::optional<Duration> parse_duration(std::string_view lexical_form, Datatype datatype);
bool is_duration_lexical_form(std::string_view lexical_form, Datatype datatype);
/// Canonical (XSD 1.1 §E.2); a zero is PT0S, or P0M of xsd:yearMonthDuration.
std::string to_lexical_form(const Duration& value, Datatype datatype);

/// XSD 1.1 §3.3.6.1: by adding both to four dates; unordered when these disagree (P1M and P30D).
std::partial_ordering compare(const Duration& left, const Duration& right);
/// A total order that refines `compare`: a month counts as its average of 2,629,746 seconds.
std::weak_ordering order(const Duration& left, const Duration& right);

/// No value on overflow and when months and seconds of the result differ in sign.
std::optional<Duration> add(const Duration& left, const Duration& right);
std::optional<Duration> negate(const Duration& value);
/// op:multiply-yearMonthDuration and op:multiply-dayTimeDuration (F&O §8.4): months are rounded to
/// the nearest, a half upwards. No value when both months and seconds are not zero.
std::optional<Duration> multiply(const Duration& value, const Decimal& factor);
/// No value for a zero divisor.
std::optional<Duration> divide(const Duration& value, const Decimal& divisor);

}  // namespace prosper::rdf::xsd
