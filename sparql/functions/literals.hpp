// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "store/rdf/term.hpp"
#include "store/rdf/xsd/date_time.hpp"
#include "store/rdf/xsd/duration.hpp"
#include "store/rdf/xsd/numeric.hpp"

/// Literals taken apart and put together: what every family of functions needs.
namespace prosper::sparql::functions {

/// A literal of an unknown datatype, or of a known one with a lexical form outside its lexical
/// space or a value beyond what we hold.
struct UnknownValue {};

struct SimpleString {
  std::string_view text;
};

struct LanguageString {
  std::string_view text;
  std::string_view language;
};

struct TypedDuration {
  rdf::xsd::Duration value;
  rdf::xsd::Datatype datatype = rdf::xsd::Datatype::Duration;
};

/// What a literal means. Two alternatives are two disjoint value spaces.
using Value = std::variant<UnknownValue, SimpleString, LanguageString, bool, rdf::xsd::Numeric,
                           rdf::xsd::DateTime, TypedDuration>;

/// The strings of the value are views into `literal`.
Value value_of(const rdf::Literal& literal);
/// The numeric value of a literal with a numeric datatype and a valid lexical form.
std::optional<rdf::xsd::Numeric> numeric_of(const rdf::Term& term);
/// The value of an xsd:string literal.
std::optional<std::string_view> simple_string_of(const rdf::Term& term);

/// Null when the term is no literal.
const rdf::Literal* literal_of(const rdf::Term& term);
/// The literal when it is an xsd:string or has a language (a string literal, §17.4.3.1.1), else
/// null.
const rdf::Literal* string_literal_of(const rdf::Term& term);
/// §17.4.3.1.2: the second has no language, or that of the first.
bool are_compatible(const rdf::Literal& first, const rdf::Literal& second);

rdf::Term make_simple(std::string text);
/// A string with the language of `model`, if any.
rdf::Term make_string_like(const rdf::Literal& model, std::string text);
rdf::Term make_number(const rdf::xsd::Numeric& value);
rdf::Term make_integer(std::int64_t value);
rdf::Term make_date_time(const rdf::xsd::DateTime& value);
rdf::Term make_duration(const TypedDuration& value);

}  // namespace prosper::sparql::functions
