// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iomanip>
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

double bytes_per_quad(const store::StoreStatistics& statistics) {
  if (statistics.quads == 0) return 0;
  return static_cast<double>(statistics.live_bytes) / static_cast<double>(statistics.quads);
}

nlohmann::json to_object(const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  nlohmann::json object = nlohmann::json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

nlohmann::json to_object(const store::PageStatistics& pages) {
  nlohmann::json object{{"pageBytes", pages.page_bytes},
                        {"live", pages.live},
                        {"free", pages.free},
                        {"reusable", pages.reusable}};
  if (pages.oldest_reader) {
    const store::OldestReader& reader = *pages.oldest_reader;
    object["oldestReader"] = {{"process", reader.process},
                              {"commitsBehind", reader.commits_behind}};
    if (reader.at_most) object["oldestReader"]["atMostSeconds"] = reader.at_most->count();
  }
  return object;
}

void print_json(const store::StoreStatistics& statistics) {
  const nlohmann::json object{{"quads", statistics.quads},
                              {"namedGraphs", statistics.named_graphs},
                              {"terms", statistics.terms},
                              {"lateTerms", statistics.late_terms},
                              {"fileBytes", statistics.file_bytes},
                              {"liveBytes", statistics.live_bytes},
                              {"readers", statistics.readers},
                              {"generation", statistics.generation},
                              {"formatVersion", statistics.format_version},
                              {"publicBase", statistics.public_base},
                              {"bytesPerQuad", bytes_per_quad(statistics)},
                              {"pages", to_object(statistics.pages)},
                              {"parts", to_object(statistics.parts)},
                              {"predicates", to_object(statistics.predicates)}};
  std::cout << object.dump(2) << "\n";
}

void print_line(const std::string& name, std::uint64_t value) {
  std::cout << std::left << std::setw(16) << name << std::right << std::setw(16) << value << "\n";
}

void print_pages(const store::PageStatistics& pages) {
  print_line("live pages", pages.live);
  print_line("free pages", pages.free);
  print_line("reusable pages", pages.reusable);
  if (!pages.oldest_reader) return;
  const store::OldestReader& reader = *pages.oldest_reader;
  std::cout << "oldest reader   process " << reader.process << ", " << reader.commits_behind
            << " commits behind";
  if (reader.at_most) std::cout << ", at most " << reader.at_most->count() << " s old";
  std::cout << "\n";
}

void print_text(const store::StoreStatistics& statistics) {
  print_line("quads", statistics.quads);
  print_line("named graphs", statistics.named_graphs);
  print_line("terms", statistics.terms);
  print_line("late terms", statistics.late_terms);
  print_line("bytes on disk", statistics.file_bytes);
  print_line("bytes in use", statistics.live_bytes);
  if (statistics.quads > 0)
    std::cout << std::left << std::setw(16) << "bytes a quad" << std::right << std::setw(16)
              << std::fixed << std::setprecision(1) << bytes_per_quad(statistics) << "\n";
  print_pages(statistics.pages);
  print_line("readers", statistics.readers);
  print_line("generation", statistics.generation);
  print_line("format version", statistics.format_version);
  std::cout << "public base     " << statistics.public_base << "\n";
  if (!statistics.parts.empty()) std::cout << "\nparts (bytes)\n";
  for (const auto& [name, bytes] : statistics.parts)
    std::cout << std::setw(16) << bytes << "  " << name << "\n";
  if (!statistics.predicates.empty()) std::cout << "\npredicates (quads)\n";
  for (const auto& [name, count] : statistics.predicates)
    std::cout << std::setw(16) << count << "  " << name << "\n";
}

int run_stats(const Options& options) {
  const auto store = open_store(options.store, Opening::Read);
  const store::StoreStatistics statistics = store->statistics();
  if (options.json)
    print_json(statistics);
  else
    print_text(statistics);
  return Done;
}

}  // namespace

void add_stats(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("stats", "Count what a store holds");
  add_store_options(*command, options->store);
  command->add_flag("--json", options->json, "Report as JSON");
  command->footer("Example:\n  prosper stats --store my-store");
  command->callback([options, &run] { run = [options] { return run_stats(*options); }; });
}

}  // namespace prosper::endpoint::cli
