// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/blocks/block_scan.hpp"
#include "store/permutation.hpp"

namespace prosper::store {

/// The quads that match a pattern, from one order, whose columns are decoded into the batch.
class QuadScan final : public QuadCursor {
 public:
  QuadScan(const lmdb::Transaction& transaction, lmdb::Table table, OrderIndex order,
           const QuadPattern& pattern);

  /// Throws StoreError.
  bool next(QuadBatch& batch) override;
  bool restart(const QuadPattern& pattern) override;

 private:
  ColumnOutputs outputs(QuadBatch& batch, std::size_t from) const;

  OrderIndex order_;
  unsigned wanted_;
  BlockScan scan_;
};

}  // namespace prosper::store
