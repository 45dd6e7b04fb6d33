// SPDX-License-Identifier: Apache-2.0
#include "store/quad_writer.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "store/blocks/block_table.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/order_edits.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

/// Below this, starting threads and another reading transaction costs more than it gains.
constexpr std::size_t few_quads = 2000;

}  // namespace

std::size_t QuadHash::operator()(const QuadIds& quad) const {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15ULL;
  std::uint64_t hash = quad.subject.bits;
  for (const TermId id : {quad.predicate, quad.object, quad.graph}) {
    hash = (hash ^ (hash >> 29U)) * factor + id.bits;
  }
  return static_cast<std::size_t>((hash ^ (hash >> 32U)) * factor);
}

bool QuadWriter::is_written(const QuadIds& quad) const {
  return BlockTable(transaction_, tables_.orders[Spo]).contains(orders[Spo].to_row(quad));
}

bool QuadWriter::insert(const QuadIds& quad, bool is_new) {
  if (is_new) return added_.insert(quad).second;
  if (removed_.erase(quad) > 0) return true;
  if (added_.contains(quad) || is_written(quad)) return false;
  added_.insert(quad);
  return true;
}

bool QuadWriter::remove(const QuadIds& quad) {
  if (added_.erase(quad) > 0) return true;
  if (removed_.contains(quad) || !is_written(quad)) return false;
  removed_.insert(quad);
  return true;
}

void QuadWriter::flush() {
  if (waiting() == 0) return;
  transaction_.release_cursors();
  const std::vector<QuadIds> removed(removed_.begin(), removed_.end());
  const std::vector<QuadIds> added(added_.begin(), added_.end());
  added_.clear();
  removed_.clear();
  if (is_base_committed_ && removed.size() + added.size() > few_quads) {
    change_orders_side_by_side(transaction_, environment_, tables_, removed, added);
  } else {
    change_orders(transaction_, tables_, removed, added);
  }
  is_base_committed_ = false;
  write_counts(tables_.graphs, &QuadIds::graph, removed, added);
  write_counts(tables_.predicates, &QuadIds::predicate, removed, added);
}

void QuadWriter::clear() {
  added_.clear();
  removed_.clear();
  for (const lmdb::Table table : tables_.orders) transaction_.clear(table);
  transaction_.clear(tables_.graphs);
  transaction_.clear(tables_.predicates);
  is_base_committed_ = false;
}

void QuadWriter::write_counts(lmdb::Table table, TermId QuadIds::*position,
                              const std::vector<QuadIds>& removed,
                              const std::vector<QuadIds>& added) {
  boost::unordered_flat_map<TermId, std::int64_t, std::hash<TermId>> changes;
  for (const QuadIds& quad : removed) --changes[quad.*position];
  for (const QuadIds& quad : added) ++changes[quad.*position];
  std::vector<std::pair<TermId, std::int64_t>> sorted(changes.begin(), changes.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [id, change] : sorted) {
    if (change == 0) continue;
    const lmdb::KeyBytes<1> key = lmdb::to_key<1>({id.bits});
    const auto stored = transaction_.get(table, key.view());
    const std::int64_t before =
        stored ? static_cast<std::int64_t>(lmdb::from_key<1>(*stored)[0]) : 0;
    const std::int64_t after = before + change;
    PROSPER_ASSERT(after >= 0);
    if (after == 0) {
      transaction_.remove(table, key.view());
    } else {
      transaction_.put(table, key.view(),
                       lmdb::to_key<1>({static_cast<std::uint64_t>(after)}).view());
    }
  }
}

}  // namespace prosper::store
