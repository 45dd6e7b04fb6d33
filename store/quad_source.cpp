// SPDX-License-Identifier: Apache-2.0
#include "store/quad_source.hpp"

#include <algorithm>
#include <array>

#include "store/permutation.hpp"

namespace prosper::store {
namespace {

/// Hands out rows that lie in memory.
class CollectedCursor final : public QuadCursor {
 public:
  explicit CollectedCursor(std::vector<QuadIds> rows) : rows_(std::move(rows)) {}

  bool next(QuadBatch& batch) override {
    batch.clear();
    while (position_ < rows_.size() && batch.size() < batch_rows)
      batch.push_back(rows_[position_++]);
    return batch.size() > 0;
  }

 private:
  std::vector<QuadIds> rows_;
  std::size_t position_ = 0;
};

}  // namespace

OrderIndex order_index(ScanOrder order) {
  static constexpr std::array<OrderIndex, 6> indexes = {Spo, Sop, Pso, Pos, Osp, Ops};
  return indexes.at(static_cast<std::size_t>(order));
}

std::vector<rdf::Term> QuadSource::terms(std::span<const TermId> ascending) const {
  std::vector<rdf::Term> terms;
  terms.reserve(ascending.size());
  for (const TermId id : ascending) terms.push_back(term(id));
  return terms;
}

std::unique_ptr<QuadCursor> QuadSource::scan_in_order(const QuadPattern& pattern,
                                                      ScanOrder order) const {
  std::vector<QuadIds> rows;
  const std::unique_ptr<QuadCursor> cursor = scan(pattern);
  QuadBatch batch;
  while (cursor->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row)
      rows.push_back(
          {batch.subject[row], batch.predicate[row], batch.object[row], batch.graph[row]});
  }
  const Order& positions = orders[order_index(order)];
  std::sort(rows.begin(), rows.end(), [&](const QuadIds& left, const QuadIds& right) {
    return positions.to_row(left) < positions.to_row(right);
  });
  return std::make_unique<CollectedCursor>(std::move(rows));
}

}  // namespace prosper::store
