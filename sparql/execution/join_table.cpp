// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/join_table.hpp"

#include <algorithm>
#include <bit>

#include "store/rdf/assert.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;

constexpr std::uint32_t no_row = UINT32_MAX;

std::uint64_t mix(std::uint64_t hash, TermId id) {
  hash = (hash ^ id.bits) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 32U);
}

std::uint64_t bound_bits(std::span<const TermId> key) {
  std::uint64_t bits = 0;
  for (std::size_t index = 0; index < key.size(); ++index)
    if (key[index] != unbound) bits |= std::uint64_t{1} << index;
  return bits;
}

bool has(std::uint64_t mask, std::size_t index) {
  return ((mask >> index) & 1U) != 0;
}

}  // namespace

JoinTable::JoinTable(Run& run, std::vector<std::size_t> shared)
    : run_(run), held_(run.limits()), shared_(std::move(shared)) {
  if (shared_.size() > 64) throw UnsupportedFeature("two patterns share more than 64 variables");
}

void JoinTable::fill(Operator& input) {
  Batch batch;
  std::vector<TermId> key(shared_.size());
  while (input.next(batch)) {
    constexpr std::size_t bytes_of_index = 16;
    held_.add(batch.rows, batch.rows * (batch.columns.size() * sizeof(TermId) + bytes_of_index));
    columns_.resize(batch.columns.size());
    for (std::size_t column = 0; column < columns_.size(); ++column)
      columns_[column].insert(columns_[column].end(), batch.columns[column].begin(),
                              batch.columns[column].end());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      for (std::size_t index = 0; index < key.size(); ++index)
        key[index] = batch.columns[shared_[index]][row];
      const std::uint64_t bound = bound_bits(key);
      auto group = std::find_if(groups_.begin(), groups_.end(),
                                [&](const Group& known) { return known.bound == bound; });
      if (group == groups_.end()) group = groups_.insert(group, Group{bound, {}, {}});
      group->rows.push_back(static_cast<std::uint32_t>(rows_ + row));
    }
    rows_ += batch.rows;
    PROSPER_ASSERT(rows_ < no_row);
  }
}

std::uint64_t JoinTable::hash_row(std::uint32_t row, std::uint64_t mask) const {
  std::uint64_t hash = 0;
  for (std::size_t index = 0; index < shared_.size(); ++index)
    if (has(mask, index)) hash = mix(hash, columns_[shared_[index]][row]);
  return hash;
}

bool JoinTable::agrees(std::uint32_t row, std::span<const TermId> key, std::uint64_t mask) const {
  for (std::size_t index = 0; index < shared_.size(); ++index)
    if (has(mask, index) && columns_[shared_[index]][row] != key[index]) return false;
  return true;
}

JoinTable::Index& JoinTable::index_of(Group& group, std::uint64_t mask) {
  for (const auto& index : group.indexes)
    if (index->mask == mask) return *index;
  auto index = std::make_unique<Index>();
  index->mask = mask;
  index->heads.assign(std::bit_ceil(group.rows.size() * 2), no_row);
  index->nexts.assign(group.rows.size(), no_row);
  // Backwards, so that a bucket has the rows in the order they came.
  for (std::size_t place = group.rows.size(); place-- > 0;) {
    std::uint32_t& head =
        index->heads[hash_row(group.rows[place], mask) & (index->heads.size() - 1)];
    index->nexts[place] = head;
    head = static_cast<std::uint32_t>(place);
  }
  group.indexes.push_back(std::move(index));
  return *group.indexes.back();
}

void JoinTable::find(std::span<const TermId> key, std::uint64_t must_share,
                     std::vector<std::uint32_t>& rows) {
  const std::uint64_t bound = bound_bits(key);
  for (Group& group : groups_) {
    const std::uint64_t mask = bound & group.bound;
    if (must_share != 0 && (mask & must_share) == 0) continue;
    if (mask == 0) {
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
      continue;
    }
    std::uint64_t hash = 0;
    for (std::size_t index = 0; index < key.size(); ++index)
      if (has(mask, index)) hash = mix(hash, key[index]);
    const Index& index = index_of(group, mask);
    for (std::uint32_t place = index.heads[hash & (index.heads.size() - 1)]; place != no_row;
         place = index.nexts[place])
      if (agrees(group.rows[place], key, mask)) rows.push_back(group.rows[place]);
  }
}

SharedColumns shared_columns(const optimizer::PlanNode& left, const optimizer::PlanNode& right) {
  SharedColumns shared;
  for (std::size_t place = 0; place < right.columns.size(); ++place) {
    const std::size_t other = place_of(right.columns[place].slot, left);
    if (other == no_column) continue;
    shared.left.push_back(other);
    shared.right.push_back(place);
  }
  return shared;
}

}  // namespace prosper::sparql::execution
