// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/blocks/row.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// Adds and removes rows, both sorted and without repetition, block by block: each block that
/// changes is decoded and coded again once, the others are not touched. A block that overflows
/// alone is halved; where more than that is added, or blocks close behind change too, all these
/// rows are cut into blocks filled to 90 %. One that falls under 40 % is merged with a neighbour.
/// Added rows must be absent, removed ones present: else throws lmdb::Error (Damaged). Cursors of
/// the transaction on this table must be released first.
void change_rows(lmdb::WriteTransaction& transaction, lmdb::Table table,
                 const std::vector<Row>& removed, const std::vector<Row>& added);

}  // namespace prosper::store
