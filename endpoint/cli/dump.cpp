// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/standard_output.hpp"
#include "endpoint/cli/store_options.hpp"
#include "endpoint/routes/formats.hpp"
#include "store/rdf/io/serializer.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  std::string format = "nquads";
};

int run_dump(const Options& options) {
  const auto store = open_store(options.store, Opening::Read);
  const auto snapshot = store->snapshot();
  StandardOutput output;
  const auto serializer = rdf::make_serializer(*rdf::format_of_name(options.format), output,
                                               {document_prefixes(store->public_base())});
  store::dump(*snapshot, *serializer);
  serializer->finish();
  output.flush();
  return Done;
}

}  // namespace

void add_dump(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("dump", "Write all quads to standard output");
  add_store_options(*command, options->store);
  command->add_option("--format", options->format, "nquads or trig")
      ->check(CLI::IsMember({"nquads", "trig"}))
      ->capture_default_str();
  command->footer("Example:\n  prosper dump --store my-store | gzip > my-store.nq.gz");
  command->callback([options, &run] { run = [options] { return run_dump(*options); }; });
}

}  // namespace prosper::endpoint::cli
