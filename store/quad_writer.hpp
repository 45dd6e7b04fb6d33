// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "store/quad_source.hpp"
#include "store/store_tables.hpp"

namespace prosper::store {

struct QuadHash {
  std::size_t operator()(const QuadIds& quad) const;
};

/// Collects the quads that a write transaction adds and removes, and writes them order by order,
/// sorted, at `flush`: scattered puts would cost ten times as much.
class QuadWriter {
 public:
  QuadWriter(lmdb::WriteTransaction& transaction, std::shared_ptr<lmdb::Environment> environment,
             const StoreTables& tables)
      : transaction_(transaction), environment_(std::move(environment)), tables_(tables) {}

  /// False when the quad was there already. `is_new`: no written row can contain one of its ids.
  bool insert(const QuadIds& quad, bool is_new);
  /// False when the quad was not there.
  bool remove(const QuadIds& quad);

  /// The same for a quad that is known to be written and not yet removed, or known to be absent.
  void insert_absent(const QuadIds& quad) { added_.insert(quad); }

  void remove_present(const QuadIds& quad) { removed_.insert(quad); }

  std::size_t waiting() const { return added_.size() + removed_.size(); }

  void flush();
  /// Removes every quad, also those that wait.
  void clear();

 private:
  bool is_written(const QuadIds& quad) const;
  void write_counts(lmdb::Table table, TermId QuadIds::*position,
                    const std::vector<QuadIds>& removed, const std::vector<QuadIds>& added);

  lmdb::WriteTransaction& transaction_;
  std::shared_ptr<lmdb::Environment> environment_;
  const StoreTables& tables_;
  /// Whether the last committed state has the same orders as the transaction.
  bool is_base_committed_ = true;
  boost::unordered_flat_set<QuadIds, QuadHash> added_;    ///< not written yet
  boost::unordered_flat_set<QuadIds, QuadHash> removed_;  ///< still written
};

}  // namespace prosper::store
