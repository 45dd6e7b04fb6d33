// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/blocks/block_cutter.hpp"
#include "store/blocks/row_block.hpp"

namespace prosper::store {

inline constexpr std::size_t full_block_bytes = block_bytes * 9 / 10;
inline constexpr std::size_t small_block_bytes = block_bytes * 4 / 10;

/// Sorted changes of a table's rows, of which the lowest are taken off.
struct RowChanges {
  std::span<const Row> removed;
  std::span<const Row> added;

  bool empty() const { return removed.empty() && added.empty(); }

  /// The lowest row; needs one.
  const Row& first() const;
  /// Takes off the changes of rows before `end`; all of them when there is no end.
  RowChanges take_before(const std::optional<Row>& end);
};

/// Appends the block's rows to `rows`.
void append_rows(RowBlock& block, std::vector<Row>& rows);

/// Appends the rows with the changes made to `out`; false when a removed row is not there or an
/// added one is.
bool merge_changes(std::span<const Row> rows, const RowChanges& changes, std::vector<Row>& out);

/// All rows as one block when they fit. `before` is the row before the first. `plan`, when not
/// null, is how `planned_rows` rows of these were coded; it is tried first, and no other one if it
/// does as well as it did then.
std::optional<EncodedBlock> encode_changed(std::span<const Row> rows, const Row* before,
                                           const BlockPlan* plan, std::size_t planned_rows);

/// Appends two blocks, with half of the rows each, coded as `plan` says; false, and nothing
/// appended, when one would be much longer than half a block.
bool halve(std::span<const Row> rows, const Row* before, const BlockPlan& plan,
           std::vector<EncodedBlock>& blocks);

/// The rows of the last two blocks, shared out evenly; false, and nothing changed, when they do not
/// fit then. `rows` ends with those of both.
bool balance_last(std::span<const Row> rows, const Row* before, std::vector<EncodedBlock>& blocks);

}  // namespace prosper::store
