// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/triple_cursor.hpp"

#include <algorithm>
#include <array>

#include "sparql/execution/batch.hpp"

namespace prosper::sparql::execution {

namespace {

using store::GraphScope;
using store::QuadIds;
using store::ScanOrder;

/// The order that has the bound positions in front; by bit: 0 subject, 1 predicate, 2 object.
ScanOrder order_for(const store::QuadPattern& pattern) {
  static constexpr std::array<ScanOrder, 8> orders = {
      ScanOrder::Spo, ScanOrder::Spo, ScanOrder::Pso, ScanOrder::Spo,
      ScanOrder::Osp, ScanOrder::Sop, ScanOrder::Pos, ScanOrder::Spo};
  return orders.at((pattern.subject ? 1U : 0U) | (pattern.predicate ? 2U : 0U) |
                   (pattern.object ? 4U : 0U));
}

using Key = std::array<store::TermId, 4>;

Key key_of(const QuadIds& quad, ScanOrder order) {
  const auto& [s, p, o, g] = quad;
  switch (order) {
    case ScanOrder::Spo:
      return {s, p, o, g};
    case ScanOrder::Sop:
      return {s, o, p, g};
    case ScanOrder::Pso:
      return {p, s, o, g};
    case ScanOrder::Pos:
      return {p, o, s, g};
    case ScanOrder::Osp:
      return {o, s, p, g};
    case ScanOrder::Ops:
      break;
  }
  return {o, p, s, g};
}

bool is_same_triple(const QuadIds& left, const QuadIds& right) {
  return left.subject == right.subject && left.predicate == right.predicate &&
         left.object == right.object;
}

QuadIds row_of(const store::QuadBatch& batch, std::size_t row) {
  return {batch.subject[row], batch.predicate[row], batch.object[row], batch.graph[row]};
}

}  // namespace

TripleCursor::TripleCursor(Run& run, store::QuadPattern pattern,
                           const std::vector<GraphScope>& scopes, std::optional<ScanOrder> order,
                           bool keeps_graphs)
    : run_(run), held_(run.limits()) {
  if (scopes.size() != 1) {
    gather(pattern, scopes, order, keeps_graphs);
    return;
  }
  pattern.graph = scopes[0];
  is_distinct_ = pattern.graph.kind == GraphScope::Kind::One || keeps_graphs;
  if (!is_distinct_) {
    // The same triple of several graphs comes in a row only in order.
    if (!order) order = order_for(pattern);
    const auto open = [](bool is_bound, unsigned position) { return is_bound ? 0U : position; };
    open_ = open(pattern.subject.has_value(), store::subject_position) |
            open(pattern.predicate.has_value(), store::predicate_position) |
            open(pattern.object.has_value(), store::object_position);
    pattern.wanted |= open_;
  }
  cursor_ = order ? run.source().scan_in_order(pattern, *order) : run.source().scan(pattern);
  pattern_ = pattern;
}

bool TripleCursor::restart(store::QuadPattern pattern, const std::vector<GraphScope>& scopes) {
  const bool is_alike = cursor_ && scopes.size() == 1 && scopes[0].kind == pattern_.graph.kind &&
                        pattern.subject.has_value() == pattern_.subject.has_value() &&
                        pattern.predicate.has_value() == pattern_.predicate.has_value() &&
                        pattern.object.has_value() == pattern_.object.has_value();
  if (!is_alike) return false;
  pattern.graph = scopes[0];
  pattern.wanted |= open_;
  has_last_ = false;
  return cursor_->restart(pattern);
}

void TripleCursor::gather(store::QuadPattern pattern, const std::vector<GraphScope>& scopes,
                          std::optional<ScanOrder> order, bool keeps_graphs) {
  const ScanOrder sorted = order.value_or(order_for(pattern));
  pattern.wanted = store::all_positions;
  store::QuadBatch batch;
  for (const GraphScope& scope : scopes) {
    pattern.graph = scope;
    const auto cursor = run_.source().scan(pattern);
    while (cursor->next(batch)) {
      run_.limits().check_batch();
      held_.add(batch.size(), batch.size() * sizeof(QuadIds));
      for (std::size_t row = 0; row < batch.size(); ++row) gathered_.push_back(row_of(batch, row));
    }
  }
  std::sort(gathered_.begin(), gathered_.end(), [&](const QuadIds& left, const QuadIds& right) {
    return key_of(left, sorted) < key_of(right, sorted);
  });
  if (!keeps_graphs)
    gathered_.erase(std::unique(gathered_.begin(), gathered_.end(), is_same_triple),
                    gathered_.end());
}

bool TripleCursor::next(store::QuadBatch& batch) {
  run_.limits().check_batch();
  if (!cursor_) return next_gathered(batch);
  return is_distinct_ ? cursor_->next(batch) : next_distinct(batch);
}

bool TripleCursor::next_gathered(store::QuadBatch& batch) {
  batch.clear();
  while (position_ < gathered_.size() && batch.size() < batch_rows)
    batch.push_back(gathered_[position_++]);
  return batch.size() > 0;
}

bool TripleCursor::is_last_triple(const QuadIds& quad) const {
  const auto is_same = [&](unsigned position, store::TermId now, store::TermId before) {
    return (open_ & position) == 0 || now == before;
  };
  return has_last_ && is_same(store::subject_position, quad.subject, last_.subject) &&
         is_same(store::predicate_position, quad.predicate, last_.predicate) &&
         is_same(store::object_position, quad.object, last_.object);
}

bool TripleCursor::next_distinct(store::QuadBatch& batch) {
  while (cursor_->next(batch)) {
    std::size_t kept = 0;
    for (std::size_t row = 0; row < batch.size(); ++row) {
      const QuadIds quad = row_of(batch, row);
      if (is_last_triple(quad)) continue;
      last_ = quad;
      has_last_ = true;
      batch.subject[kept] = quad.subject;
      batch.predicate[kept] = quad.predicate;
      batch.object[kept] = quad.object;
      batch.graph[kept] = quad.graph;
      ++kept;
    }
    batch.subject.resize(kept);
    batch.predicate.resize(kept);
    batch.object.resize(kept);
    batch.graph.resize(kept);
    if (kept > 0) return true;
  }
  return false;
}

std::vector<GraphScope> scopes_for(const optimizer::ActiveGraph& graph, store::TermId bound,
                                   const Run& run) {
  switch (graph.kind) {
    case optimizer::ActiveGraph::Kind::Default:
      return run.graphs().default_scopes;
    case optimizer::ActiveGraph::Kind::One:
      return {GraphScope::one(graph.graph)};
    case optimizer::ActiveGraph::Kind::Column:
      break;
  }
  if (bound != unbound) {
    if (!run.graphs().may_be_named(bound)) return {};
    return {GraphScope::one(bound)};
  }
  if (!run.graphs().named_graphs) return {GraphScope::named()};
  std::vector<GraphScope> scopes;
  for (const store::TermId name : *run.graphs().named_graphs)
    scopes.push_back(GraphScope::one(name));
  return scopes;
}

}  // namespace prosper::sparql::execution
