// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/term.hpp"

/// SPARQL functions on terms. An expression error (§17.2) is an empty optional, never an exception.
/// The functional forms that do not evaluate all their operands (BOUND, IF, COALESCE, EXISTS, ||,
/// &&, IN) belong to the evaluator, not here.
namespace prosper::sparql::functions {

using Result = std::optional<rdf::Term>;

/// What functions may know about the request and the solution they run in.
struct Context {
  std::string base_iri;
  /// NOW(): the same for a whole request.
  std::chrono::system_clock::time_point now = std::chrono::system_clock::now();
  std::mt19937_64 random{std::random_device{}()};
  /// BNODE("label"): the same label gives the same node within one solution (§17.4.2.9); the
  /// evaluator clears it between solutions.
  std::vector<std::pair<std::string, rdf::BlankNode>> solution_blank_nodes;
  std::uint64_t next_blank_node = 0;
};

using Function = std::function<Result(std::span<const rdf::Term> arguments, Context& context)>;

struct Registration {
  Function function;
  std::size_t minimum_arguments = 0;
  /// SIZE_MAX: any number.
  std::size_t maximum_arguments = 0;
};

/// A built-in of grammar rule [121] by its upper-case name ("STRLEN", "ISIRI", …); null if unknown.
const Registration* find_builtin(std::string_view name);

/// A cast (xsd:integer(…), §17.5) or extension function by IRI; null if unknown.
const Registration* find_function(std::string_view iri);

/// The function by IRI that a misspelt IRI most likely meant.
std::optional<std::string_view> find_meant_function(std::string_view iri);

}  // namespace prosper::sparql::functions
