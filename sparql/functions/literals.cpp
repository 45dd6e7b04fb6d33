// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/literals.hpp"

#include <utility>

#include "sparql/functions/operators.hpp"
#include "store/rdf/language_tag.hpp"
#include "store/rdf/xsd/lexical.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

template <typename T>
Value or_unknown(std::optional<T> value) {
  return value ? Value(*std::move(value)) : Value(UnknownValue{});
}

}  // namespace

Value value_of(const rdf::Literal& literal) {
  const std::string_view text = literal.lexical_form;
  if (!literal.language.empty()) return LanguageString{text, literal.language};
  const auto datatype = xsd::find_datatype(literal.datatype);
  if (!datatype) return UnknownValue{};
  if (*datatype == xsd::Datatype::String) return SimpleString{text};
  if (*datatype == xsd::Datatype::Boolean) return or_unknown(xsd::parse_boolean(text));
  if (xsd::is_numeric_type(*datatype)) return or_unknown(xsd::parse_numeric(text, *datatype));
  if (xsd::is_date_time_type(*datatype)) return or_unknown(xsd::parse_date_time(text, *datatype));
  if (xsd::is_duration_type(*datatype)) {
    const auto duration = xsd::parse_duration(text, *datatype);
    if (duration) return TypedDuration{*duration, *datatype};
  }
  return UnknownValue{};
}

std::optional<xsd::Numeric> numeric_of(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr) return std::nullopt;
  const auto datatype = xsd::find_datatype(literal->datatype);
  if (!datatype || !xsd::is_numeric_type(*datatype)) return std::nullopt;
  return xsd::parse_numeric(literal->lexical_form, *datatype);
}

std::optional<std::string_view> simple_string_of(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr || literal->datatype != vocabularies::xsd::string) return std::nullopt;
  return literal->lexical_form;
}

const rdf::Literal* literal_of(const rdf::Term& term) {
  return std::get_if<rdf::Literal>(&term);
}

const rdf::Literal* string_literal_of(const rdf::Term& term) {
  const auto* literal = literal_of(term);
  if (literal == nullptr) return nullptr;
  const bool is_string =
      !literal->language.empty() || literal->datatype == vocabularies::xsd::string;
  return is_string ? literal : nullptr;
}

bool are_compatible(const rdf::Literal& first, const rdf::Literal& second) {
  return second.language.empty() || rdf::are_same_language(first.language, second.language);
}

rdf::Term make_simple(std::string text) {
  return rdf::make_string(std::move(text));
}

rdf::Term make_string_like(const rdf::Literal& model, std::string text) {
  if (model.language.empty()) return rdf::make_string(std::move(text));
  return rdf::make_language_string(std::move(text), model.language);
}

rdf::Term make_boolean(bool value) {
  return rdf::make_typed_literal(value ? "true" : "false", vocabularies::xsd::boolean);
}

rdf::Term make_number(const xsd::Numeric& value) {
  return rdf::make_typed_literal(xsd::to_lexical_form(value), xsd::iri_of(xsd::datatype_of(value)));
}

rdf::Term make_integer(std::int64_t value) {
  return rdf::make_typed_literal(std::to_string(value), vocabularies::xsd::integer);
}

rdf::Term make_date_time(const xsd::DateTime& value) {
  return rdf::make_typed_literal(xsd::to_lexical_form(value), xsd::iri_of(value.type));
}

rdf::Term make_duration(const TypedDuration& value) {
  return rdf::make_typed_literal(xsd::to_lexical_form(value.value, value.datatype),
                                 xsd::iri_of(value.datatype));
}

}  // namespace prosper::sparql::functions
