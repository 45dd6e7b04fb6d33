// SPDX-License-Identifier: Apache-2.0
#include <regex>
#include <set>

#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

/// The base a reference belongs to, by its form; empty when no base has such references.
std::string base_of_reference(const std::string& reference, const std::string& fallback) {
  static const std::regex merimee("[PEI]A[0-9].*|ACR[0-9]+|MI[0-9]+|JAR[0-9]+");
  static const std::regex palissy("[PEI]M[0-9].*");
  static const std::regex museum("M[0-9]{4}(-[0-9]+)?");
  if (std::regex_match(reference, merimee)) return "merimee";
  if (std::regex_match(reference, palissy)) return "palissy";
  if (std::regex_match(reference, museum)) return "museo";
  return fallback;
}

/// prf:references(text, base): REFP, RENV, REFJOC… → records {n, reference, base, iri}. The base is
/// told by the form of the reference, else `base` (joconde, memoire, mnr); without either, dropped.
Value references(const Arguments& arguments, FunctionContext&) {
  const std::string fallback = arguments.text(parameter("base"));
  List records;
  std::set<std::string> seen;
  for (const std::string& text : arguments[parameter("text")].texts()) {
    for (const std::string& reference : split_outside_parentheses(text, ";,")) {
      const std::string base = base_of_reference(reference, fallback);
      if (base.empty() || !seen.insert(reference).second) continue;
      Record record;
      record.set("n", std::to_string(records.size() + 1));
      record.set("reference", reference);
      record.set("base", base);
      record.set("iri", "id/" + base + "/" + percent_encode(reference));
      records.emplace_back(std::move(record));
    }
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:museum(text): MUSEO → "id/museo/M5031"; null when it is no Museofile identifier.
Value museum(const Arguments& arguments, FunctionContext&) {
  static const std::regex identifier("M[0-9]{4}(-[0-9]+)?");
  const std::string text(trim(arguments.text(parameter("text"))));
  std::smatch match;
  if (!std::regex_search(text, match, identifier, std::regex_constants::match_continuous))
    return {};
  return Value("id/museo/" + match.str());
}

}  // namespace

void register_reference_functions(FunctionRegistry& registry) {
  registry.add(std::string(function_ns) + "references", references);
  registry.add(std::string(function_ns) + "museum", museum);
}

}  // namespace prosper::mappings
