// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/lmdb/environment.hpp"
#include "store/lmdb/transaction.hpp"
#include "store/permutation.hpp"

namespace prosper::store {

/// The tables of a generation (docs/storage-format.md).
struct StoreTables {
  lmdb::Table settings;
  DictionaryTables dictionary;
  std::vector<lmdb::Table> orders;  ///< by OrderIndex
  lmdb::Table graphs;               ///< graph id → quads
  lmdb::Table predicates;           ///< predicate id → quads
  lmdb::Table imports;              ///< hash of a key → import state
};

/// Opens the table that tells the version, before the others may differ.
lmdb::Table open_settings_table(lmdb::Environment& environment);
StoreTables open_tables(lmdb::Environment& environment);
StoreTables create_tables(lmdb::Environment& environment);

}  // namespace prosper::store
