// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/blocks/block_changes.hpp"
#include "store/lmdb/cursor.hpp"

namespace prosper::store {

/// What becomes of the block whose first row is `key`: these bytes, or nothing when they are empty.
struct BlockEdit {
  Row key;
  std::string bytes;
};

using EditSink = std::function<void(BlockEdit&&)>;

/// Works out what changing rows does to the blocks of a table, and writes nothing: `base` may be a
/// reading transaction of another thread that sees the table as the writer will find it. The edits
/// come in the order in which they are to be made, one table's from first to last; a block may be
/// edited twice. Rules and errors are those of `change_rows`.
void find_edits(const lmdb::Transaction& base, lmdb::Table table, RowChanges changes,
                const EditSink& sink);

/// Makes one edit; a block to remove that is not there is none.
void make_edit(lmdb::WriteCursor& cursor, const BlockEdit& edit);

}  // namespace prosper::store
