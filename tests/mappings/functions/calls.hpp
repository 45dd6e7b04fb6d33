// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <utility>

#include "mappings/functions/function_registry.hpp"

/// Calling a registered function as a mapping document does.
namespace prosper::mappings::testing {

/// A Value as one line: text, [a, b], {name: text}.
inline std::string show(const Value& value) {
  if (const auto* text = value.text()) return *text;
  std::string out;
  if (const auto* list = value.list()) {
    for (const Value& item : *list) out += (out.empty() ? "" : ", ") + show(item);
    return '[' + out + ']';
  }
  if (const auto* record = value.record()) {
    for (const auto& [name, item] : record->fields)
      out += (out.empty() ? "" : ", ") + name + ": " + show(item);
    return '{' + out + '}';
  }
  return "null";
}

using Parameters = std::initializer_list<std::pair<const char*, Value>>;

/// `registry` holds the family under test.
inline Value call(const FunctionRegistry& registry, const std::string& name, Parameters parameters,
                  FunctionContext& context) {
  const Function* function = registry.find(std::string(function_ns) + name);
  if (function == nullptr) {
    ADD_FAILURE() << "no function " << name;
    return {};
  }
  Arguments arguments;
  for (const auto& [parameter, value] : parameters)
    arguments.set(std::string(function_ns) + parameter, value);
  return (*function)(arguments, context);
}

/// The field at a path of names and list indexes from 0 ("2.roles.0.slug"), shown.
inline std::string at(const Value& value, const std::string& path) {
  const Value* place = &value;
  for (std::size_t start = 0; start < path.size() && place != nullptr;) {
    const std::size_t dot = std::min(path.find('.', start), path.size());
    const std::string step = path.substr(start, dot - start);
    start = dot + 1;
    if (const auto* list = place->list()) {
      const std::size_t index = std::stoul(step);
      place = index < list->size() ? &(*list)[index] : nullptr;
    } else if (const auto* record = place->record()) {
      place = record->find(step);
    } else {
      place = nullptr;
    }
  }
  return place == nullptr ? "absent" : show(*place);
}

}  // namespace prosper::mappings::testing
