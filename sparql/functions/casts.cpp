// SPDX-License-Identifier: Apache-2.0
// Constructor functions by the IRI of their datatype (§17.5, F&O §17). White space around the text
// of a string is ignored, and nothing is cast from an ill-typed literal or a language string.
#include <cmath>

#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"
#include "store/rdf/xsd/lexical.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

/// xsd:boolean as a number.
std::optional<xsd::Numeric> number_of(const Value& value) {
  if (const auto* number = std::get_if<xsd::Numeric>(&value)) return *number;
  if (const auto* boolean = std::get_if<bool>(&value)) return xsd::Integer(*boolean ? 1 : 0);
  return std::nullopt;
}

Result cast_to_boolean(const Value& value) {
  if (const auto* text = std::get_if<SimpleString>(&value)) {
    const auto boolean = xsd::parse_boolean(xsd::trim(text->text));
    return boolean ? Result(make_boolean(*boolean)) : std::nullopt;
  }
  const auto number = number_of(value);
  if (!number) return std::nullopt;
  return make_boolean(!xsd::is_zero(*number) && !xsd::is_nan(*number));
}

std::optional<xsd::Numeric> convert(const xsd::Numeric& number, xsd::Datatype target) {
  if (target == xsd::Datatype::Double) return xsd::to_double(number);
  if (target == xsd::Datatype::Float) return xsd::to_float(number);
  if (std::holds_alternative<xsd::Integer>(number) && xsd::is_integer_type(target)) return number;
  const auto decimal = xsd::to_decimal(number);
  if (!decimal) return std::nullopt;
  if (target == xsd::Datatype::Decimal) return *decimal;
  return decimal->truncate();
}

Result cast_to_number(const Value& value, xsd::Datatype target) {
  std::optional<xsd::Numeric> result;
  if (const auto* text = std::get_if<SimpleString>(&value)) {
    result = xsd::parse_numeric(xsd::trim(text->text), target);
  } else if (const auto number = number_of(value)) {
    result = convert(*number, target);
  }
  if (!result) return std::nullopt;
  const auto* integer = std::get_if<xsd::Integer>(&*result);
  if (integer != nullptr && !xsd::range_of(target).contains(*integer)) return std::nullopt;
  return rdf::make_typed_literal(xsd::to_lexical_form(*result), xsd::iri_of(target));
}

Result cast_to_date_time(const Value& value, xsd::Datatype target) {
  std::optional<xsd::DateTime> result;
  if (const auto* text = std::get_if<SimpleString>(&value)) {
    result = xsd::parse_date_time(xsd::trim(text->text), target);
  } else if (const auto* date = std::get_if<xsd::DateTime>(&value)) {
    result = xsd::cast(*date, target);
  }
  if (!result) return std::nullopt;
  return rdf::make_typed_literal(xsd::to_lexical_form(*result), xsd::iri_of(target));
}

/// To a subtype, the part that the subtype has not is dropped (F&O §17.1.4).
Result cast_to_duration(const Value& value, xsd::Datatype target) {
  std::optional<xsd::Duration> result;
  if (const auto* text = std::get_if<SimpleString>(&value)) {
    result = xsd::parse_duration(xsd::trim(text->text), target);
  } else if (const auto* duration = std::get_if<TypedDuration>(&value)) {
    result = duration->value;
    if (target == xsd::Datatype::DayTimeDuration) result->months = 0;
    if (target == xsd::Datatype::YearMonthDuration) result->seconds = {};
  }
  if (!result) return std::nullopt;
  return make_duration({*result, target});
}

Result cast_to_string(const Value& value) {
  if (const auto* text = std::get_if<SimpleString>(&value)) {
    return make_simple(std::string(text->text));
  }
  if (const auto* boolean = std::get_if<bool>(&value)) {
    return make_simple(*boolean ? "true" : "false");
  }
  if (const auto* number = std::get_if<xsd::Numeric>(&value)) {
    return make_simple(xsd::to_cast_string(*number));
  }
  if (const auto* date = std::get_if<xsd::DateTime>(&value)) {
    return make_simple(xsd::to_lexical_form(*date));
  }
  if (const auto* duration = std::get_if<TypedDuration>(&value)) {
    return make_simple(xsd::to_lexical_form(duration->value, duration->datatype));
  }
  return std::nullopt;
}

Result cast_to(const rdf::Term& term, xsd::Datatype target) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) {
    return target == xsd::Datatype::String ? Result(make_simple(iri->value)) : std::nullopt;
  }
  const auto* literal = literal_of(term);
  if (literal == nullptr) return std::nullopt;
  const Value value = value_of(*literal);
  if (target == xsd::Datatype::String) return cast_to_string(value);
  if (target == xsd::Datatype::Boolean) return cast_to_boolean(value);
  if (xsd::is_numeric_type(target)) return cast_to_number(value, target);
  if (xsd::is_duration_type(target)) return cast_to_duration(value, target);
  return cast_to_date_time(value, target);
}

}  // namespace

void register_casts(FunctionTable& table) {
  for (int i = 0; i <= static_cast<int>(xsd::Datatype::YearMonthDuration); ++i) {
    const auto target = static_cast<xsd::Datatype>(i);
    const auto cast = [target](std::span<const rdf::Term> arguments, Context&) {
      return cast_to(arguments[0], target);
    };
    table[std::string(xsd::iri_of(target))] = {cast, 1, 1};
  }
}

}  // namespace prosper::sparql::functions
