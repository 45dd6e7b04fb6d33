// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "sparql/execution/run.hpp"

namespace prosper::sparql::execution {

/// The matches of a pattern in one active graph, in batches: each triple once for the merge of
/// graphs that a default graph is, each quad for named graphs. Graphs in several scopes are brought
/// together in memory.
class TripleCursor {
 public:
  /// No order: the triples come as the source likes it.
  TripleCursor(Run& run, store::QuadPattern pattern, const std::vector<store::GraphScope>& scopes,
               std::optional<store::ScanOrder> order, bool keeps_graphs);

  /// Replaces `batch`, with at least one row; false at the end. Checks the limits.
  bool next(store::QuadBatch& batch);

 private:
  bool next_distinct(store::QuadBatch& batch);
  bool next_gathered(store::QuadBatch& batch);
  void gather(store::QuadPattern pattern, const std::vector<store::GraphScope>& scopes,
              std::optional<store::ScanOrder> order, bool keeps_graphs);

  Run& run_;
  std::unique_ptr<store::QuadCursor> cursor_;
  bool is_distinct_ = false;
  store::QuadIds last_{};
  request::Held held_;
  std::vector<store::QuadIds> gathered_;
  std::size_t position_ = 0;
};

/// Where an access looks for the rows of one graph value; unbound: in all graphs of the access.
std::vector<store::GraphScope> scopes_for(const optimizer::ActiveGraph& graph, store::TermId bound,
                                          const Run& run);

}  // namespace prosper::sparql::execution
