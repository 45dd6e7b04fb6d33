// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/function_registry.hpp"

#include <utility>

namespace prosper::mappings {

void FunctionContext::count(std::string_view grammar, std::string_view field, bool parsed) {
  ParseCount& entry = parse_counts[{std::string(grammar), std::string(field)}];
  (parsed ? entry.parsed : entry.kept_as_text) += 1;
}

const Value& Arguments::operator[](std::string_view parameter) const {
  static const Value nothing;
  const auto it = values_.find(parameter);
  return it == values_.end() ? nothing : it->second;
}

std::string Arguments::text(std::string_view parameter) const {
  const std::vector<std::string> all = (*this)[parameter].texts();
  return all.empty() ? std::string() : all.front();
}

void FunctionRegistry::add(std::string iri, Function function) {
  functions_.insert_or_assign(std::move(iri), std::move(function));
}

const Function* FunctionRegistry::find(std::string_view iri) const {
  const auto it = functions_.find(iri);
  return it == functions_.end() ? nullptr : &it->second;
}

}  // namespace prosper::mappings
