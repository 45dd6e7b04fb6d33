// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/load_sink.hpp"
#include "endpoint/cli/store_options.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  std::string graph;
  std::vector<std::string> files;
  bool json = false;
};

rdf::RdfFormat format_of(const std::string& file) {
  const auto format = rdf::format_of_file_name(file);
  if (!format || *format == rdf::RdfFormat::JsonLd)
    throw UsageError("cannot tell the format of " + file +
                     "; known are .ttl .trig .nt .nq .rdf, also with .gz");
  return *format;
}

int run_load(const Options& options) {
  for (const std::string& file : options.files) format_of(file);
  if (!options.graph.empty() && !rdf::is_absolute_iri(options.graph))
    throw UsageError("--graph must be an absolute IRI, not " + options.graph);
  const auto store = open_store(options.store, Opening::WriteOrMake);
  std::optional<rdf::Iri> graph;
  if (!options.graph.empty()) graph = rdf::Iri{options.graph};
  Progress progress("load");
  LoadSink sink(*store, graph, &progress);
  for (const std::string& file : options.files) {
    rdf::ParseOptions parse;
    parse.source_name = file;
    parse.blank_node_prefix = fresh_blank_node_prefix();
    try {
      rdf::parse_rdf_file(file, format_of(file), parse, sink);
    } catch (...) {
      progress.finish();
      std::cerr << sink.committed() << " quads of earlier batches stay in the store\n";
      throw;
    }
  }
  sink.finish();
  progress.finish();
  if (options.json)
    std::cout << "{\"read\":" << sink.read() << ",\"added\":" << sink.added() << "}\n";
  else
    std::cout << sink.read() << " quads read, " << sink.added() << " new\n";
  return Done;
}

}  // namespace

void add_load(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("load", "Load RDF files; makes the store when needed");
  add_store_options(*command, options->store);
  command->add_option("--graph", options->graph, "Where triples without a graph go")
      ->type_name("IRI");
  command->add_option("files", options->files, "Files: .ttl .trig .nt .nq .rdf, also with .gz")
      ->required()
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "Example:\n  prosper load --store my-store --graph http://example.org/g data.ttl");
  command->callback([options, &run] { run = [options] { return run_load(*options); }; });
}

}  // namespace prosper::endpoint::cli
