// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/pattern.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql::update {

namespace {

using store::GraphScope;

void clear_target(const algebra::GraphTarget& target, RequestState& state) {
  switch (target.kind) {
    case algebra::GraphTarget::Kind::Default:
      state.report.removed += state.transaction.clear(GraphScope::one(store::default_graph));
      return;
    case algebra::GraphTarget::Kind::Named:
      state.report.removed += state.transaction.clear(GraphScope::named());
      return;
    case algebra::GraphTarget::Kind::All:
      state.report.removed += state.transaction.clear(GraphScope::all());
      return;
    case algebra::GraphTarget::Kind::One:
      break;
  }
  if (const std::optional<store::TermId> graph = state.transaction.find(target.graph))
    state.report.removed += state.transaction.clear(GraphScope::one(*graph));
}

}  // namespace

bool graph_exists(const rdf::Iri& graph, const store::QuadSource& source) {
  const std::optional<store::TermId> id = source.find(graph);
  if (!id) return false;
  store::QuadPattern pattern;
  pattern.graph = GraphScope::one(*id);
  store::QuadBatch batch;
  return source.scan(pattern)->next(batch);
}

/// §3.1.5 and §3.2.2: a store that does not record empty graphs always succeeds; a graph that is
/// not there is empty already.
void clear(const algebra::Clear& operation, RequestState& state) {
  clear_target(operation.target, state);
}

void drop(const algebra::Drop& operation, RequestState& state) {
  clear_target(operation.target, state);
}

/// §3.2.1: the graph comes into being with its first quad.
void create(const algebra::Create& operation, RequestState& state) {
  if (operation.silent || !graph_exists(operation.graph, state.transaction)) return;
  throw UpdateError("CREATE GRAPH <" + operation.graph.value + ">: the graph exists already");
}

}  // namespace prosper::sparql::update
