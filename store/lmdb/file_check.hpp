// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace prosper::lmdb {

/// The record LMDB keeps of one B+tree (MDB_db of LMDB 0.9, 48 bytes).
struct TreeRecord {
  static constexpr std::size_t bytes = 48;
  static constexpr std::uint64_t no_root = ~0ULL;

  std::uint32_t value_size = 0;  ///< of FixedDuplicates; in the free list's record the page size
  std::uint16_t flags = 0;
  std::uint16_t depth = 0;
  std::uint64_t branch_pages = 0;
  std::uint64_t leaf_pages = 0;
  std::uint64_t overflow_pages = 0;
  std::uint64_t entries = 0;
  std::uint64_t root = no_root;
};

TreeRecord load_tree_record(const unsigned char* bytes);

/// One of the two meta pages: a committed state.
struct FileMeta {
  std::uint32_t page_size = 0;
  std::uint64_t pages = 0;  ///< pages handed out; the file may lack the last, unused ones
  std::uint64_t transaction = 0;
  TreeRecord free_list;
  TreeRecord main;
};

/// Reads both meta pages with pread and compares them with each other and with the file's length.
/// Returns the newer one. Throws Error Damaged (with what was found and expected), Missing, Io.
FileMeta check_file(const std::filesystem::path& data_file);

}  // namespace prosper::lmdb
