// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "store/compaction/renumbering.hpp"
#include "store/dictionary/dictionary_tables.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// Writes all terms of a dictionary as ordered ones into an empty one, in one pass: each late term
/// goes behind its predecessor. `on_terms` hears now and then how many are done. Throws
/// lmdb::Error, Damaged for bytes with a wrong checksum or tables that disagree.
Renumbering rewrite_terms(const lmdb::Transaction& from, const DictionaryTables& from_tables,
                          lmdb::WriteTransaction& to, const DictionaryTables& to_tables,
                          const std::function<void(std::uint64_t)>& on_terms);

}  // namespace prosper::store
