// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/lmdb/file_check.hpp"

namespace prosper::lmdb {

/// The table whose pages an open looks at before LMDB does.
inline constexpr const char* settings_table = "settings";

enum class WalkScope : std::uint8_t {
  Catalogue,   ///< the list of tables, and the table `settings`
  Everything,  ///< every page in use and the free list
};

struct PageReport {
  static constexpr std::size_t max_problems = 100;

  struct Table {
    std::string name;
    std::uint64_t pages = 0;
  };

  /// With `Everything`: pages of each table, duplicates' trees included.
  std::vector<Table> tables;
  std::uint64_t free_pages = 0;
  /// Empty when LMDB can read these pages safely.
  std::vector<std::string> problems;
};

/// Reads the B+trees of one state with pread and checks all that LMDB itself takes for granted:
/// page numbers, types, bounds of nodes, key order, depths and counts, no page used twice. The
/// state must stay pinned by a read transaction if others may write. Throws Error Io only.
PageReport walk_pages(const std::filesystem::path& data_file, const FileMeta& meta,
                      WalkScope scope);

}  // namespace prosper::lmdb
