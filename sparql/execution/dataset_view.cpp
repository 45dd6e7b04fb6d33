// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/dataset_view.hpp"

#include <algorithm>
#include <unordered_set>

namespace prosper::sparql::execution {

namespace {

using store::GraphScope;
using store::TermId;

std::vector<rdf::Iri> to_iris(const std::vector<std::string>& uris) {
  std::vector<rdf::Iri> iris;
  for (const std::string& uri : uris) iris.push_back(rdf::Iri{uri});
  return iris;
}

std::vector<TermId> find_graphs(const store::QuadSource& source,
                                const std::vector<rdf::Iri>& names) {
  std::vector<TermId> graphs;
  for (const rdf::Iri& name : names) {
    const std::optional<TermId> id = source.find(name);
    if (id && std::find(graphs.begin(), graphs.end(), *id) == graphs.end()) graphs.push_back(*id);
  }
  return graphs;
}

/// One scope that is one graph holds every triple once; anything else may repeat some.
bool may_repeat_triples(const std::vector<GraphScope>& scopes) {
  return scopes.size() > 1 || (scopes.size() == 1 && scopes[0].kind != GraphScope::Kind::One);
}

}  // namespace

DatasetDescription describe_dataset(const algebra::Dataset& of_query,
                                    const RequestOptions& options) {
  DatasetDescription description;
  description.mode = options.default_graph;
  if (!options.default_graph_uris.empty() || !options.named_graph_uris.empty()) {
    description.default_graphs = to_iris(options.default_graph_uris);
    description.named_graphs = to_iris(options.named_graph_uris);
  } else if (of_query.is_given()) {
    description.default_graphs = of_query.default_graphs;
    description.named_graphs = of_query.named_graphs;
  }
  return description;
}

DatasetView::DatasetView(const store::QuadSource& source, const DatasetDescription& description,
                         Limits& limits)
    : source_(source), limits_(limits) {
  if (description.default_graphs) {
    for (const TermId graph : find_graphs(source, *description.default_graphs))
      default_scopes_.push_back(GraphScope::one(graph));
  } else if (description.mode == DefaultGraphMode::Union) {
    default_scopes_.push_back(GraphScope::all());
  } else {
    default_scopes_.push_back(GraphScope::one(store::default_graph));
  }
  if (description.named_graphs) named_graphs_ = find_graphs(source, *description.named_graphs);
}

std::vector<GraphScope> DatasetView::scopes(ActiveGraph graph) const {
  if (graph.name) return {GraphScope::one(*graph.name)};
  return default_scopes_;
}

Generator<TripleIds> DatasetView::match(ActiveGraph graph, TripleIdPattern pattern) const {
  return match_scopes(scopes(graph), pattern);
}

Generator<TripleIds> DatasetView::match_anywhere(TripleIdPattern pattern) const {
  std::vector<GraphScope> everywhere = default_scopes_;
  if (named_graphs_) {
    for (const TermId graph : *named_graphs_) everywhere.push_back(GraphScope::one(graph));
  } else {
    everywhere.push_back(GraphScope::named());
  }
  return match_scopes(std::move(everywhere), pattern);
}

Generator<TripleIds> DatasetView::match_scopes(std::vector<GraphScope> scopes,
                                               TripleIdPattern pattern) const {
  const bool is_distinct = !may_repeat_triples(scopes);
  std::unordered_set<TripleIds, TripleIdsHash> seen;
  Held held(limits_);
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
  if (named_graphs_)
    return std::find(named_graphs_->begin(), named_graphs_->end(), graph) != named_graphs_->end();
  return match({graph}, {}).next() != nullptr;
}

Generator<TermId> DatasetView::named_graphs() const {
  if (named_graphs_) {
    for (const TermId graph : *named_graphs_) co_yield graph;
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
  Held held(limits_);
  const std::unique_ptr<store::QuadCursor> cursor =
      source_.scan({pattern.subject, pattern.predicate, pattern.object, GraphScope::named()});
  store::QuadBatch batch;
  while (cursor->next(batch)) {
    for (const TermId graph : batch.graph) {
      limits_.check();
      if (named_graphs_ && !has_named_graph(graph)) continue;
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

}  // namespace prosper::sparql::execution
