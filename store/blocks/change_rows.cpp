// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/change_rows.hpp"

#include <algorithm>
#include <optional>

#include "store/blocks/block_edits.hpp"

namespace prosper::store {
namespace {

/// At worst each change makes a page, and the edits of a piece are held in memory.
constexpr std::size_t piece_changes = 8192;

RowChanges take_piece(RowChanges& changes) {
  std::optional<Row> end;
  for (const std::span<const Row> rows : {changes.removed, changes.added}) {
    if (rows.size() > piece_changes)
      end = std::min(end.value_or(rows[piece_changes]), rows[piece_changes]);
  }
  return changes.take_before(end);
}

}  // namespace

void change_rows(lmdb::WriteTransaction& transaction, lmdb::Table table,
                 const std::vector<Row>& removed, const std::vector<Row>& added) {
  RowChanges changes{removed, added};
  std::vector<BlockEdit> edits;
  while (!changes.empty()) {
    find_edits(transaction, table, take_piece(changes),
               [&](BlockEdit&& edit) { edits.push_back(std::move(edit)); });
    lmdb::WriteCursor cursor(transaction, table);
    for (const BlockEdit& edit : edits) make_edit(cursor, edit);
    edits.clear();
  }
}

}  // namespace prosper::store
