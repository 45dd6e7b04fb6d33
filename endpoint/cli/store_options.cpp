// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/store_options.hpp"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

#include "endpoint/cli/command.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint::cli {

void add_store_options(CLI::App& command, StoreOptions& options) {
  command.add_option("--store", options.directory, "Directory of the store")
      ->required()
      ->type_name("DIR");
  command
      .add_option("--public-base", options.public_base,
                  "Base of all our addresses, ends in / (default: the store's own)")
      ->type_name("URL");
}

void add_default_graph(CLI::App& command, std::string& mode) {
  command
      .add_option("--default-graph", mode,
                  "What a query without FROM looks at: the union of all graphs, or the store's own "
                  "default graph")
      ->check(CLI::IsMember({"union", "own"}))
      ->capture_default_str();
}

std::unique_ptr<store::Store> open_store(const StoreOptions& options, Opening opening,
                                         std::optional<std::chrono::milliseconds> writer_wait) {
  const std::string& base = options.public_base;
  const bool good_base = base.empty() || (rdf::is_absolute_iri(base) && base.back() == '/' &&
                                          rdf::has_only_iri_characters(base));
  if (!good_base)
    throw UsageError("--public-base must be an absolute IRI that ends in /, not " + base);
  store::OpenOptions open;
  open.access = opening == Opening::Read ? store::OpenOptions::Access::Read
                                         : store::OpenOptions::Access::Write;
  open.create = opening == Opening::WriteOrMake;
  open.public_base = base;
  if (writer_wait)
    open.writer_wait = *writer_wait;
  else
    tell_who_writes(open);
  return store::Store::open(options.directory, open);
}

void tell_who_writes(store::OpenOptions& open) {
  using Clock = std::chrono::steady_clock;
  // Several waits of one command come one after the other: a long pause begins the next.
  open.on_writer_wait = [begin = Clock::time_point(), last = Clock::time_point(),
                         told = false](const std::string& holder) mutable {
    constexpr std::chrono::seconds patience{1};
    const auto now = Clock::now();
    if (now - std::exchange(last, now) > patience) {
      begin = now;
      told = false;
    }
    if (told || now - begin < patience) return;
    told = true;
    std::cerr << "prosper: waiting for " << holder << ", which is writing\n";
  };
}

sparql::DefaultGraphMode default_graph_mode(const std::string& name) {
  return name == "own" ? sparql::DefaultGraphMode::Own : sparql::DefaultGraphMode::Union;
}

std::string read_text_argument(const std::string& argument) {
  if (argument == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  if (!argument.starts_with('@')) return argument;
  const std::string name = argument.substr(1);
  std::ifstream file(name, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), "cannot read " + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace prosper::endpoint::cli
