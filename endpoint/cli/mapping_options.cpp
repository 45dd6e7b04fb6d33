// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/mapping_options.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "endpoint/cli/command.hpp"

namespace prosper::endpoint::cli {

void add_mapping_options(CLI::App& command, MappingOptions& options) {
  command.add_option("--profile", options.profile, "What the files hold")
      ->required()
      ->check(CLI::IsMember(mappings::profile_names()));
  command.add_option("files", options.files, "Notice files in any layout the profile knows")
      ->required()
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command
      .add_option("--rejects", options.rejects,
                  "Where rejected rows go (default: <first file>.rejects.csv here, if any)")
      ->type_name("FILE");
  command.add_flag("--strict", options.strict, "Exit code 3 when a row was rejected");
  command.add_flag("--json", options.json, "Report as JSON");
  command.add_option("--threads", options.threads, "Threads that map")
      ->check(CLI::Range(1U, 64U))
      ->capture_default_str();
}

mappings::Report map_with_progress(const MappingOptions& options, std::string public_base,
                                   Progress& progress, mappings::NoticeSink& sink) {
  if (public_base.empty() || public_base.back() != '/')
    throw UsageError("--public-base must end in /, not " + public_base);
  mappings::MapOptions map;
  map.public_base = std::move(public_base);
  map.threads = options.threads;
  map.progress = [&progress](std::uint64_t done, std::uint64_t total) {
    progress.update(done, total);
  };
  mappings::Report report =
      mappings::map_files(options.profile, {options.files.begin(), options.files.end()}, map, sink);
  progress.finish();
  return report;
}

int report_rejects(const mappings::Report& report, const MappingOptions& options,
                   std::ostream& out) {
  if (report.rejected == 0) return Done;
  std::filesystem::path path = options.rejects;
  if (path.empty())
    path = std::filesystem::path(options.files.front()).filename().string() + ".rejects.csv";
  mappings::write_rejects(report, path);
  out << "rejected rows are in " << path.string() << "\n" << report.rejected << " rejected\n";
  return options.strict ? Rejected : Done;
}

}  // namespace prosper::endpoint::cli
