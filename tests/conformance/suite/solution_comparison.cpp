// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/solution_comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "store/rdf/graph_isomorphism.hpp"
#include "tests/conformance/suite/canonical_term.hpp"

namespace prosper::conformance {

namespace {

const rdf::Iri count_of_row{"urn:count"};

sparql::SolutionRow canonical(sparql::SolutionRow row) {
  for (auto& cell : row)
    if (cell) cell = canonical_term(std::move(*cell));
  return row;
}

/// A result as a graph, so that graph isomorphism compares it: a blank node a row, a property a
/// variable. Equal rows become one that counts them (or, in order, each has its place).
std::vector<rdf::Quad> to_graph(const sparql::ResultDocument& document,
                                const ComparisonOptions& options) {
  std::map<sparql::SolutionRow, std::size_t> counts;
  std::vector<std::pair<sparql::SolutionRow, std::size_t>> rows;
  if (options.is_ordered) {
    for (const sparql::SolutionRow& row : document.rows)
      rows.emplace_back(canonical(row), rows.size());
  } else {
    for (const sparql::SolutionRow& row : document.rows) ++counts[canonical(row)];
    rows.assign(counts.begin(), counts.end());
    if (options.is_cardinality_lax)
      for (auto& [row, count] : rows) count = 1;
  }

  std::vector<rdf::Quad> quads;
  std::size_t number = 0;
  for (const auto& [row, count] : rows) {
    const rdf::BlankNode node{"row" + std::to_string(number++)};
    quads.push_back({node, count_of_row, rdf::make_string(std::to_string(count)), std::nullopt});
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (!row[column]) continue;
      rdf::Term value = *row[column];
      if (auto* blank = std::get_if<rdf::BlankNode>(&value)) blank->label.insert(0, "value_");
      quads.push_back(
          {node, rdf::Iri{"urn:variable:" + document.variables[column]}, value, std::nullopt});
    }
  }
  return quads;
}

}  // namespace

bool are_equal(const sparql::ResultDocument& left, const sparql::ResultDocument& right,
               const ComparisonOptions& options) {
  if (left.boolean || right.boolean) return left.boolean == right.boolean;
  const std::set<std::string> left_variables(left.variables.begin(), left.variables.end());
  const std::set<std::string> right_variables(right.variables.begin(), right.variables.end());
  return left_variables == right_variables &&
         (options.is_cardinality_lax || left.rows.size() == right.rows.size()) &&
         rdf::are_isomorphic(to_graph(left, options), to_graph(right, options));
}

std::string to_text(const sparql::ResultDocument& document) {
  if (document.boolean) return *document.boolean ? "true\n" : "false\n";
  std::string text;
  for (const std::string& variable : document.variables) text += "?" + variable + "\t";
  text += "\n";
  for (const sparql::SolutionRow& row : document.rows) {
    for (const auto& cell : row) text += (cell ? rdf::to_ntriples(*cell) : "") + "\t";
    text += "\n";
  }
  return text;
}

}  // namespace prosper::conformance
