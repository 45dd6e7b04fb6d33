// SPDX-License-Identifier: Apache-2.0
// Functions that measure, cut and change strings (§17.4.3), by code points.
#include <cmath>

#include "sparql/functions/code_points.hpp"
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/language_tag.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

Result strlen(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  if (text == nullptr) return std::nullopt;
  return make_integer(static_cast<std::int64_t>(rdf::count_code_points(text->lexical_form)));
}

/// The code points whose position p (from 1) satisfies round(start) <= p < round(start) +
/// round(length) (fn:substring); nothing is in range when one of them is NaN.
std::string substring(std::string_view text, double start, double length) {
  const double first = std::floor(start + 0.5);
  const double end = first + std::floor(length + 0.5);
  const auto size = static_cast<double>(rdf::count_code_points(text));
  const double from = std::fmax(first, 1);
  const double until = std::fmin(end, size + 1);
  if (std::isnan(first) || std::isnan(end) || from >= until) return {};
  const std::size_t begin = byte_offset(text, static_cast<std::size_t>(from - 1));
  const std::string_view rest = text.substr(begin);
  return std::string(rest.substr(0, byte_offset(rest, static_cast<std::size_t>(until - from))));
}

Result substr(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  const auto start = numeric_of(arguments[1]);
  if (text == nullptr || !start) return std::nullopt;
  double length = HUGE_VAL;
  if (arguments.size() == 3) {
    const auto given = numeric_of(arguments[2]);
    if (!given) return std::nullopt;
    length = rdf::xsd::to_double(*given);
  }
  return make_string_like(*text,
                          substring(text->lexical_form, rdf::xsd::to_double(*start), length));
}

Result ucase(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  if (text == nullptr) return std::nullopt;
  return make_string_like(*text, to_upper_case(text->lexical_form));
}

Result lcase(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  if (text == nullptr) return std::nullopt;
  return make_string_like(*text, to_lower_case(text->lexical_form));
}

Result encode_for_uri(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  if (text == nullptr) return std::nullopt;
  return make_simple(rdf::percent_encode(text->lexical_form, false));
}

/// The language stays when all arguments share it (§17.4.3.12).
Result concat(Arguments arguments, Context&) {
  std::string out;
  bool same_language = true;
  const rdf::Literal* first = nullptr;
  for (const rdf::Term& argument : arguments) {
    const auto* text = string_literal_of(argument);
    if (text == nullptr) return std::nullopt;
    if (first == nullptr) first = text;
    same_language = same_language && rdf::are_same_language(first->language, text->language);
    out.append(text->lexical_form);
  }
  if (first == nullptr || !same_language) return make_simple(std::move(out));
  return make_string_like(*first, std::move(out));
}

}  // namespace

void register_string_functions(FunctionTable& table) {
  table["STRLEN"] = {strlen, 1, 1};
  table["SUBSTR"] = {substr, 2, 3};
  table["UCASE"] = {ucase, 1, 1};
  table["LCASE"] = {lcase, 1, 1};
  table["ENCODE_FOR_URI"] = {encode_for_uri, 1, 1};
  table["CONCAT"] = {concat, 0, any_number};
}

}  // namespace prosper::sparql::functions
