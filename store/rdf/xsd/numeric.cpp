// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/numeric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace prosper::rdf::xsd {
namespace {

constexpr std::size_t integer_index = 0;
constexpr std::size_t decimal_index = 1;
constexpr std::size_t float_index = 2;

template <typename T>
constexpr bool is_real = std::is_floating_point_v<T>;

Decimal exact_decimal(const Numeric& value) {
  if (const auto* integer = std::get_if<Integer>(&value)) return Decimal(*integer);
  return std::get<Decimal>(value);
}

/// Calls `operation` with both operands promoted to the greater of their types.
template <typename Operation>
auto promoted(const Numeric& left, const Numeric& right, Operation operation) {
  switch (std::max(left.index(), right.index())) {
    case integer_index:
      return operation(std::get<Integer>(left), std::get<Integer>(right));
    case decimal_index:
      return operation(exact_decimal(left), exact_decimal(right));
    case float_index:
      return operation(to_float(left), to_float(right));
    default:
      return operation(to_double(left), to_double(right));
  }
}

std::optional<Numeric> optional_numeric(std::optional<Integer> value) {
  return value ? std::optional<Numeric>(std::move(*value)) : std::nullopt;
}

std::optional<Numeric> optional_numeric(std::optional<Decimal> value) {
  return value ? std::optional<Numeric>(std::move(*value)) : std::nullopt;
}

template <typename Real>
Real round_real(Real value) {
  if (!std::isfinite(value) || value == 0) return value;
  if (value < 0 && value >= Real(-0.5)) return Real(-0.0);
  const Real below = std::floor(value);
  return value - below < Real(0.5) ? below : below + 1;
}

/// Exact: every finite double is an integer times a power of two.
std::strong_ordering order_exactly(const Decimal& left, double right) {
  using boost::multiprecision::cpp_int;
  int exponent = 0;
  const double mantissa = std::frexp(right, &exponent);
  constexpr int digits = std::numeric_limits<double>::digits;
  cpp_int binary(static_cast<std::int64_t>(std::ldexp(mantissa, digits)));
  exponent -= digits;
  cpp_int decimal(left.coefficient());
  binary *= boost::multiprecision::pow(cpp_int(10), left.scale());
  if (exponent >= 0) {
    binary <<= static_cast<unsigned>(exponent);
  } else {
    decimal <<= static_cast<unsigned>(-exponent);
  }
  return decimal.compare(binary) <=> 0;
}

std::weak_ordering order_decimal_and_real(const Decimal& left, double right) {
  if (std::isinf(right)) {
    return right > 0 ? std::weak_ordering::less : std::weak_ordering::greater;
  }
  const double nearest = left.to_double();
  if (nearest < right) return std::weak_ordering::less;
  if (nearest > right) return std::weak_ordering::greater;
  return order_exactly(left, right);
}

std::weak_ordering reversed(std::weak_ordering order) {
  return 0 <=> order;
}

}  // namespace

std::optional<Numeric> add(const Numeric& left, const Numeric& right) {
  return promoted(left, right, [](const auto& a, const auto& b) -> std::optional<Numeric> {
    if constexpr (is_real<std::decay_t<decltype(a)>>)
      return Numeric(a + b);
    else
      return optional_numeric(add(a, b));
  });
}

std::optional<Numeric> subtract(const Numeric& left, const Numeric& right) {
  return promoted(left, right, [](const auto& a, const auto& b) -> std::optional<Numeric> {
    if constexpr (is_real<std::decay_t<decltype(a)>>)
      return Numeric(a - b);
    else
      return optional_numeric(subtract(a, b));
  });
}

std::optional<Numeric> multiply(const Numeric& left, const Numeric& right) {
  return promoted(left, right, [](const auto& a, const auto& b) -> std::optional<Numeric> {
    if constexpr (is_real<std::decay_t<decltype(a)>>)
      return Numeric(a * b);
    else
      return optional_numeric(multiply(a, b));
  });
}

std::optional<Numeric> divide(const Numeric& left, const Numeric& right) {
  return promoted(left, right, [](const auto& a, const auto& b) -> std::optional<Numeric> {
    if constexpr (is_real<std::decay_t<decltype(a)>>)
      return Numeric(a / b);
    else
      return optional_numeric(divide(Decimal(a), Decimal(b)));
  });
}

Numeric negate(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> Numeric {
        if constexpr (std::is_same_v<std::decay_t<decltype(v)>, Decimal>)
          return negate(v);
        else
          return std::decay_t<decltype(v)>(-v);
      },
      value);
}

Numeric absolute(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> Numeric {
        using T = std::decay_t<decltype(v)>;
        if constexpr (is_real<T>)
          return std::fabs(v);
        else if constexpr (std::is_same_v<T, Decimal>)
          return v.is_negative() ? negate(v) : v;
        else
          return Integer(abs(v));
      },
      value);
}

Numeric ceiling(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> Numeric {
        using T = std::decay_t<decltype(v)>;
        if constexpr (is_real<T>)
          return std::ceil(v);
        else if constexpr (std::is_same_v<T, Decimal>)
          return Decimal(v.ceiling());
        else
          return v;
      },
      value);
}

Numeric floor(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> Numeric {
        using T = std::decay_t<decltype(v)>;
        if constexpr (is_real<T>)
          return std::floor(v);
        else if constexpr (std::is_same_v<T, Decimal>)
          return Decimal(v.floor());
        else
          return v;
      },
      value);
}

Numeric round(const Numeric& value) {
  return std::visit(
      [](const auto& v) -> Numeric {
        using T = std::decay_t<decltype(v)>;
        if constexpr (is_real<T>)
          return round_real(v);
        else if constexpr (std::is_same_v<T, Decimal>)
          return Decimal(v.round());
        else
          return v;
      },
      value);
}

std::partial_ordering compare(const Numeric& left, const Numeric& right) {
  return promoted(left, right, [](const auto& a, const auto& b) -> std::partial_ordering {
    if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Integer>)
      return a.compare(b) <=> 0;
    else
      return a <=> b;
  });
}

std::weak_ordering order(const Numeric& left, const Numeric& right) {
  if (is_nan(left) || is_nan(right)) return is_nan(right) <=> is_nan(left);
  const bool left_exact = left.index() <= decimal_index;
  const bool right_exact = right.index() <= decimal_index;
  if (left_exact && !right_exact) {
    return order_decimal_and_real(exact_decimal(left), to_double(right));
  }
  if (right_exact && !left_exact) {
    return reversed(order_decimal_and_real(exact_decimal(right), to_double(left)));
  }
  const std::partial_ordering order = compare(left, right);
  if (order < 0) return std::weak_ordering::less;
  return order > 0 ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

bool is_nan(const Numeric& value) {
  if (const auto* real = std::get_if<double>(&value)) return std::isnan(*real);
  const auto* real = std::get_if<float>(&value);
  return real != nullptr && std::isnan(*real);
}

bool is_zero(const Numeric& value) {
  return std::visit(
      [](const auto& v) {
        if constexpr (is_real<std::decay_t<decltype(v)>>)
          return v == 0;
        else
          return v.is_zero();
      },
      value);
}

}  // namespace prosper::rdf::xsd
