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
  std::string target;
  bool json = false;
};

int run_backup(const Options& options) {
  Progress progress("backup");
  const store::BackupReport report = store::back_up(
      options.directory, options.target, {},
      [&](std::uint64_t done, std::uint64_t total) { progress.update(done, total); });
  progress.finish();
  if (options.json) {
    std::cout << nlohmann::json{{"target", options.target},
                                {"quads", report.quads},
                                {"commit", report.commit_number},
                                {"bytes", report.bytes}}
                     .dump()
              << "\n";
  } else {
    std::cout << options.target << ": " << report.quads << " quads as of commit "
              << report.commit_number << ", " << report.bytes << " bytes\n";
  }
  return Done;
}

}  // namespace

void add_backup(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "backup", "Copy a store as it is now into a new folder; readers and writers go on");
  command->add_option("--store", options->directory, "Directory of the store")
      ->required()
      ->type_name("DIR");
  command->add_option("target", options->target, "New or empty folder; becomes a store of its own")
      ->required()
      ->type_name("TARGET");
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "Example:\n  prosper backup --store my-store /backups/my-store-monday\n"
      "To restore, serve the copy, or move it to where the store was.");
  command->callback([options, &run] { run = [options] { return run_backup(*options); }; });
}

}  // namespace prosper::endpoint::cli
