// SPDX-License-Identifier: Apache-2.0
#include "store/quad_scan.hpp"

#include "store/storage_errors.hpp"

namespace prosper::store {
namespace {

static_assert(sizeof(TermId) == sizeof(std::uint64_t));

void resize(QuadBatch& batch, std::size_t rows) {
  batch.subject.resize(rows);
  batch.predicate.resize(rows);
  batch.object.resize(rows);
  batch.graph.resize(rows);
}

}  // namespace

QuadScan::QuadScan(const lmdb::Transaction& transaction, lmdb::Table table, OrderIndex order,
                   const QuadPattern& pattern)
    : order_(order),
      wanted_(pattern.wanted),
      scan_(transaction, table, bounds_of(pattern, order)) {}

bool QuadScan::restart(const QuadPattern& pattern) {
  wanted_ = pattern.wanted;
  scan_.restart(bounds_of(pattern, order_));
  return true;
}

ColumnOutputs QuadScan::outputs(QuadBatch& batch, std::size_t from) const {
  const std::array<TermId*, row_columns> positions = {batch.subject.data(), batch.predicate.data(),
                                                      batch.object.data(), batch.graph.data()};
  ColumnOutputs columns{};
  for (std::size_t place = 0; place < row_columns; ++place) {
    const std::size_t position = orders[order_].positions[place];
    if ((wanted_ >> position & 1U) != 0) columns[place] = &positions[position][from].bits;
  }
  return columns;
}

bool QuadScan::next(QuadBatch& batch) {
  return with_store_errors([&] {
    std::size_t rows = 0;
    // A batch of few rows, left by filtering or by the end of a block, is filled on.
    while (rows < batch_rows / 2) {
      const std::size_t room = scan_.prepare(batch_rows - rows);
      if (room == 0) break;
      resize(batch, rows + room);
      rows += scan_.read(outputs(batch, rows));
    }
    resize(batch, rows);
    return rows > 0;
  });
}

}  // namespace prosper::store
