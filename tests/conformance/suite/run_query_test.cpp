// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/run_query_test.hpp"

#include <filesystem>
#include <set>

#include "sparql/parser/parse.hpp"
#include "store/memory_quad_source.hpp"
#include "store/rdf/graph_isomorphism.hpp"
#include "tests/conformance/suite/graph_sink.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/conformance/suite/service_data.hpp"
#include "tests/conformance/suite/solution_comparison.hpp"
#include "tests/conformance/suite/suite_files.hpp"

namespace prosper::conformance {

namespace {

using sparql::PreparedQuery;
using sparql::ResultDocument;
using sparql::ResultFormat;

/// CSV has no types: a cell "_:a" is a blank node, everything else a plain string.
void read_blank_nodes_of_csv(ResultDocument& document) {
  for (sparql::SolutionRow& row : document.rows) {
    for (auto& cell : row) {
      if (!cell) continue;
      const std::string text = text_of(*cell);
      if (text.starts_with("_:")) cell = rdf::BlankNode{text.substr(2)};
      if (text.empty()) cell.reset();
    }
  }
}

ResultDocument run_select(const PreparedQuery& query, const store::QuadSource& source,
                          const sparql::RequestOptions& options, ResultFormat format) {
  rdf::StringSink bytes;
  sparql::write_solutions(*query.select(source, options), format, bytes);
  return sparql::read_results(bytes.text(), format);
}

ResultDocument run_ask(const PreparedQuery& query, const store::QuadSource& source,
                       const sparql::RequestOptions& options, ResultFormat format) {
  rdf::StringSink bytes;
  sparql::write_boolean(query.ask(source, options), format, bytes);
  return sparql::read_results(bytes.text(), format);
}

std::string to_text(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads)
    text += rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
            rdf::to_ntriples(quad.object) + "\n";
  return text;
}

std::optional<std::string> compare_graphs(const PreparedQuery& query,
                                          const store::QuadSource& source,
                                          const sparql::RequestOptions& options,
                                          const std::vector<rdf::Quad>& expected) {
  RdfGraph actual;
  query.graph(source, options, actual);
  if (rdf::are_isomorphic(actual.quads(), expected)) return std::nullopt;
  return "expected\n" + to_text(expected) + "but got\n" + to_text(actual.quads());
}

/// The graphs a query names with FROM and FROM NAMED are loaded under these names.
void load_named_graphs(const std::string& query, const TestCase& test,
                       store::MemoryQuadSource& source) {
  sparql::ParserOptions options;
  options.base_iri = test.request;
  const sparql::algebra::Query parsed = sparql::parse_query(query, options);
  std::set<std::pair<std::string, std::string>> graphs(test.before.named_graphs.begin(),
                                                       test.before.named_graphs.end());
  for (const auto& names : {parsed.dataset.default_graphs, parsed.dataset.named_graphs})
    for (const rdf::Iri& name : names)
      if (name.value.starts_with(published_base)) graphs.emplace(name.value, name.value);
  for (const auto& [name, document] : graphs) {
    GraphSink sink(rdf::Iri{name}, source);
    load_document(document, sink);
  }
}

ResultFormat format_of_document(const std::string& iri) {
  const std::string extension = std::filesystem::path(iri).extension().string();
  if (extension.empty()) return ResultFormat::Json;
  return sparql::result_format_of_name(extension.substr(1)).value_or(ResultFormat::Json);
}

}  // namespace

std::optional<std::string> compare_query_result(const std::string& text,
                                                const store::QuadSource& source,
                                                const sparql::RequestOptions& options,
                                                const ExpectedResult& expected, ResultFormat format,
                                                bool is_cardinality_lax) {
  const PreparedQuery query = PreparedQuery::parse(text, options);
  const bool gives_graph = query.form() == PreparedQuery::Form::Construct ||
                           query.form() == PreparedQuery::Form::Describe;
  if (const auto* graph = std::get_if<ExpectedGraph>(&expected)) {
    if (!gives_graph) return "a graph is expected, but the query gives none";
    return compare_graphs(query, source, options, graph->quads);
  }
  if (gives_graph) return "the query gives a graph, but none is expected";
  ExpectedSolutions solutions = std::get<ExpectedSolutions>(expected);
  ResultDocument actual = query.form() == PreparedQuery::Form::Ask
                              ? run_ask(query, source, options, format)
                              : run_select(query, source, options, format);
  if (format == ResultFormat::Csv) {
    read_blank_nodes_of_csv(actual);
    read_blank_nodes_of_csv(solutions.document);
  }
  if (are_equal(solutions.document, actual, {solutions.is_ordered, is_cardinality_lax}))
    return std::nullopt;
  return "query\n" + text + "\nexpected\n" + to_text(solutions.document) + "but got\n" +
         to_text(actual);
}

std::optional<std::string> run_query_test(const TestCase& test) {
  store::MemoryQuadSource source;
  for (const std::string& document : test.before.default_graph) load_document(document, source);
  const std::string query = read_text(path_of(test.request));
  load_named_graphs(query, test, source);

  sparql::RequestOptions options;
  options.default_graph = sparql::DefaultGraphMode::Own;
  options.base_iri = test.request;
  for (const sparql::Engine engine : {sparql::Engine::Reference, sparql::Engine::Vectorised}) {
    options.engine = engine;
    options.services = nullptr;
    ServiceData services(options);
    for (const auto& [endpoint, documents] : test.services)
      for (const std::string& document : documents)
        load_document(document, services.endpoint(endpoint));
    options.services = &services;
    if (auto difference =
            compare_query_result(query, source, options, read_expected(test.result),
                                 format_of_document(test.result), test.is_cardinality_lax))
      return (engine == sparql::Engine::Reference ? "reference: " : "engine: ") + *difference;
  }
  return std::nullopt;
}

}  // namespace prosper::conformance
