// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/load/read_files.hpp"
#include "store/store.hpp"

namespace prosper::store {

struct LoadProgress {
  std::string_view step;    ///< "reading", then those of BulkOptions::progress
  double done = 0;          ///< of the step, of 1
  std::uint64_t quads = 0;  ///< read
};

struct LoadOptions {
  enum class Way {
    Automatic,  ///< Bulk into an empty store or when much comes, else Update
    Bulk,       ///< the whole store is written anew (BulkLoad)
    Update,     ///< one transaction
  };
  Way way = Way::Automatic;
  /// As in BulkOptions.
  std::uint64_t memory = BulkOptions{}.memory;
  /// Threads that read; 0: as many as the machine has. Update reads with one.
  std::size_t threads = 0;
  /// As in ReadingOptions.
  std::string graph;
  std::function<void(const rdf::SyntaxError&)> on_bad_line;
  /// A few times a second. May throw to give up.
  std::function<void(const LoadProgress&)> progress;
};

struct LoadReport {
  std::uint64_t read = 0;   ///< quads, with repetitions
  std::uint64_t added = 0;  ///< of them, not in the store before
  bool was_bulk = false;
};

/// Adds RDF files to a store: all of them or, when anything fails, nothing. A file without a prefix
/// for its blank nodes gets one that no other file has. Throws StoreError, SyntaxError with file
/// and line, std::system_error.
LoadReport load_files(Store& store, std::vector<InputFile> files, const LoadOptions& options);

/// Whether the automatic way would be Bulk: the store is empty, or the files seem to hold more than
/// a quarter of what it holds.
bool is_worth_bulk(Store& store, const std::vector<InputFile>& files);

}  // namespace prosper::store
