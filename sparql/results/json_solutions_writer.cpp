// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>

#include "sparql/results/solution_writers.hpp"
#include "store/rdf/text_escapes.hpp"

namespace prosper::sparql {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out.append(",\"").append(name).append("\":");
  rdf::append_json_string(out, value);
}

void append(std::string& out, const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) {
    out += R"({"type":"uri")";
    append_member(out, "value", iri->value);
  } else if (const auto* node = std::get_if<rdf::BlankNode>(&term)) {
    out += R"({"type":"bnode")";
    append_member(out, "value", node->label);
  } else {
    const auto& literal = std::get<rdf::Literal>(term);
    out += R"({"type":"literal")";
    append_member(out, "value", literal.lexical_form);
    if (!literal.language.empty()) {
      append_member(out, "xml:lang", literal.language);
    } else if (literal.datatype != vocabularies::xsd::string) {
      append_member(out, "datatype", literal.datatype);
    }
  }
  out += '}';
}

}  // namespace

void write_json_solutions(SolutionStream& solutions, rdf::ByteSink& bytes) {
  const std::vector<std::string>& variables = solutions.variables();
  std::string text = R"({"head":{"vars":[)";
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (i != 0) text += ',';
    rdf::append_json_string(text, variables[i]);
  }
  text += R"(]},"results":{"bindings":[)";
  SolutionRow row;
  bool is_first = true;
  while (solutions.next(row)) {
    text += is_first ? "\n{" : ",\n{";
    is_first = false;
    bool needs_comma = false;
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (!row[i]) continue;
      if (needs_comma) text += ',';
      needs_comma = true;
      rdf::append_json_string(text, variables[i]);
      text += ':';
      append(text, *row[i]);
    }
    text += '}';
    bytes.write(text);
    text.clear();
  }
  bytes.write(text + "\n]}}\n");
}

void write_json_boolean(bool answer, rdf::ByteSink& bytes) {
  bytes.write(answer ? "{\"head\":{},\"boolean\":true}\n" : "{\"head\":{},\"boolean\":false}\n");
}

}  // namespace prosper::sparql
