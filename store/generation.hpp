// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "store/directory.hpp"
#include "store/lmdb/environment.hpp"
#include "store/settings.hpp"
#include "store/store_tables.hpp"

namespace prosper::store {

/// An open generation: its environment and tables, and the lock that keeps it from being deleted.
/// Shared by all snapshots and transactions on it. Thread-safe.
class Generation {
 public:
  /// The generation that CURRENT names. Throws StoreError.
  static std::shared_ptr<Generation> open_current(const std::filesystem::path& directory,
                                                  std::uint64_t map_size);
  /// Makes an empty generation and CURRENT, when there is no store yet. Only under the writer lock.
  static void create_first(const std::filesystem::path& directory, std::uint64_t map_size,
                           const std::string& public_base);

  const std::string& name() const { return name_; }

  const Settings& settings() const { return settings_; }

  const StoreTables& tables() const { return tables_; }

  const std::shared_ptr<lmdb::Environment>& environment() const { return environment_; }

  /// Throws StoreError BaseMismatch when a stored absolute IRI begins with `public_base`: the same
  /// IRI would have two ids.
  void verify_base(const std::string& public_base) const;

 private:
  Generation(std::string name, Descriptor hold, std::shared_ptr<lmdb::Environment> environment,
             Settings settings);

  std::string name_;
  Descriptor hold_;
  std::shared_ptr<lmdb::Environment> environment_;
  Settings settings_;
  StoreTables tables_;
};

}  // namespace prosper::store
