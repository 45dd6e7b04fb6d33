// SPDX-License-Identifier: Apache-2.0
#include "store/term_use.hpp"

namespace prosper::store {

TermUse::TermUse(const lmdb::Transaction& transaction, const StoreTables& tables)
    : orders_{{{transaction, tables.orders[Spo]},
               {transaction, tables.orders[Osp]},
               {transaction, tables.orders[Pso]},
               {transaction, tables.orders[Gspo]}}} {}

bool TermUse::is_used(TermId id) {
  for (BlockReader& order : orders_) {
    if (!order.seek({id.bits, 0, 0, 0})) continue;
    if (order.block().at(0, order.position()) == id.bits) return true;
  }
  return false;
}

}  // namespace prosper::store
