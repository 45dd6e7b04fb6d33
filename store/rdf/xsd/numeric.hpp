// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "store/rdf/xsd/datatype.hpp"
#include "store/rdf/xsd/decimal.hpp"

namespace prosper::rdf::xsd {

/// A numeric value; the order of the alternatives is the order of promotion (XPath 2.0 §B.1).
/// Types derived from xsd:integer are integers once parsed.
using Numeric = std::variant<Integer, Decimal, float, double>;

/// The value of a literal of a numeric datatype. No value when the lexical form is not one of the
/// datatype, outside its range, or beyond what Integer and Decimal hold.
std::optional<Numeric> parse_numeric(std::string_view lexical_form, Datatype datatype);

/// xsd:float and xsd:double (XSD 1.1 §3.3.5): nearest value, too large is INF. `Real` is float or
/// double.
template <typename Real>
std::optional<Real> parse_real(std::string_view lexical_form);

/// The smallest and greatest value of an integer type, where it has one.
struct IntegerRange {
  std::optional<Integer> minimum;
  std::optional<Integer> maximum;

  bool contains(const Integer& value) const;
};

/// `datatype` must be an integer type.
const IntegerRange& range_of(Datatype datatype);

/// xsd:integer, xsd:decimal, xsd:float or xsd:double.
Datatype datatype_of(const Numeric& value);

/// Canonical (XSD 1.1 §E.1): the shortest digits that read back as the same value, 1.0E2 for a
/// double.
std::string to_lexical_form(const Numeric& value);
std::string to_lexical_form(double value);
std::string to_lexical_form(float value);

/// As casting to xsd:string prints (F&O §17.1.2): 100 rather than 1.0E2 between 1e-6 and 1e6.
std::string to_cast_string(const Numeric& value);

double to_double(const Numeric& value);
float to_float(const Numeric& value);
/// The decimal a value prints as (a double's shortest digits); no value for NaN, INF and what
/// Decimal cannot hold.
std::optional<Decimal> to_decimal(const Numeric& value);

/// Arithmetic with promotion (F&O §6.2): integers and decimals are exact, no value on overflow or
/// division by zero; float and double follow IEEE 754. Two integers divide to a decimal.
std::optional<Numeric> add(const Numeric& left, const Numeric& right);
std::optional<Numeric> subtract(const Numeric& left, const Numeric& right);
std::optional<Numeric> multiply(const Numeric& left, const Numeric& right);
std::optional<Numeric> divide(const Numeric& left, const Numeric& right);
Numeric negate(const Numeric& value);

/// fn:abs, fn:ceiling, fn:floor, fn:round (a half goes towards positive infinity): same type.
Numeric absolute(const Numeric& value);
Numeric ceiling(const Numeric& value);
Numeric floor(const Numeric& value);
Numeric round(const Numeric& value);

/// Comparison with promotion, unordered with NaN. Promotion rounds: two decimals that differ may
/// both equal one double.
std::partial_ordering compare(const Numeric& left, const Numeric& right);

/// A total order by exact value that refines `compare`; NaN comes first.
std::weak_ordering order(const Numeric& left, const Numeric& right);

bool is_nan(const Numeric& value);
bool is_zero(const Numeric& value);

}  // namespace prosper::rdf::xsd
