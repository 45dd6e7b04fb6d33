// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "store/blocks/block_reader.hpp"
#include "store/store_tables.hpp"

namespace prosper::store {

/// Tells which terms are in quads, by the orders that begin with each position. Ids asked in
/// ascending order are found close to each other.
class TermUse {
 public:
  TermUse(const lmdb::Transaction& transaction, const StoreTables& tables);

  bool is_used(TermId id);

 private:
  std::array<BlockReader, 4> orders_;
};

}  // namespace prosper::store
