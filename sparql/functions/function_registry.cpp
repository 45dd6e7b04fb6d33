// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/function_registry.hpp"

#include "sparql/functions/families.hpp"

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

}  // namespace

const Registration* find_builtin(std::string_view name) {
  static const FunctionTable table = make_builtins();
  return find(table, name);
}

const Registration* find_function(std::string_view iri) {
  static const FunctionTable table = make_functions();
  return find(table, iri);
}

}  // namespace prosper::sparql::functions
