// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// Raised whenever bytes on disk change their meaning (docs/storage-format.md, version history).
inline constexpr std::uint32_t format_version = 3;

/// Written once, when a generation is made.
struct Settings {
  std::uint32_t version = format_version;
  std::string public_base;
};

/// Written by every commit.
struct State {
  std::uint64_t commit_number = 0;
  /// IRIs outside the base section that begin with the stored public base: they came in while the
  /// store was open under another base.
  std::uint64_t displaced_iris = 0;
  NextNumbers next_numbers{};
};

/// Both throw StoreError: Damaged when a record is missing or its checksum is wrong; read_settings
/// also FormatVersion.
Settings read_settings(const lmdb::Transaction& transaction, lmdb::Table table);
State read_state(const lmdb::Transaction& transaction, lmdb::Table table);

void write_settings(lmdb::WriteTransaction& transaction, lmdb::Table table,
                    const Settings& settings);
void write_state(lmdb::WriteTransaction& transaction, lmdb::Table table, const State& state);

/// Bytes followed by their XXH3-64, for records that nothing else in the file repeats.
std::string seal(std::string bytes);
/// The bytes without the checksum; nothing when it is wrong.
std::optional<std::string> unseal(std::string_view sealed);

}  // namespace prosper::store
