// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/protection_grammar.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

/// prf:protections(text): DPRO → records {n, label, kind, partial, begin, end, yearFrom, yearTo}.
Value protections(const Arguments& arguments, FunctionContext& context) {
  const std::string ns(function_ns);
  std::string text;
  for (const std::string& part : arguments[ns + "text"].texts())
    text += (text.empty() ? "" : ";") + part;
  if (trim(text).empty()) return {};
  const auto parsed = parse_protections(text);
  context.count("protections", arguments.text(ns + "field"), parsed.has_value());
  if (!parsed) return {};
  List records;
  for (const Protection& protection : *parsed) {
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("label", protection.text);
    record.set("kind", protection.kind);
    if (protection.partial) record.set("partial", "true");
    record.set("begin", to_begin_instant(protection.first));
    record.set("end", to_end_instant(protection.last));
    record.set("yearFrom", std::to_string(protection.first.year));
    record.set("yearTo", std::to_string(protection.last.year));
    records.emplace_back(std::move(record));
  }
  return Value(std::move(records));
}

}  // namespace

void register_protection_functions(FunctionRegistry& registry) {
  registry.add(std::string(function_ns) + "protections", protections);
}

}  // namespace prosper::mappings
