// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "sparql/results/document_readers.hpp"
#include "sparql/results/result_terms.hpp"
#include "store/rdf/source_position.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::sparql {
namespace {

/// Names without their prefix: the namespace is told by the root element's name.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([name](const pugi::xml_node& node) { return local_name(node) == name; });
}

/// All character data directly inside.
std::string content(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
  }
  return text;
}

rdf::Term term(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "uri") return make_result_iri(content(node));
  if (name == "bnode") return make_result_blank_node(content(node));
  if (name == "literal") {
    return make_result_literal(content(node), node.attribute("xml:lang").value(),
                               node.attribute("datatype").value());
  }
  refuse_result("unknown element <" + std::string(name) + ">, expected uri, bnode or literal");
}

SolutionRow row(const pugi::xml_node& result, const std::vector<std::string>& variables) {
  SolutionRow cells(variables.size());
  for (const pugi::xml_node& binding : result.children()) {
    if (local_name(binding) != "binding") continue;
    const std::string name = binding.attribute("name").value();
    const auto found = std::find(variables.begin(), variables.end(), name);
    if (found == variables.end()) refuse_result("the variable '" + name + "' is not in the head");
    const pugi::xml_node value = binding.find_child(
        [](const pugi::xml_node& node) { return node.type() == pugi::node_element; });
    if (!value) refuse_result("the binding of '" + name + "' is empty");
    if (local_name(value) == "unbound") continue;
    cells[static_cast<std::size_t>(found - variables.begin())] = term(value);
  }
  return cells;
}

}  // namespace

ResultDocument read_xml_results(std::string_view text) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed) {
    const rdf::SourcePosition place = rdf::position_of(
        text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
    throw rdf::SyntaxError("", place.line, place.column,
                           std::string("malformed XML: ") + parsed.description());
  }
  const pugi::xml_node root = child(document, "sparql");
  if (!root) refuse_result("expected the root element <sparql> of SPARQL Results XML");
  ResultDocument result;
  if (const pugi::xml_node boolean = child(root, "boolean")) {
    const std::string answer = content(boolean);
    if (answer != "true" && answer != "false") {
      refuse_result("expected true or false in <boolean>, found '" + answer + "'");
    }
    result.boolean = answer == "true";
    return result;
  }
  for (const pugi::xml_node& variable : child(root, "head").children()) {
    if (local_name(variable) != "variable") continue;
    result.variables.emplace_back(variable.attribute("name").value());
  }
  const pugi::xml_node results = child(root, "results");
  if (!results) refuse_result("expected <results> or <boolean> in SPARQL Results XML");
  for (const pugi::xml_node& node : results.children()) {
    if (local_name(node) == "result") result.rows.push_back(row(node, result.variables));
  }
  return result;
}

}  // namespace prosper::sparql
