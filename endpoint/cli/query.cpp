// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/federation_options.hpp"
#include "endpoint/cli/source_excerpt.hpp"
#include "endpoint/cli/standard_output.hpp"
#include "endpoint/cli/store_options.hpp"
#include "endpoint/routes/formats.hpp"
#include "sparql/results/result_writer.hpp"
#include "store/rdf/io/serializer.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  std::string text;
  std::string format;
  FederationRules federation;
  std::string default_graph = "union";
  bool explain = false;
  unsigned timeout = 0;
};

sparql::PreparedQuery parse(const std::string& text, const sparql::RequestOptions& options) {
  try {
    return sparql::PreparedQuery::parse(text, options);
  } catch (const rdf::SyntaxError& error) {
    std::cerr << source_excerpt(text, error.line(), error.column());
    throw;
  }
}

void write_solutions(const sparql::PreparedQuery& query, const store::QuadSource& source,
                     const sparql::RequestOptions& options, const std::string& name,
                     rdf::ByteSink& bytes) {
  const auto format = sparql::result_format_of_name(name.empty() ? "table" : name);
  const bool is_ask = query.form() == sparql::PreparedQuery::Form::Ask;
  const bool carries_boolean =
      format != sparql::ResultFormat::Csv && format != sparql::ResultFormat::Tsv;
  if (!format || (is_ask && !carries_boolean))
    throw UsageError("this query cannot be answered as " + name +
                     (is_ask ? "; use json, xml or table" : "; use json, xml, csv, tsv or table"));
  if (is_ask) return sparql::write_boolean(query.ask(source, options), *format, bytes);
  const auto solutions = query.select(source, options);
  sparql::write_solutions(*solutions, *format, bytes);
}

void write_graph(const sparql::PreparedQuery& query, const store::QuadSource& source,
                 const sparql::RequestOptions& options, const std::string& name,
                 rdf::ByteSink& bytes) {
  const auto format = rdf::format_of_name(name.empty() ? "turtle" : name);
  if (!format)
    throw UsageError("this query gives a graph; it cannot be written as " + name +
                     "; use turtle or ntriples");
  rdf::SerializeOptions prefixes{query.prefixes()};
  if (prefixes.prefixes.empty()) prefixes.prefixes = document_prefixes(options.base_iri);
  const auto serializer = rdf::make_serializer(*format, bytes, prefixes);
  query.graph(source, options, *serializer);
  serializer->finish();
}

int run_query(const Options& options) {
  using Form = sparql::PreparedQuery::Form;
  const std::string text = read_text_argument(options.text);
  const auto store = open_store(options.store, Opening::Read);
  sparql::RequestOptions request;
  request.base_iri = store->public_base();
  request.default_graph = default_graph_mode(options.default_graph);
  const Federation federation = make_federation(options.federation);
  request.services = federation.services.get();
  if (options.timeout > 0)
    request.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(options.timeout);
  const sparql::PreparedQuery query = parse(text, request);
  StandardOutput output;
  const auto snapshot = store->snapshot();
  if (options.explain) {
    output.write(query.explain() + "\n\n" + query.explain(*snapshot, request, true));
  } else {
    const bool is_graph = query.form() == Form::Construct || query.form() == Form::Describe;
    (is_graph ? write_graph : write_solutions)(query, *snapshot, request, options.format, output);
  }
  output.flush();
  return Done;
}

}  // namespace

void add_query(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("query", "Run a SPARQL query");
  add_store_options(*command, options->store);
  add_default_graph(*command, options->default_graph);
  add_service_options(*command, options->federation);
  command->add_option("query", options->text, "The query, @FILE, or - for standard input")
      ->required()
      ->type_name("QUERY");
  command->add_option("--format", options->format,
                      "json, xml, csv, tsv or table (default); turtle (default) or ntriples for "
                      "CONSTRUCT and DESCRIBE");
  command->add_flag("--explain", options->explain,
                    "Run the query and show its algebra and its plan, with the rows\n"
                    "expected (~) and counted (=) of every operator, not its results");
  command->add_option("--timeout", options->timeout, "Give up after so many seconds")
      ->type_name("SECONDS");
  command->footer(
      "Example:\n  prosper query --store my-store --format csv "
      "'SELECT ?s WHERE { ?s ?p ?o } LIMIT 10'");
  command->callback([options, &run] { run = [options] { return run_query(*options); }; });
}

}  // namespace prosper::endpoint::cli
