// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <string_view>

#include "sparql/results/solution_writers.hpp"
#include "store/rdf/text_escapes.hpp"

namespace prosper::sparql {
namespace {

constexpr std::string_view document_start =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";

void append_element(std::string& out, std::string_view name, std::string_view content) {
  out.append("<").append(name).append(">");
  rdf::append_xml_content(out, content);
  out.append("</").append(name).append(">");
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  rdf::append_xml_attribute(out, value);
  out += '"';
}

void append(std::string& out, const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) {
    append_element(out, "uri", iri->value);
  } else if (const auto* node = std::get_if<rdf::BlankNode>(&term)) {
    append_element(out, "bnode", node->label);
  } else {
    const auto& literal = std::get<rdf::Literal>(term);
    out += "<literal";
    if (!literal.language.empty()) {
      append_attribute(out, "xml:lang", literal.language);
    } else if (literal.datatype != vocabularies::xsd::string) {
      append_attribute(out, "datatype", literal.datatype);
    }
    out += '>';
    rdf::append_xml_content(out, literal.lexical_form);
    out += "</literal>";
  }
}

}  // namespace

void write_xml_solutions(SolutionStream& solutions, rdf::ByteSink& bytes) {
  const std::vector<std::string>& variables = solutions.variables();
  std::string text = std::string(document_start) + "<head>";
  for (const std::string& variable : variables) {
    text += "<variable";
    append_attribute(text, "name", variable);
    text += "/>";
  }
  text += "</head>\n<results>\n";
  SolutionRow row;
  while (solutions.next(row)) {
    text += "<result>";
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (!row[i]) continue;
      text += "<binding";
      append_attribute(text, "name", variables[i]);
      text += '>';
      append(text, *row[i]);
      text += "</binding>";
    }
    text += "</result>\n";
    bytes.write(text);
    text.clear();
  }
  bytes.write(text + "</results>\n</sparql>\n");
}

void write_xml_boolean(bool answer, rdf::ByteSink& bytes) {
  bytes.write(std::string(document_start) + "<head/>\n<boolean>" + (answer ? "true" : "false") +
              "</boolean>\n</sparql>\n");
}

}  // namespace prosper::sparql
