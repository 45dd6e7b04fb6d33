// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "sparql/sparql.hpp"
#include "store/store.hpp"

namespace CLI {
class App;
}

namespace prosper::endpoint::cli {

/// --store and --public-base, which most commands share.
struct StoreOptions {
  std::string directory;
  std::string public_base;
};

void add_store_options(CLI::App& command, StoreOptions& options);
/// --default-graph union|own
void add_default_graph(CLI::App& command, std::string& mode);

enum class Opening {
  Read,         ///< the store must exist
  Write,        ///< the store must exist
  WriteOrMake,  ///< an empty store is made when there is none
};

/// Throws store::StoreError, UsageError for a base that is not an absolute IRI ending in '/'. With
/// a time limit a write that waits for others is silent; a command's waits 30 s and tells.
std::unique_ptr<store::Store> open_store(
    const StoreOptions& options, Opening opening,
    std::optional<std::chrono::milliseconds> writer_wait = std::nullopt);

/// Lets a write that has waited a second say once, on standard error, for whom.
void tell_who_writes(store::OpenOptions& open);

sparql::DefaultGraphMode default_graph_mode(const std::string& name);

/// The text itself, or for "@name" the content of that file, for "-" standard input.
std::string read_text_argument(const std::string& argument);

}  // namespace prosper::endpoint::cli
