// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "sparql/functions/function_registry.hpp"

/// The families of functions: each file adds its own to the table it is given.
namespace prosper::sparql::functions {

/// By upper-case name for built-ins, by IRI for the others.
using FunctionTable = std::map<std::string, Registration, std::less<>>;

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

void register_term_functions(FunctionTable& table);
void register_constructors(FunctionTable& table);
void register_string_functions(FunctionTable& table);
void register_string_searches(FunctionTable& table);
void register_regex_functions(FunctionTable& table);
void register_numeric_functions(FunctionTable& table);
void register_date_functions(FunctionTable& table);
void register_hashes(FunctionTable& table);

void register_casts(FunctionTable& table);
void register_geospatial_functions(FunctionTable& table);

}  // namespace prosper::sparql::functions
