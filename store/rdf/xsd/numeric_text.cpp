// SPDX-License-Identifier: Apache-2.0
// Numeric values from and to text.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <type_traits>

#include "store/rdf/xsd/lexical.hpp"
#include "store/rdf/xsd/numeric.hpp"

namespace prosper::rdf::xsd {
namespace {

IntegerRange between(std::string_view minimum, std::string_view maximum) {
  return {parse_integer(minimum), parse_integer(maximum)};
}

std::optional<Numeric> parse_integer_type(std::string_view lexical_form, Datatype datatype) {
  auto value = parse_integer(lexical_form);
  if (!value) return std::nullopt;
  if (datatype != Datatype::Integer && !range_of(datatype).contains(*value)) return std::nullopt;
  return Numeric(std::move(*value));
}

/// What a number too large or too small for Real becomes: the sign of its decimal exponent tells.
template <typename Real>
Real out_of_range(std::string_view digits, bool negative) {
  const std::size_t exponent_at = digits.find_first_of("eE");
  long long exponent = 0;
  if (exponent_at != std::string_view::npos) {
    const std::string_view text = digits.substr(exponent_at + 1);
    const std::string_view number = text.starts_with('+') ? text.substr(1) : text;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), exponent);
    if (parsed.ec == std::errc::result_out_of_range) {
      exponent = number.starts_with('-') ? std::numeric_limits<long long>::min() / 2
                                         : std::numeric_limits<long long>::max() / 2;
    }
  }
  const std::string_view mantissa = digits.substr(0, exponent_at);
  const std::size_t first = mantissa.find_first_not_of("0.");
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  exponent += static_cast<long long>(point) - static_cast<long long>(first);
  const Real magnitude = exponent > 0 ? std::numeric_limits<Real>::infinity() : Real(0);
  return negative ? -magnitude : magnitude;
}

template <typename Real>
std::string canonical_real(Real value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "INF" : "-INF";
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const std::size_t e = text.find('e');
  std::string out(text.substr(0, e));
  if (out.find('.') == std::string::npos) out += ".0";
  std::string_view exponent = text.substr(e + 1);
  out += 'E';
  if (exponent.front() == '-') out += '-';
  exponent.remove_prefix(1);
  while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
  return out.append(exponent);
}

template <typename Real>
std::string fixed_real(Real value) {
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

template <typename Real>
std::string cast_string(Real value) {
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  const Real magnitude = std::fabs(value);
  if (magnitude >= Real(1e-6) && magnitude < Real(1e6)) return fixed_real(value);
  return canonical_real(value);
}

/// Digits below what Decimal holds are rounded away: 1e-300 becomes 0.
template <typename Real>
std::optional<Decimal> printed_decimal(Real value) {
  std::string text = fixed_real(value);
  const std::size_t point = text.find('.');
  if (point != std::string::npos && text.size() - point - 1 > Decimal::maximum_scale) {
    text.resize(point + 1 + Decimal::maximum_scale);
  }
  return Decimal::parse(text);
}

}  // namespace

bool IntegerRange::contains(const Integer& value) const {
  return (!minimum || value >= *minimum) && (!maximum || value <= *maximum);
}

const IntegerRange& range_of(Datatype datatype) {
  static const std::array<IntegerRange, 13> ranges{
      IntegerRange{},
      between("-9223372036854775808", "9223372036854775807"),
      between("-2147483648", "2147483647"),
      between("-32768", "32767"),
      between("-128", "127"),
      between("0", ""),
      between("1", ""),
      between("", "0"),
      between("", "-1"),
      between("0", "18446744073709551615"),
      between("0", "4294967295"),
      between("0", "65535"),
      between("0", "255"),
  };
  return ranges.at(static_cast<std::size_t>(datatype) -
                   static_cast<std::size_t>(Datatype::Integer));
}

template <typename Real>
std::optional<Real> parse_real(std::string_view lexical_form) {
  if (!is_real_lexical_form(lexical_form)) return std::nullopt;
  if (lexical_form == "NaN") return std::numeric_limits<Real>::quiet_NaN();
  std::string_view digits = lexical_form;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.remove_prefix(1);
  Real value = 0;
  if (digits == "INF") {
    value = std::numeric_limits<Real>::infinity();
  } else {
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (parsed.ec == std::errc::result_out_of_range) return out_of_range<Real>(digits, negative);
  }
  return negative ? -value : value;
}

template std::optional<float> parse_real(std::string_view lexical_form);
template std::optional<double> parse_real(std::string_view lexical_form);

std::optional<Numeric> parse_numeric(std::string_view lexical_form, Datatype datatype) {
  if (is_integer_type(datatype)) return parse_integer_type(lexical_form, datatype);
  if (datatype == Datatype::Decimal) return Decimal::parse(lexical_form);
  if (datatype == Datatype::Float) return parse_real<float>(lexical_form);
  if (datatype == Datatype::Double) return parse_real<double>(lexical_form);
  return std::nullopt;
}

Datatype datatype_of(const Numeric& value) {
  static constexpr std::array<Datatype, 4> datatypes{Datatype::Integer, Datatype::Decimal,
                                                     Datatype::Float, Datatype::Double};
  return datatypes.at(value.index());
}

std::string to_lexical_form(double value) {
  return canonical_real(value);
}

std::string to_lexical_form(float value) {
  return canonical_real(value);
}

std::string to_lexical_form(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(v)>, Decimal>) {
          return v.to_lexical_form();
        } else {
          return to_lexical_form(v);
        }
      },
      value);
}

std::string to_cast_string(const Numeric& value) {
  if (const auto* real = std::get_if<double>(&value)) return cast_string(*real);
  if (const auto* real = std::get_if<float>(&value)) return cast_string(*real);
  return to_lexical_form(value);
}

double to_double(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> double {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, Decimal>)
          return v.to_double();
        else if constexpr (std::is_same_v<T, Integer>)
          return Decimal(v).to_double();
        else
          return static_cast<double>(v);
      },
      value);
}

float to_float(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> float {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, Decimal>)
          return v.to_float();
        else if constexpr (std::is_same_v<T, Integer>)
          return Decimal(v).to_float();
        else
          return static_cast<float>(v);
      },
      value);
}

std::optional<Decimal> to_decimal(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> std::optional<Decimal> {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, Decimal>)
          return v;
        else if constexpr (std::is_same_v<T, Integer>)
          return Decimal(v);
        else if (!std::isfinite(v))
          return std::nullopt;
        else
          return printed_decimal(v);
      },
      value);
}

}  // namespace prosper::rdf::xsd
