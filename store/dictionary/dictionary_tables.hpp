// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "store/ids/term_tag.hpp"
#include "store/lmdb/environment.hpp"

namespace prosper::store {

/// The tables of a dictionary (docs/storage-format.md).
struct DictionaryTables {
  lmdb::Table terms;        ///< id → block of ordered terms; number 0 of a tag → its counts
  lmdb::Table separators;   ///< tag and the front of a text → the blocks that begin there
  lmdb::Table symbols;      ///< tag and number → symbol table
  lmdb::Table late_terms;   ///< id → predecessor and bytes
  lmdb::Table late_hashes;  ///< hash of tag and bytes → the late ids that have it
  lmdb::Table late_places;  ///< id of the predecessor → the late ids behind it
};

inline constexpr std::size_t dictionary_table_count = 6;

/// Names and kinds, and the tables opened in the same sequence.
std::array<lmdb::TableSpec, dictionary_table_count> dictionary_table_specs();
DictionaryTables assemble_dictionary(const std::vector<lmdb::Table>& tables, std::size_t first);

/// The next free late number of each tag.
using NextNumbers = std::array<std::uint64_t, tag_count>;

}  // namespace prosper::store
