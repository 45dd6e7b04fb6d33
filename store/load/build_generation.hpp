// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/lmdb/environment.hpp"
#include "store/load/quad_sorter.hpp"
#include "store/load/segment.hpp"

namespace prosper::store {

/// The empty tables to fill.
struct BuildTables {
  DictionaryTables dictionary;
  std::function<lmdb::Table(const OrderPositions&)> order;
  lmdb::Table graphs;      ///< graph id → quads
  lmdb::Table predicates;  ///< predicate id → quads
};

struct BuildOptions {
  std::size_t memory = 0;
  /// Where temporary files go.
  std::filesystem::path folder;
  /// IRIs outside the base section that begin with this one are counted.
  std::string stored_base;
  /// What is being done, and how far that is, of 1; on the calling thread.
  std::function<void(std::string_view step, double done)> progress;
};

struct BuiltContent {
  std::uint64_t quads = 0;
  std::uint64_t terms = 0;
  std::uint64_t displaced_iris = 0;
};

/// Merges segments into the tables of a new data file: dictionary, seven orders, counts. Commits
/// many times; whoever calls makes the file durable. Throws lmdb::Error, std::system_error.
BuiltContent build_generation(const std::shared_ptr<lmdb::Environment>& environment,
                              const BuildTables& tables,
                              std::vector<std::unique_ptr<Segment>> segments,
                              const BuildOptions& options);

}  // namespace prosper::store
