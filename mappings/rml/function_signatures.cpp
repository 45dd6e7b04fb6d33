// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/function_signatures.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "mappings/functions/function_registry.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::mappings::rml {
namespace {

std::string_view local_name(std::string_view iri) {
  const std::size_t end = iri.find_last_of("#/");
  return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

struct Signature {
  std::string_view function;
  std::array<std::string_view, 3> parameters;
};

/// From the public FnO descriptions of the general functions.
constexpr Signature signatures[] = {
    {"alwaysReturnsABC", {}},
    {"toUpperCaseURL", {"str"}},
    {"equal", {"valueParam", "valueParam2"}},
    {"notEqual", {"valueParam", "valueParam2"}},
    {"trueCondition", {"strBoolean", "str"}},
    {"toUpperCase", {"valueParam"}},
    {"toLowerCase", {"valueParam"}},
    {"string_trim", {"valueParam"}},
    {"string_replace", {"valueParam", "param_find", "param_replace"}},
    {"string_substring", {"valueParam", "p_int_i_from", "p_int_i_opt_to"}},
    {"string_split", {"valueParam", "p_string_sep"}},
    {"string_length", {"valueParam"}},
    {"escape", {"valueParam", "modeParam"}},
};

}  // namespace

Value select_output(Value result, std::string_view output) {
  if (output.empty()) return result;
  if (const Record* record = result.record()) {
    if (const Value* field = record->find(local_name(output))) {
      Value selected = *field;
      return selected;
    }
    if (output.starts_with(function_ns)) return {};
    throw std::invalid_argument("the function has no output <" + std::string(output) + ">");
  }
  if (const List* list = result.list()) {
    List selected;
    for (const Value& item : *list) {
      if (Value one = select_output(item, output); !one.is_null())
        selected.push_back(std::move(one));
    }
    return Value(std::move(selected));
  }
  return result;
}

std::string_view natural_datatype_of_output(std::string_view output) {
  const std::string_view name = local_name(output);
  if (name == "output_number") return vocabularies::xsd::integer;
  if (name == "_boolOut") return vocabularies::xsd::boolean;
  return {};
}

bool may_have_parameter(std::string_view function, std::string_view parameter) {
  if (function.starts_with(function_ns)) return parameter.starts_with(function_ns);
  for (const Signature& signature : signatures) {
    if (signature.function != local_name(function)) continue;
    const std::string_view name = local_name(parameter);
    return std::find(signature.parameters.begin(), signature.parameters.end(), name) !=
           signature.parameters.end();
  }
  return true;
}

}  // namespace prosper::mappings::rml
