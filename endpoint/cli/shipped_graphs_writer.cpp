// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/shipped_graphs_writer.hpp"

#include "mappings/shipped_graphs.hpp"

namespace prosper::endpoint::cli {
namespace {

bool holds_quads(const store::QuadSource& source, const rdf::Iri& graph) {
  const auto id = source.find(graph);
  store::QuadBatch batch;
  return id && source.scan({{}, {}, {}, store::GraphScope::one(*id)})->next(batch);
}

/// The import state of a shipped graph tells which content Prosper wrote last.
bool is_due(const store::Snapshot& snapshot, const mappings::ShippedGraph& shipped) {
  if (!holds_quads(snapshot, shipped.graph)) return true;
  const auto written = snapshot.import_state(shipped.key);
  return written && *written != shipped.hash;
}

}  // namespace

store::GraphChange write_shipped_graphs(store::Store& store) {
  store::GraphChange total;
  const auto transaction = store.begin();
  for (const mappings::ShippedGraph& shipped : mappings::shipped_graphs(store.public_base())) {
    if (!is_due(*transaction, shipped)) continue;
    const store::GraphChange change = transaction->replace_graph(shipped.graph, shipped.triples);
    total.added += change.added;
    total.removed += change.removed;
    transaction->set_import_state(shipped.key, shipped.hash);
  }
  transaction->commit();
  return total;
}

}  // namespace prosper::endpoint::cli
