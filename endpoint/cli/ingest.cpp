// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "endpoint/cli/bulk_ingest_sink.hpp"
#include "endpoint/cli/command.hpp"
#include "endpoint/cli/ingest_sink.hpp"
#include "endpoint/cli/mapping_options.hpp"
#include "endpoint/cli/progress.hpp"
#include "endpoint/cli/shipped_graphs_writer.hpp"
#include "endpoint/cli/store_options.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  MappingOptions mapping;
  bool remap = false;
};

std::string to_json(const IngestCounts& counts, const store::GraphChange& shipped) {
  return nlohmann::json{
      {"new", counts.added},
      {"changed", counts.changed},
      {"unchanged", counts.unchanged},
      {"quadsAdded", counts.quads_added},
      {"quadsRemoved", counts.quads_removed},
      {"vocabularies", {{"quadsAdded", shipped.added}, {"quadsRemoved", shipped.removed}}}}
      .dump();
}

std::string to_text(const IngestCounts& counts, const store::GraphChange& shipped) {
  std::ostringstream text;
  if (shipped.added + shipped.removed > 0)
    text << "vocabularies that Prosper ships: " << shipped.added << " quads added, "
         << shipped.removed << " removed\n";
  text << counts.added << " new notices, " << counts.changed << " changed, " << counts.unchanged
       << " unchanged; " << counts.quads_added << " quads added, " << counts.quads_removed
       << " removed\n";
  return text.str();
}

struct Ingested {
  IngestCounts counts;
  mappings::Report report;
};

template <class Sink>
Ingested ingest_into(Sink& sink, const Options& options, const store::Store& store) {
  Progress progress("ingest");
  Ingested done;
  done.report = map_with_progress(options.mapping, store.public_base(), progress, sink);
  sink.finish();
  done.counts = sink.counts();
  return done;
}

Ingested ingest(const Options& options, store::Store& store, bool was_empty) {
  if (was_empty) {
    BulkIngestSink sink(store);
    return ingest_into(sink, options, store);
  }
  IngestSink sink(store, options.remap);
  return ingest_into(sink, options, store);
}

int run_ingest(const Options& options) {
  const auto store = open_store(options.store, Opening::WriteOrMake);
  const bool was_empty = store->snapshot()->quad_count() == 0;
  const store::GraphChange shipped = write_shipped_graphs(*store);
  const auto [counts, report] = ingest(options, *store, was_empty);
  if (options.mapping.json)
    std::cout << "{\"store\":" << to_json(counts, shipped)
              << ",\"mapping\":" << mappings::to_json(report) << "}" << std::endl;
  else
    std::cout << to_text(counts, shipped) << mappings::to_table(report) << std::flush;
  return report_rejects(report, options.mapping, options.mapping.json ? std::cerr : std::cout);
}

}  // namespace

void add_ingest(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "ingest",
      "Map notice files into a store, beside the vocabularies that Prosper ships; "
      "unchanged notices are left alone");
  add_store_options(*command, options->store);
  add_mapping_options(*command, options->mapping);
  command->add_flag("--remap", options->remap,
                    "Also write notices whose cells have not changed (after a change of mapping)");
  command->footer("Example:\n  prosper ingest --store my-store --profile joconde notices.csv");
  command->callback([options, &run] { run = [options] { return run_ingest(*options); }; });
}

}  // namespace prosper::endpoint::cli
