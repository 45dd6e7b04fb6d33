// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/progress.hpp"
#include "endpoint/cli/store_options.hpp"
#include "store/store_compaction.hpp"

namespace prosper::endpoint::cli {
namespace {

constexpr std::uint64_t least_memory = std::uint64_t{16} << 20U;
constexpr std::uint64_t scale = 1000;

struct Options {
  std::string directory;
  std::uint64_t memory = store::CompactOptions{}.memory;
  bool json = false;
};

int run_compact(const Options& options) {
  if (options.memory < least_memory) throw UsageError("--memory must be 16M or more");
  Progress progress("compact");
  store::OpenOptions open;
  tell_who_writes(open);
  store::CompactOptions compact;
  compact.memory = options.memory;
  compact.progress = [&](std::string_view step, double done) {
    progress.update(static_cast<std::uint64_t>(done * scale), scale, std::string(step));
  };
  const store::CompactReport report = store::compact(options.directory, open, compact);
  progress.finish();
  if (options.json) {
    std::cout << nlohmann::json{{"bytesBefore", report.bytes_before},
                                {"bytesAfter", report.bytes_after},
                                {"quads", report.quads},
                                {"mergedTerms", report.merged_terms},
                                {"generation", report.generation}}
                     .dump()
              << "\n";
  } else {
    std::cout << report.bytes_before << " bytes before, " << report.bytes_after << " after, "
              << report.merged_terms << " late terms merged, generation " << report.generation
              << "\n";
  }
  return Done;
}

}  // namespace

void add_compact(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "compact", "Write a store anew, all terms in order and without free pages; readers go on");
  command->add_option("--store", options->directory, "Directory of the store")
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--memory", options->memory,
                   "Memory to sort in, in bytes or with K, M or G (default: 4G)")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("BYTES");
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer(
      "Example:\n  prosper compact --store my-store\n"
      "Never needed: free pages are used again. It gives disk space back after large deletions,\n"
      "and makes comparisons of terms that came with updates as fast as of those first loaded.");
  command->callback([options, &run] { run = [options] { return run_compact(*options); }; });
}

}  // namespace prosper::endpoint::cli
