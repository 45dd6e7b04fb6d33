// SPDX-License-Identifier: Apache-2.0
// + - * / on numbers (§17.3, F&O §6.2), and on dates and durations (F&O §8.4, §10.8).
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

Result optional_number(const std::optional<xsd::Numeric>& value) {
  return value ? Result(make_number(*value)) : std::nullopt;
}

Result optional_date(const std::optional<xsd::DateTime>& value) {
  return value ? Result(make_date_time(*value)) : std::nullopt;
}

Result optional_duration(const std::optional<xsd::Duration>& value, xsd::Datatype datatype) {
  return value ? Result(make_duration({*value, datatype})) : std::nullopt;
}

/// Two literals taken apart; no value when one of the terms is no literal.
struct Operands {
  Value left;
  Value right;

  template <typename L, typename R>
  bool are() const {
    return std::holds_alternative<L>(left) && std::holds_alternative<R>(right);
  }
};

std::optional<Operands> operands_of(const rdf::Term& left, const rdf::Term& right) {
  const auto* left_literal = literal_of(left);
  const auto* right_literal = literal_of(right);
  if (left_literal == nullptr || right_literal == nullptr) return std::nullopt;
  return Operands{value_of(*left_literal), value_of(*right_literal)};
}

/// F&O has no sum of a yearMonthDuration and a dayTimeDuration.
Result add_durations(const TypedDuration& left, const TypedDuration& right) {
  if (left.datatype != right.datatype) return std::nullopt;
  return optional_duration(xsd::add(left.value, right.value), left.datatype);
}

Result add_to_date(const Value& date, const xsd::Duration& duration) {
  return optional_date(xsd::add(std::get<xsd::DateTime>(date), duration));
}

}  // namespace

Result add(const rdf::Term& left, const rdf::Term& right) {
  const auto operands = operands_of(left, right);
  if (!operands) return std::nullopt;
  const auto& [a, b] = *operands;
  if (operands->are<xsd::Numeric, xsd::Numeric>()) {
    return optional_number(xsd::add(std::get<xsd::Numeric>(a), std::get<xsd::Numeric>(b)));
  }
  if (operands->are<xsd::DateTime, TypedDuration>()) {
    return add_to_date(a, std::get<TypedDuration>(b).value);
  }
  if (operands->are<TypedDuration, xsd::DateTime>()) {
    return add_to_date(b, std::get<TypedDuration>(a).value);
  }
  if (operands->are<TypedDuration, TypedDuration>()) {
    return add_durations(std::get<TypedDuration>(a), std::get<TypedDuration>(b));
  }
  return std::nullopt;
}

Result subtract(const rdf::Term& left, const rdf::Term& right) {
  const auto operands = operands_of(left, right);
  if (!operands) return std::nullopt;
  const auto& [a, b] = *operands;
  if (operands->are<xsd::Numeric, xsd::Numeric>()) {
    return optional_number(xsd::subtract(std::get<xsd::Numeric>(a), std::get<xsd::Numeric>(b)));
  }
  if (operands->are<xsd::DateTime, xsd::DateTime>()) {
    return optional_duration(xsd::subtract(std::get<xsd::DateTime>(a), std::get<xsd::DateTime>(b)),
                             xsd::Datatype::DayTimeDuration);
  }
  if (!std::holds_alternative<TypedDuration>(b)) return std::nullopt;
  const auto& duration = std::get<TypedDuration>(b);
  const auto negative = xsd::negate(duration.value);
  if (!negative) return std::nullopt;
  if (std::holds_alternative<xsd::DateTime>(a)) return add_to_date(a, *negative);
  if (!std::holds_alternative<TypedDuration>(a)) return std::nullopt;
  return add_durations(std::get<TypedDuration>(a), {*negative, duration.datatype});
}

Result multiply(const rdf::Term& left, const rdf::Term& right) {
  const auto operands = operands_of(left, right);
  if (!operands) return std::nullopt;
  const auto& [a, b] = *operands;
  if (operands->are<xsd::Numeric, xsd::Numeric>()) {
    return optional_number(xsd::multiply(std::get<xsd::Numeric>(a), std::get<xsd::Numeric>(b)));
  }
  const auto* duration = std::get_if<TypedDuration>(&a);
  const auto* factor = std::get_if<xsd::Numeric>(&b);
  if (duration == nullptr) {
    duration = std::get_if<TypedDuration>(&b);
    factor = std::get_if<xsd::Numeric>(&a);
  }
  if (duration == nullptr || factor == nullptr) return std::nullopt;
  const auto decimal = xsd::to_decimal(*factor);
  if (!decimal) return std::nullopt;
  return optional_duration(xsd::multiply(duration->value, *decimal), duration->datatype);
}

Result divide(const rdf::Term& left, const rdf::Term& right) {
  const auto operands = operands_of(left, right);
  if (!operands) return std::nullopt;
  const auto& [a, b] = *operands;
  if (operands->are<xsd::Numeric, xsd::Numeric>()) {
    return optional_number(xsd::divide(std::get<xsd::Numeric>(a), std::get<xsd::Numeric>(b)));
  }
  if (!operands->are<TypedDuration, xsd::Numeric>()) return std::nullopt;
  const auto divisor = xsd::to_decimal(std::get<xsd::Numeric>(b));
  if (!divisor) return std::nullopt;
  const auto& duration = std::get<TypedDuration>(a);
  return optional_duration(xsd::divide(duration.value, *divisor), duration.datatype);
}

Result negate(const rdf::Term& term) {
  const auto value = numeric_of(term);
  return value ? Result(make_number(xsd::negate(*value))) : std::nullopt;
}

Result unary_plus(const rdf::Term& term) {
  const auto value = numeric_of(term);
  return value ? Result(make_number(*value)) : std::nullopt;
}

}  // namespace prosper::sparql::functions
