// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/progress.hpp"
#include "store/store_backup.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  std::string directory;
  bool json = false;
};

int run_compact(const Options& options) {
  Progress progress("compact");
  const store::CompactReport report = store::compact(
      options.directory, {},
      [&](std::uint64_t done, std::uint64_t total) { progress.update(done, total); });
  progress.finish();
  if (options.json) {
    std::cout << nlohmann::json{{"bytesBefore", report.bytes_before},
                                {"bytesAfter", report.bytes_after},
                                {"generation", report.generation}}
                     .dump()
              << "\n";
  } else {
    std::cout << report.bytes_before << " bytes before, " << report.bytes_after
              << " after, generation " << report.generation << "\n";
  }
  return Done;
}

}  // namespace

void add_compact(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "compact", "Write a store anew without its free pages; other writers wait, readers go on");
  command->add_option("--store", options->directory, "Directory of the store")
      ->required()
      ->type_name("DIR");
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "Example:\n  prosper compact --store my-store\n"
      "Never needed: free pages are used again. It gives disk space back after large deletions.");
  command->callback([options, &run] { run = [options] { return run_compact(*options); }; });
}

}  // namespace prosper::endpoint::cli
