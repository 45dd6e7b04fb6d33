// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <limits>
#include <type_traits>
#include <utility>

namespace prosper::rdf::xsd {
namespace {

namespace mp = boost::multiprecision;

template <unsigned bits>
using Fixed = mp::number<mp::cpp_int_backend<bits, bits, mp::signed_magnitude, mp::checked, void>,
                         mp::et_off>;
/// Holds any product of two coefficients and any coefficient × 10^maximum_scale.
using Wide = Fixed<512>;
/// Holds the dividend of any quotient.
using Widest = Fixed<1024>;

/// 10^exponent, up to 10^76 for Integer and 10^152 for the wider types.
template <typename T>
const T& power_of_ten(unsigned exponent) {
  constexpr unsigned highest = Decimal::maximum_scale * (std::is_same_v<T, Integer> ? 1 : 2);
  static const auto table = [] {
    std::array<T, highest + 1> powers;
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
  }();
  return table[exponent];
}

bool is_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

constexpr std::size_t machine_digits = 18;

std::uint64_t parse_machine_word(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<std::uint64_t>(c - '0');
  return number;
}

/// Digits only, eighteen at a time: most numbers need no more.
std::optional<Integer> parse_digits(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.size() <= machine_digits) return Integer(parse_machine_word(digits));
  if (digits.size() > 78) return std::nullopt;
  Integer value = 0;
  try {
    while (!digits.empty()) {
      const std::string_view chunk = digits.substr(0, machine_digits);
      std::uint64_t factor = 1;
      for (std::size_t i = 0; i < chunk.size(); ++i) factor *= 10;
      value = value * factor + parse_machine_word(chunk);
      digits.remove_prefix(chunk.size());
    }
  } catch (const std::exception&) {
    return std::nullopt;
  }
  return value;
}

/// True and shortens `text` when it starts with a sign that is a minus.
bool take_sign(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  return negative;
}

template <typename T>
T divide_rounded(const T& dividend, const T& divisor) {
  T quotient;
  T remainder;
  mp::divide_qr(dividend, divisor, quotient, remainder);
  const T twice = abs(remainder) * 2;
  if (twice >= abs(divisor)) quotient += (dividend.sign() < 0) == (divisor.sign() < 0) ? 1 : -1;
  return quotient;
}

template <typename T>
std::optional<Decimal> fit(const T& value, unsigned scale) {
  // One below the greatest, so that rounding up still fits.
  static const T limit = (T(1) << 256U) - 1;
  unsigned dropped = scale > Decimal::maximum_scale ? scale - Decimal::maximum_scale : 0;
  if (dropped == 0 && abs(value) < limit) {
    return Decimal::from_parts(static_cast<Integer>(value), scale);
  }
  while (abs(value) / power_of_ten<T>(dropped) >= limit) {
    if (++dropped > scale) return std::nullopt;
  }
  const T rounded = divide_rounded<T>(value, power_of_ten<T>(dropped));
  return Decimal::from_parts(static_cast<Integer>(rounded), scale - dropped);
}

Wide aligned(const Decimal& value, unsigned scale) {
  const Wide coefficient(value.coefficient());
  return scale == value.scale() ? coefficient
                                : Wide(coefficient * power_of_ten<Wide>(scale - value.scale()));
}

template <typename Operation>
std::optional<Integer> checked(Operation operation) {
  try {
    return operation();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<Integer> parse_integer(std::string_view lexical_form) {
  const bool negative = take_sign(lexical_form);
  if (!is_digits(lexical_form)) return std::nullopt;
  auto value = parse_digits(lexical_form);
  if (value && negative) *value = -*value;
  return value;
}

std::string to_lexical_form(const Integer& value) {
  return value.str();
}

std::optional<Integer> add(const Integer& left, const Integer& right) {
  return checked([&] { return Integer(left + right); });
}

std::optional<Integer> subtract(const Integer& left, const Integer& right) {
  return checked([&] { return Integer(left - right); });
}

std::optional<Integer> multiply(const Integer& left, const Integer& right) {
  return checked([&] { return Integer(left * right); });
}

std::optional<Decimal> Decimal::from_parts(Integer coefficient, unsigned scale) {
  if (coefficient.is_zero()) scale = 0;
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale > maximum_scale) return std::nullopt;
  Decimal result(std::move(coefficient));
  result.scale_ = scale;
  return result;
}

std::optional<Decimal> Decimal::parse(std::string_view lexical_form) {
  const bool negative = take_sign(lexical_form);
  const std::size_t point = lexical_form.find('.');
  const std::string_view whole = lexical_form.substr(0, point);
  std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : lexical_form.substr(point + 1);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  if (!whole.empty() && !is_digits(whole)) return std::nullopt;
  if (!fraction.empty() && !is_digits(fraction)) return std::nullopt;
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (fraction.size() > maximum_scale) return std::nullopt;
  auto coefficient =
      fraction.empty() ? parse_digits(whole) : parse_digits(std::string(whole).append(fraction));
  if (!coefficient) return std::nullopt;
  if (negative) *coefficient = -*coefficient;
  return from_parts(*std::move(coefficient), static_cast<unsigned>(fraction.size()));
}

std::string Decimal::to_lexical_form() const {
  std::string digits = xsd::to_lexical_form(Integer(abs(coefficient_)));
  if (scale_ > 0) {
    if (digits.size() <= scale_) digits.insert(0, scale_ + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale_, 1, '.');
  }
  if (is_negative()) digits.insert(0, 1, '-');
  return digits;
}

double Decimal::to_double() const {
  // Both operands exact, so the quotient is rounded once.
  static const Integer exact = Integer(1) << 53U;
  constexpr unsigned exact_powers = 22;
  if (scale_ <= exact_powers && abs(coefficient_) <= exact) {
    static constexpr std::array<double, exact_powers + 1> powers{
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    return static_cast<double>(static_cast<std::int64_t>(coefficient_)) / powers[scale_];
  }
  // from_chars rounds correctly, a division would round twice.
  const std::string text = to_lexical_form();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

float Decimal::to_float() const {
  const std::string text = to_lexical_form();
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc::result_out_of_range) return value;
  const float limit = coefficient_.sign() < 0 ? -1.0F : 1.0F;
  return abs(truncate()) > 1 ? limit * std::numeric_limits<float>::infinity() : limit * 0.0F;
}

Integer Decimal::truncate() const {
  return scale_ == 0 ? coefficient_ : Integer(coefficient_ / power_of_ten<Integer>(scale_));
}

Integer Decimal::floor() const {
  const Integer whole = truncate();
  return scale_ > 0 && is_negative() ? Integer(whole - 1) : whole;
}

Integer Decimal::ceiling() const {
  const Integer whole = truncate();
  return scale_ > 0 && !is_negative() ? Integer(whole + 1) : whole;
}

Integer Decimal::round() const {
  if (scale_ == 0) return coefficient_;
  const Decimal half = *from_parts(5, 1);
  const Integer below = floor();
  const auto fraction = subtract(*this, Decimal(below));
  return *fraction < half ? below : Integer(below + 1);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int sign = coefficient_.sign();
  const int other_sign = other.coefficient_.sign();
  if (sign != other_sign) return sign <=> other_sign;
  const unsigned scale = std::max(scale_, other.scale_);
  const int order = aligned(*this, scale).compare(aligned(other, scale));
  return order <=> 0;
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  const unsigned scale = std::max(left.scale(), right.scale());
  return fit<Wide>(aligned(left, scale) + aligned(right, scale), scale);
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) {
  return add(left, negate(right));
}

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
  return fit<Wide>(Wide(left.coefficient()) * Wide(right.coefficient()),
                   left.scale() + right.scale());
}

std::optional<Decimal> divide(const Decimal& left, const Decimal& right) {
  if (right.is_zero()) return std::nullopt;
  const Widest dividend =
      Widest(left.coefficient()) * power_of_ten<Widest>(Decimal::division_scale + right.scale());
  const Widest divisor = Widest(right.coefficient()) * power_of_ten<Widest>(left.scale());
  return fit<Widest>(divide_rounded<Widest>(dividend, divisor), Decimal::division_scale);
}

Decimal negate(const Decimal& value) {
  return *Decimal::from_parts(Integer(-value.coefficient()), value.scale());
}

}  // namespace prosper::rdf::xsd
