// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "sparql/results/document_readers.hpp"
#include "sparql/results/result_terms.hpp"
#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::sparql {
namespace {

using nlohmann::json;

const json& member(const json& object, const char* name, json::value_t type) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (!object.is_object() || found == object.end() || found->type() != type) {
    refuse_result(std::string("expected the member \"") + name + "\", an " +
                  json(type).type_name() + " in SPARQL Results JSON");
  }
  return *found;
}

std::string text_member(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (!found->is_string()) refuse_result(std::string("expected a string for \"") + name + "\"");
  return found->get<std::string>();
}

rdf::Term term(const json& value) {
  if (!value.is_object()) refuse_result("expected an object for an RDF term");
  const std::string type = text_member(value, "type");
  if (value.find("value") == value.end()) refuse_result("expected the member \"value\" of a term");
  std::string text = text_member(value, "value");
  if (type == "uri") return make_result_iri(std::move(text));
  if (type == "bnode") return make_result_blank_node(std::move(text));
  if (type == "literal" || type == "typed-literal") {
    return make_result_literal(std::move(text), text_member(value, "xml:lang"),
                               text_member(value, "datatype"));
  }
  refuse_result("unknown term type \"" + type + "\", expected uri, bnode or literal");
}

SolutionRow row(const json& binding, const std::vector<std::string>& variables) {
  if (!binding.is_object()) refuse_result("expected an object for a binding");
  SolutionRow cells(variables.size());
  for (const auto& [name, value] : binding.items()) {
    const auto found = std::find(variables.begin(), variables.end(), name);
    if (found == variables.end()) refuse_result("the variable '" + name + "' is not in the head");
    cells[static_cast<std::size_t>(found - variables.begin())] = term(value);
  }
  return cells;
}

json parse(std::string_view text) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    const rdf::SourcePosition place =
        rdf::position_of(text, std::max<std::size_t>(error.byte, 1) - 1);
    throw rdf::SyntaxError("", place.line, place.column, "malformed JSON");
  }
}

}  // namespace

ResultDocument read_json_results(std::string_view text) {
  const json document = parse(text);
  ResultDocument result;
  if (!document.is_object()) refuse_result("expected a JSON object");
  if (document.contains("boolean")) {
    result.boolean = member(document, "boolean", json::value_t::boolean).get<bool>();
    return result;
  }
  const json& head = member(document, "head", json::value_t::object);
  for (const json& variable : member(head, "vars", json::value_t::array)) {
    if (!variable.is_string()) refuse_result("expected a string for the name of a variable");
    result.variables.push_back(variable.get<std::string>());
  }
  const json& results = member(document, "results", json::value_t::object);
  for (const json& binding : member(results, "bindings", json::value_t::array)) {
    result.rows.push_back(row(binding, result.variables));
  }
  return result;
}

}  // namespace prosper::sparql
