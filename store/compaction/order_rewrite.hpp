// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "store/blocks/block_cutter.hpp"
#include "store/compaction/renumbering.hpp"
#include "store/compaction/row_sorter.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// How many rows begin with an id, by ascending id.
using FirstCounts = std::vector<std::pair<TermId, std::uint64_t>>;

struct OrderRewriteOptions {
  std::size_t memory = 0;
  /// Where temporary files go.
  std::filesystem::path folder;
  /// Wanted when not null.
  FirstCounts* first_counts = nullptr;
  /// Gets full blocks, in order, many at a time.
  std::function<void(std::vector<EncodedBlock>)> receive;
  /// Hears now and then of rows read; their sum is the number of rows.
  std::function<void(std::uint64_t)> on_rows;
};

/// Reads the rows of a table of blocks, gives their ids new numbers and cuts them into full blocks,
/// in order again: rows of ordered and inline ids stay in order and stream through; only those with
/// late ids are sorted. Returns the number of rows. Throws lmdb::Error, Damaged for a block with a
/// wrong checksum or an id without a term; std::system_error when the disk is full.
std::uint64_t rewrite_order(const lmdb::Transaction& from, lmdb::Table table,
                            const Renumbering& renumbering, const OrderRewriteOptions& options);

}  // namespace prosper::store
