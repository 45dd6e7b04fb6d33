// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "store/generation.hpp"
#include "store/store_tables.hpp"
#include "store/unfinished_folder.hpp"

namespace prosper::store {

/// A generation that is written beside the current one: `open`, fill, `close`, `install`. Its
/// folder goes unless `install` succeeds. Only under the writer lock. Throws StoreError,
/// lmdb::Error.
class NextGeneration {
 public:
  /// Makes the folder.
  explicit NextGeneration(std::filesystem::path directory);

  const std::filesystem::path& folder() const { return folder_; }

  /// As in "gen-000042".
  std::uint64_t number() const { return number_; }

  /// A new data file with empty tables, not synced before `close`.
  void open(std::uint64_t map_size);

  const std::shared_ptr<lmdb::Environment>& environment() const { return environment_; }

  const StoreTables& tables() const { return *tables_; }

  /// Makes all that was committed durable. Nobody else may hold the environment.
  void close();
  /// Makes CURRENT name it, durably.
  void install();

 private:
  std::filesystem::path directory_;
  std::uint64_t number_;
  std::filesystem::path folder_;
  UnfinishedFolder unfinished_;
  std::shared_ptr<lmdb::Environment> environment_;
  std::optional<StoreTables> tables_;
};

/// Copies the import states.
void copy_imports(const lmdb::Transaction& from, const StoreTables& from_tables,
                  lmdb::WriteTransaction& to, const StoreTables& to_tables);

}  // namespace prosper::store
