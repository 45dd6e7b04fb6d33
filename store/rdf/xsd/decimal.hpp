// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prosper::rdf::xsd {

/// xsd:integer: 256 bits and a sign (77 digits), arithmetic that leaves the range throws
/// std::range_error or std::overflow_error; the functions of this room turn that into no value.
using Integer = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<256, 256, boost::multiprecision::signed_magnitude,
                                           boost::multiprecision::checked, void>,
    boost::multiprecision::et_off>;

/// `[+-]?[0-9]+`; no value for other text or a number out of range.
std::optional<Integer> parse_integer(std::string_view lexical_form);
std::string to_lexical_form(const Integer& value);

std::optional<Integer> add(const Integer& left, const Integer& right);
std::optional<Integer> subtract(const Integer& left, const Integer& right);
std::optional<Integer> multiply(const Integer& left, const Integer& right);

/// xsd:decimal: coefficient × 10^-scale, exact. At most 76 fraction digits and a coefficient of
/// 256 bits, so every number of 38 digits before and 38 after the point is held exactly.
/// A value type, kept without trailing zeros; equal values are equal member by member.
class Decimal {
 public:
  static constexpr unsigned maximum_scale = 76;
  /// Fraction digits of a quotient.
  static constexpr unsigned division_scale = 18;

  Decimal() = default;

  explicit Decimal(Integer value) : coefficient_(std::move(value)) {}

  explicit Decimal(std::int64_t value) : coefficient_(value) {}

  /// coefficient × 10^-scale; no value when scale exceeds maximum_scale even without zeros.
  static std::optional<Decimal> from_parts(Integer coefficient, unsigned scale);
  /// XSD 1.1 §3.3.3; no value for other text or a number that cannot be held exactly.
  static std::optional<Decimal> parse(std::string_view lexical_form);

  const Integer& coefficient() const { return coefficient_; }

  unsigned scale() const { return scale_; }

  bool is_zero() const { return coefficient_.is_zero(); }

  bool is_negative() const { return coefficient_.sign() < 0; }

  /// Canonical (XSD 1.1 §F.1): no point when the value is an integer.
  std::string to_lexical_form() const;
  double to_double() const;
  float to_float() const;

  /// Towards zero.
  Integer truncate() const;
  Integer floor() const;
  Integer ceiling() const;
  /// To the nearest, a half towards positive infinity (fn:round).
  Integer round() const;

  bool operator==(const Decimal&) const = default;
  std::strong_ordering operator<=>(const Decimal& other) const;

 private:
  Integer coefficient_ = 0;
  unsigned scale_ = 0;
};

/// Exact; fraction digits that cannot be held are rounded (half away from zero), integer digits
/// that cannot be held are an overflow: no value.
std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
/// Rounded at division_scale fraction digits, half away from zero; no value for a zero divisor.
std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
Decimal negate(const Decimal& value);

}  // namespace prosper::rdf::xsd
