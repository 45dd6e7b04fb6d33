// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <atomic>
#include <iostream>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/load_meter.hpp"
#include "endpoint/cli/store_options.hpp"
#include "store/load_files.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint::cli {
namespace {

using Way = store::LoadOptions::Way;

constexpr std::uint64_t least_memory = std::uint64_t{16} << 20U;
constexpr std::uint64_t shown_errors = 20;

struct Options {
  StoreOptions store;
  std::string graph;
  std::vector<std::string> files;
  std::uint64_t memory = store::LoadOptions{}.memory;
  bool lenient = false;
  bool bulk = false;
  bool update = false;
  bool json = false;
};

rdf::RdfFormat format_of(const std::string& file) {
  const auto format = rdf::format_of_file_name(file);
  if (!format || *format == rdf::RdfFormat::JsonLd)
    throw UsageError("cannot tell the format of " + file +
                     "; known are .ttl .trig .nt .nq .rdf, also with .gz");
  return *format;
}

std::vector<store::InputFile> input_files(const Options& options) {
  std::vector<store::InputFile> files;
  for (const std::string& file : options.files) files.push_back({file, format_of(file), {}});
  return files;
}

void check(const Options& options) {
  if (!options.graph.empty() &&
      (!rdf::is_absolute_iri(options.graph) || !rdf::has_only_iri_characters(options.graph)))
    throw UsageError("--graph must be an absolute IRI, not " + options.graph);
  if (options.memory < least_memory) throw UsageError("--memory must be 16M or more");
}

void print(const Options& options, const store::LoadReport& report, std::uint64_t skipped) {
  if (options.json) {
    std::cout << "{\"read\":" << report.read << ",\"added\":" << report.added
              << ",\"skippedLines\":" << skipped
              << ",\"bulk\":" << (report.was_bulk ? "true" : "false") << "}\n";
    return;
  }
  std::cout << report.read << " quads read, " << report.added << " new\n";
  if (options.lenient) std::cout << skipped << " lines skipped\n";
}

int run_load(const Options& options) {
  const auto files = input_files(options);
  check(options);
  const auto store = open_store(options.store, Opening::WriteOrMake);
  LoadMeter meter;
  std::atomic<std::uint64_t> skipped = 0;
  store::LoadOptions load;
  load.way = options.bulk ? Way::Bulk : options.update ? Way::Update : Way::Automatic;
  load.memory = options.memory;
  load.graph = options.graph;
  load.progress = [&meter](const store::LoadProgress& at) { meter.show(at); };
  if (options.lenient) {
    load.on_bad_line = [&skipped](const rdf::SyntaxError& error) {
      if (skipped++ < shown_errors) std::cerr << "skipped: " << error.what() << '\n';
    };
  }
  const store::LoadReport report = store::load_files(*store, files, load);
  meter.finish();
  print(options, report, skipped);
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
  command
      ->add_option("--memory", options->memory,
                   "Memory a bulk load may take, in bytes or with K, M or G (default: 4G)")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("BYTES");
  command->add_flag("--lenient", options->lenient,
                    "Skip bad lines of .nt and .nq files and count them");
  auto* bulk = command->add_flag("--bulk", options->bulk, "Write the whole store anew");
  command->add_flag("--update", options->update, "Add to the store in one transaction")
      ->excludes(bulk);
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "All files are loaded or, after an error, none. Without --bulk and --update the store is\n"
      "written anew when it is empty or much is added.\n"
      "Example:\n  prosper load --store my-store --graph http://example.org/g data.ttl");
  command->callback([options, &run] { run = [options] { return run_load(*options); }; });
}

}  // namespace prosper::endpoint::cli
