// SPDX-License-Identifier: Apache-2.0
#include "store/quad_writer.hpp"

#include <algorithm>
#include <map>

#include "store/blocks/block_table.hpp"
#include "store/blocks/change_rows.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

std::vector<Row> sorted_rows(const std::vector<QuadIds>& quads, const Order& order) {
  std::vector<Row> rows;
  rows.reserve(quads.size());
  for (const QuadIds& quad : quads) rows.push_back(order.to_row(quad));
  std::sort(rows.begin(), rows.end());
  return rows;
}

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
  for (std::size_t order = 0; order < order_count; ++order) {
    change_rows(transaction_, tables_.orders[order], sorted_rows(removed, orders[order]),
                sorted_rows(added, orders[order]));
  }
  write_counts(tables_.graphs, &QuadIds::graph, removed, added);
  write_counts(tables_.predicates, &QuadIds::predicate, removed, added);
}

void QuadWriter::write_counts(lmdb::Table table, TermId QuadIds::*position,
                              const std::vector<QuadIds>& removed,
                              const std::vector<QuadIds>& added) {
  std::map<TermId, std::int64_t> changes;
  for (const QuadIds& quad : removed) --changes[quad.*position];
  for (const QuadIds& quad : added) ++changes[quad.*position];
  for (const auto& [id, change] : changes) {
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
