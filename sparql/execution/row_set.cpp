// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/row_set.hpp"

#include <algorithm>

#include "store/rdf/assert.hpp"

namespace prosper::sparql::execution {

std::uint64_t RowSet::hash(std::span<const store::TermId> row) const {
  std::uint64_t hash = 0;
  for (const store::TermId id : row) {
    hash = (hash ^ id.bits) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32U;
  }
  return hash;
}

void RowSet::grow() {
  buckets_.assign(std::max<std::size_t>(16, buckets_.size() * 2), 0);
  for (std::size_t number = 0; number < size_; ++number) {
    std::size_t bucket = hash(row(number)) & (buckets_.size() - 1);
    while (buckets_[bucket] != 0) bucket = (bucket + 1) & (buckets_.size() - 1);
    buckets_[bucket] = static_cast<std::uint32_t>(number + 1);
  }
}

RowSet::Place RowSet::insert(std::span<const store::TermId> row) {
  if ((size_ + 1) * 2 > buckets_.size()) grow();
  std::size_t bucket = hash(row) & (buckets_.size() - 1);
  while (buckets_[bucket] != 0) {
    const std::size_t number = buckets_[bucket] - 1;
    if (std::ranges::equal(this->row(number), row)) return {number, false};
    bucket = (bucket + 1) & (buckets_.size() - 1);
  }
  constexpr std::size_t bytes_of_buckets = 16;
  held_.add(1, width_ * sizeof(store::TermId) + bytes_of_buckets);
  PROSPER_ASSERT(size_ + 1 < UINT32_MAX);
  cells_.insert(cells_.end(), row.begin(), row.end());
  buckets_[bucket] = static_cast<std::uint32_t>(++size_);
  return {size_ - 1, true};
}

}  // namespace prosper::sparql::execution
