// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/function_registry.hpp"

#include "sparql/functions/families.hpp"
#include "store/rdf/nearest_word.hpp"

namespace prosper::sparql::functions {
namespace {

const Registration* find(const FunctionTable& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : &found->second;
}

FunctionTable make_builtins() {
  FunctionTable table;
  register_term_functions(table);
  register_constructors(table);
  register_string_functions(table);
  register_string_searches(table);
  register_regex_functions(table);
  register_numeric_functions(table);
  register_date_functions(table);
  register_hashes(table);
  return table;
}

FunctionTable make_functions() {
  FunctionTable table;
  register_casts(table);
  register_geospatial_functions(table);
  return table;
}

const FunctionTable& functions_by_iri() {
  static const FunctionTable table = make_functions();
  return table;
}

}  // namespace

const Registration* find_builtin(std::string_view name) {
  static const FunctionTable table = make_builtins();
  return find(table, name);
}

const Registration* find_function(std::string_view iri) {
  return find(functions_by_iri(), iri);
}

std::optional<std::string_view> find_meant_function(std::string_view iri) {
  std::vector<std::string_view> known;
  for (const auto& [name, registration] : functions_by_iri()) known.push_back(name);
  return rdf::nearest_word(iri, known);
}

}  // namespace prosper::sparql::functions
