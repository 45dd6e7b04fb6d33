// SPDX-License-Identifier: Apache-2.0
// Tests on terms and their parts (§17.4.2).
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

Result is_iri(Arguments arguments, Context&) {
  return make_boolean(rdf::is_iri(arguments[0]));
}

Result is_blank(Arguments arguments, Context&) {
  return make_boolean(rdf::is_blank(arguments[0]));
}

Result is_literal(Arguments arguments, Context&) {
  return make_boolean(rdf::is_literal(arguments[0]));
}

Result is_numeric(Arguments arguments, Context&) {
  return make_boolean(numeric_of(arguments[0]).has_value());
}

Result str(Arguments arguments, Context&) {
  if (const auto* iri = std::get_if<rdf::Iri>(&arguments[0])) return make_simple(iri->value);
  const auto* literal = literal_of(arguments[0]);
  return literal == nullptr ? std::nullopt : Result(make_simple(literal->lexical_form));
}

Result lang(Arguments arguments, Context&) {
  const auto* literal = literal_of(arguments[0]);
  return literal == nullptr ? std::nullopt : Result(make_simple(literal->language));
}

Result datatype(Arguments arguments, Context&) {
  const auto* literal = literal_of(arguments[0]);
  return literal == nullptr ? std::nullopt : Result(rdf::Iri{literal->datatype});
}

Result same_term(Arguments arguments, Context&) {
  return make_boolean(arguments[0] == arguments[1]);
}

}  // namespace

void register_term_functions(FunctionTable& table) {
  table["ISIRI"] = {is_iri, 1, 1};
  table["ISURI"] = {is_iri, 1, 1};
  table["ISBLANK"] = {is_blank, 1, 1};
  table["ISLITERAL"] = {is_literal, 1, 1};
  table["ISNUMERIC"] = {is_numeric, 1, 1};
  table["STR"] = {str, 1, 1};
  table["LANG"] = {lang, 1, 1};
  table["DATATYPE"] = {datatype, 1, 1};
  table["SAMETERM"] = {same_term, 2, 2};
}

}  // namespace prosper::sparql::functions
