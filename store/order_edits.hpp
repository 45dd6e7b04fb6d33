// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

#include "store/lmdb/transaction.hpp"
#include "store/permutation.hpp"
#include "store/store_tables.hpp"

namespace prosper::store {

/// Removes and adds quads, each present or absent as that needs, in all orders. The blocks are
/// coded by several threads, which read the last committed state: `transaction` must not have
/// changed the orders yet. Throws what the threads throw.
void change_orders_side_by_side(lmdb::WriteTransaction& transaction,
                                const std::shared_ptr<lmdb::Environment>& environment,
                                const StoreTables& tables, std::span<const QuadIds> removed,
                                std::span<const QuadIds> added);

/// The same on this thread, whatever `transaction` has changed.
void change_orders(lmdb::WriteTransaction& transaction, const StoreTables& tables,
                   std::span<const QuadIds> removed, std::span<const QuadIds> added);

}  // namespace prosper::store
