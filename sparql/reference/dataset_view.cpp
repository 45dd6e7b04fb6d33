// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/dataset_view.hpp"

#include <algorithm>
#include <unordered_set>

namespace prosper::sparql::reference {

namespace {

using store::GraphScope;
using store::TermId;

/// One scope that is one graph holds every triple once; anything else may repeat some.
bool may_repeat_triples(const std::vector<GraphScope>& scopes) {
  return scopes.size() > 1 || (scopes.size() == 1 && scopes[0].kind != GraphScope::Kind::One);
}

}  // namespace

DatasetView::DatasetView(const store::QuadSource& source,
                         const request::DatasetDescription& description, request::Limits& limits)
    : source_(source), limits_(limits), graphs_(request::find_graphs(description, source)) {}

std::vector<GraphScope> DatasetView::scopes(ActiveGraph graph) const {
  if (graph.name) return {GraphScope::one(*graph.name)};
  return graphs_.default_scopes;
}

Generator<TripleIds> DatasetView::match(ActiveGraph graph, TripleIdPattern pattern) const {
  return match_scopes(scopes(graph), pattern);
}

Generator<TripleIds> DatasetView::match_scopes(std::vector<GraphScope> scopes,
                                               TripleIdPattern pattern) const {
  const bool is_distinct = !may_repeat_triples(scopes);
  std::unordered_set<TripleIds, TripleIdsHash> seen;
  request::Held held(limits_);
  store::QuadBatch batch;
  for (const GraphScope& scope : scopes) {
    const std::unique_ptr<store::QuadCursor> cursor =
        source_.scan({pattern.subject, pattern.predicate, pattern.object, scope});
    while (cursor->next(batch)) {
      for (std::size_t row = 0; row < batch.size(); ++row) {
        limits_.check();
        const TripleIds triple{batch.subject[row], batch.predicate[row], batch.object[row]};
        if (!is_distinct) {
          if (!seen.insert(triple).second) continue;
          held.add_one();
        }
        co_yield triple;
      }
    }
  }
}

std::uint64_t DatasetView::estimate(ActiveGraph graph, const TripleIdPattern& pattern) const {
  std::uint64_t rows = 0;
  for (const GraphScope& scope : scopes(graph))
    rows += source_.estimate({pattern.subject, pattern.predicate, pattern.object, scope});
  return rows;
}

bool DatasetView::has_node(ActiveGraph graph, TermId node) const {
  return match(graph, {node, {}, {}}).next() != nullptr ||
         match(graph, {{}, {}, node}).next() != nullptr;
}

bool DatasetView::has_named_graph(TermId graph) const {
  if (graphs_.named_graphs)
    return std::find(graphs_.named_graphs->begin(), graphs_.named_graphs->end(), graph) !=
           graphs_.named_graphs->end();
  return match({graph}, {}).next() != nullptr;
}

Generator<TermId> DatasetView::named_graphs() const {
  if (graphs_.named_graphs) {
    for (const TermId graph : *graphs_.named_graphs) co_yield graph;
    co_return;
  }
  constexpr std::size_t graphs_at_once = 1024;
  std::vector<TermId> graphs = source_.graphs(store::default_graph, graphs_at_once);
  while (!graphs.empty()) {
    for (const TermId graph : graphs) {
      limits_.check();
      co_yield graph;
    }
    graphs = source_.graphs(graphs.back(), graphs_at_once);
  }
}

Generator<TermId> DatasetView::named_graphs_with(TripleIdPattern pattern) const {
  std::unordered_set<TermId> seen;
  request::Held held(limits_);
  const std::unique_ptr<store::QuadCursor> cursor =
      source_.scan({pattern.subject, pattern.predicate, pattern.object, GraphScope::named()});
  store::QuadBatch batch;
  while (cursor->next(batch)) {
    for (const TermId graph : batch.graph) {
      limits_.check();
      if (graphs_.named_graphs && !has_named_graph(graph)) continue;
      if (!seen.insert(graph).second) continue;
      held.add_one();
      co_yield graph;
    }
  }
}

std::uint64_t DatasetView::estimate_named(const TripleIdPattern& pattern) const {
  return source_.estimate(
      {pattern.subject, pattern.predicate, pattern.object, GraphScope::named()});
}

std::optional<TermId> DatasetView::id_of(const SolutionTerm& term) const {
  return term.id ? term.id : source_.find(term.term);
}

TermPtr DatasetView::term(TermId id) const {
  constexpr std::size_t maximum_cached_terms = 100'000;
  const auto cached = terms_.find(id);
  if (cached != terms_.end()) return cached->second;
  if (terms_.size() >= maximum_cached_terms) terms_.clear();
  TermPtr term = std::make_shared<const SolutionTerm>(SolutionTerm{source_.term(id), id});
  terms_.emplace(id, term);
  return term;
}

}  // namespace prosper::sparql::reference
