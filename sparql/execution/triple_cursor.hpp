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
  /// No order: the triples come as the source likes it. Of the rows handed out only the positions
  /// `pattern.wanted` names can be read.
  TripleCursor(Run& run, store::QuadPattern pattern, const std::vector<store::GraphScope>& scopes,
               std::optional<store::ScanOrder> order, bool keeps_graphs);

  /// Begins anew, which is faster than a new cursor; false, and nothing done, where it cannot: for
  /// a pattern that binds other positions, or for several scopes. The order stays.
  bool restart(store::QuadPattern pattern, const std::vector<store::GraphScope>& scopes);

  /// Replaces `batch`, with at least one row; false at the end. Checks the limits.
  bool next(store::QuadBatch& batch);

 private:
  bool is_last_triple(const store::QuadIds& quad) const;
  bool next_distinct(store::QuadBatch& batch);
  bool next_gathered(store::QuadBatch& batch);
  void gather(store::QuadPattern pattern, const std::vector<store::GraphScope>& scopes,
              std::optional<store::ScanOrder> order, bool keeps_graphs);

  Run& run_;
  std::unique_ptr<store::QuadCursor> cursor_;
  store::QuadPattern pattern_;
  bool is_distinct_ = false;
  /// The positions, as QuadPosition, in which triples can differ.
  unsigned open_ = 0;
  store::QuadIds last_{};
  bool has_last_ = false;
  request::Held held_;
  std::vector<store::QuadIds> gathered_;
  std::size_t position_ = 0;
};

/// Where an access looks for the rows of one graph value; unbound: in all graphs of the access.
std::vector<store::GraphScope> scopes_for(const optimizer::ActiveGraph& graph, store::TermId bound,
                                          const Run& run);

}  // namespace prosper::sparql::execution
