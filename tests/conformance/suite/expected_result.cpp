// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/expected_result.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/conformance/suite/suite_files.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::conformance {

namespace {

const std::string rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";

/// rs:solution of a result set, and where rs:index puts it.
struct IndexedRow {
  std::optional<int> index;
  sparql::SolutionRow row;
};

IndexedRow read_solution(const RdfGraph& graph, const rdf::Term& solution,
                         const std::vector<std::string>& variables) {
  IndexedRow indexed;
  indexed.row.resize(variables.size());
  for (const rdf::Term& binding : graph.objects(solution, rs + "binding")) {
    const auto column =
        std::find(variables.begin(), variables.end(), graph.text(binding, rs + "variable"));
    if (column == variables.end())
      throw std::invalid_argument("the result set binds a variable it does not list");
    indexed.row[static_cast<std::size_t>(column - variables.begin())] =
        graph.object(binding, rs + "value");
  }
  if (const std::string index = graph.text(solution, rs + "index"); !index.empty())
    indexed.index = std::stoi(index);
  return indexed;
}

ExpectedSolutions read_result_set(const RdfGraph& graph, const rdf::Term& set) {
  ExpectedSolutions expected;
  if (const std::string answer = graph.text(set, rs + "boolean"); !answer.empty()) {
    expected.document.boolean = answer == "true" || answer == "1";
    return expected;
  }
  for (const rdf::Term& variable : graph.objects(set, rs + "resultVariable"))
    expected.document.variables.push_back(text_of(variable));
  std::vector<IndexedRow> rows;
  for (const rdf::Term& solution : graph.objects(set, rs + "solution"))
    rows.push_back(read_solution(graph, solution, expected.document.variables));
  expected.is_ordered = !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.index.has_value();
  });
  std::stable_sort(rows.begin(), rows.end(), [](const IndexedRow& left, const IndexedRow& right) {
    return left.index < right.index;
  });
  for (IndexedRow& row : rows) expected.document.rows.push_back(std::move(row.row));
  return expected;
}

}  // namespace

ExpectedResult read_expected(const std::string& iri) {
  const std::filesystem::path path = path_of(iri);
  const std::string extension = path.extension().string().substr(1);
  if (const auto format = sparql::result_format_of_name(extension))
    return ExpectedSolutions{sparql::read_results(read_text(path), *format), false};
  RdfGraph graph;
  load_document(iri, graph);
  const std::vector<rdf::Term> sets =
      graph.subjects(vocabularies::rdf::type, rdf::Iri{rs + "ResultSet"});
  if (!sets.empty()) return read_result_set(graph, sets.front());
  return ExpectedGraph{graph.quads()};
}

}  // namespace prosper::conformance
