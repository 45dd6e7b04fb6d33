// SPDX-License-Identifier: Apache-2.0
// Effective boolean values, = and < (§17.2.2, §17.3).
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"
#include "store/rdf/language_tag.hpp"
#include "store/rdf/xsd/datatype.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

/// No value: an error. Unordered with NaN is false, not an error.
std::optional<bool> equal_values(const xsd::Numeric& left, const xsd::Numeric& right) {
  return xsd::compare(left, right) == 0;
}

std::optional<bool> equal_values(const xsd::DateTime& left, const xsd::DateTime& right) {
  if (left.type != right.type) return false;
  const std::partial_ordering order = xsd::compare(left, right);
  if (order == std::partial_ordering::unordered) return std::nullopt;
  return order == 0;
}

std::optional<bool> equal_values(const TypedDuration& left, const TypedDuration& right) {
  return left.value == right.value;
}

std::optional<bool> equal_values(bool left, bool right) {
  return left == right;
}

std::optional<bool> equal_values(const SimpleString& left, const SimpleString& right) {
  return left.text == right.text;
}

std::optional<bool> equal_values(const LanguageString& left, const LanguageString& right) {
  return left.text == right.text && rdf::are_same_language(left.language, right.language);
}

std::optional<bool> equal_values(const UnknownValue&, const UnknownValue&) {
  return std::nullopt;
}

/// §17.4.1.7: two literals that are not the same term are only known to differ when both values
/// are known; a language string differs from everything without a language.
std::optional<bool> equal_literals(const rdf::Literal& left, const rdf::Literal& right) {
  if (left.language.empty() != right.language.empty()) return false;
  const Value a = value_of(left);
  const Value b = value_of(right);
  const bool known =
      !std::holds_alternative<UnknownValue>(a) && !std::holds_alternative<UnknownValue>(b);
  if (!known) return left == right ? std::optional(true) : std::nullopt;
  if (a.index() != b.index()) return false;
  return std::visit(
      [&b](const auto& value) {
        return equal_values(value, std::get<std::decay_t<decltype(value)>>(b));
      },
      a);
}

/// How two literals compare with < and =; no value when their datatypes have no order.
std::optional<std::partial_ordering> compare_literals(const rdf::Term& left,
                                                      const rdf::Term& right) {
  const auto* left_literal = literal_of(left);
  const auto* right_literal = literal_of(right);
  if (left_literal == nullptr || right_literal == nullptr) return std::nullopt;
  const Value a = value_of(*left_literal);
  const Value b = value_of(*right_literal);
  if (a.index() != b.index()) return std::nullopt;
  if (const auto* number = std::get_if<xsd::Numeric>(&a)) {
    return xsd::compare(*number, std::get<xsd::Numeric>(b));
  }
  if (const auto* string = std::get_if<SimpleString>(&a)) {
    return string->text <=> std::get<SimpleString>(b).text;
  }
  if (const auto* boolean = std::get_if<bool>(&a)) return *boolean <=> std::get<bool>(b);
  std::partial_ordering order = std::partial_ordering::unordered;
  if (const auto* date = std::get_if<xsd::DateTime>(&a)) {
    order = xsd::compare(*date, std::get<xsd::DateTime>(b));
  } else if (const auto* duration = std::get_if<TypedDuration>(&a)) {
    order = xsd::compare(duration->value, std::get<TypedDuration>(b).value);
  }
  if (order == std::partial_ordering::unordered) return std::nullopt;
  return order;
}

}  // namespace

std::optional<bool> effective_boolean_value(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr) return std::nullopt;
  const Value value = value_of(*literal);
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean;
  if (const auto* number = std::get_if<xsd::Numeric>(&value)) {
    return !xsd::is_zero(*number) && !xsd::is_nan(*number);
  }
  if (string_literal_of(term) != nullptr) return !literal->lexical_form.empty();
  const auto datatype = xsd::find_datatype(literal->datatype);
  if (!datatype) return std::nullopt;
  // An ill-typed boolean or number is false (§17.2.2).
  const bool is_false = *datatype == xsd::Datatype::Boolean || xsd::is_numeric_type(*datatype);
  return is_false ? std::optional(false) : std::nullopt;
}

std::optional<bool> equal(const rdf::Term& left, const rdf::Term& right) {
  const auto* left_literal = literal_of(left);
  const auto* right_literal = literal_of(right);
  if (left_literal == nullptr || right_literal == nullptr) return left == right;
  return equal_literals(*left_literal, *right_literal);
}

std::optional<bool> less(const rdf::Term& left, const rdf::Term& right) {
  const auto order = compare_literals(left, right);
  return order ? std::optional(*order < 0) : std::nullopt;
}

std::optional<bool> less_or_equal(const rdf::Term& left, const rdf::Term& right) {
  const auto order = compare_literals(left, right);
  return order ? std::optional(*order <= 0) : std::nullopt;
}

}  // namespace prosper::sparql::functions
