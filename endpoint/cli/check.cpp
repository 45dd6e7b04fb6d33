// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/store_options.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  bool json = false;
};

int run_check(const Options& options) {
  const auto store = open_store(options.store, Opening::Read);
  const store::CheckReport report = store->check();
  if (options.json) {
    std::cout << nlohmann::json{{"quads", report.quads},
                                {"terms", report.terms},
                                {"problems", report.problems}}
                     .dump()
              << "\n";
  } else {
    for (const std::string& problem : report.problems) std::cout << problem << "\n";
    std::cout << report.quads << " quads, " << report.terms << " terms, "
              << (report.problems.empty() ? "sound" : "DAMAGED") << "\n";
  }
  return report.problems.empty() ? Done : Damaged;
}

}  // namespace

void add_check(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("check", "Read the whole store and verify it; exit code 4: damaged");
  add_store_options(*command, options->store);
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer("Example:\n  prosper check --store my-store");
  command->callback([options, &run] { run = [options] { return run_check(*options); }; });
}

}  // namespace prosper::endpoint::cli
