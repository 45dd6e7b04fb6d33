// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/federation_options.hpp"
#include "endpoint/cli/source_excerpt.hpp"
#include "endpoint/cli/store_options.hpp"
#include "sparql/sparql.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  std::string text;
  FederationRules federation;
  std::string default_graph = "union";
  bool json = false;
};

sparql::UpdateReport execute(const std::string& text, store::Transaction& transaction,
                             const sparql::RequestOptions& options) {
  try {
    return sparql::execute_update(text, transaction, options);
  } catch (const rdf::SyntaxError& error) {
    std::cerr << source_excerpt(text, error.line(), error.column());
    throw;
  }
}

int run_update(const Options& options) {
  const std::string text = read_text_argument(options.text);
  const auto store = open_store(options.store, Opening::Write);
  sparql::RequestOptions request;
  request.base_iri = store->public_base();
  request.default_graph = default_graph_mode(options.default_graph);
  const Federation federation = make_federation(options.federation);
  request.services = federation.services.get();
  request.documents = federation.documents.get();
  const auto transaction = store->begin();
  const sparql::UpdateReport report = execute(text, *transaction, request);
  transaction->commit();
  if (options.json)
    std::cout << "{\"inserted\":" << report.inserted << ",\"removed\":" << report.removed << "}\n";
  else
    std::cout << report.inserted << " inserted, " << report.removed << " removed\n";
  return Done;
}

}  // namespace

void add_update(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  options->federation.allows_files = true;
  CLI::App* command = program.add_subcommand("update", "Run a SPARQL update, all of it or nothing");
  add_store_options(*command, options->store);
  add_default_graph(*command, options->default_graph);
  add_service_options(*command, options->federation);
  add_load_option(*command, options->federation);
  command->add_option("update", options->text, "The update, @FILE, or - for standard input")
      ->required()
      ->type_name("UPDATE");
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "Example:\n  prosper update --store my-store "
      "'INSERT DATA { <http://example.org/a> <http://example.org/p> 1 }'");
  command->callback([options, &run] { run = [options] { return run_update(*options); }; });
}

}  // namespace prosper::endpoint::cli
