// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "sparql/request/limits.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql::update {

namespace {

using store::TermId;

std::string name_of(algebra::Transfer::Kind kind) {
  switch (kind) {
    case algebra::Transfer::Kind::Copy:
      return "COPY";
    case algebra::Transfer::Kind::Move:
      return "MOVE";
    case algebra::Transfer::Kind::Add:
      break;
  }
  return "ADD";
}

/// The default graph's id for no IRI; nothing for a graph the store has never heard of.
std::optional<TermId> find_graph(const std::optional<rdf::Iri>& graph,
                                 const store::QuadSource& source) {
  return graph ? source.find(*graph) : store::default_graph;
}

/// All rows of a graph, taken before anything changes under the cursor.
std::vector<store::QuadIds> rows_of(TermId graph, const store::QuadSource& source,
                                    request::Limits& limits, request::Held& held) {
  std::vector<store::QuadIds> rows;
  store::QuadPattern pattern;
  pattern.graph = store::GraphScope::one(graph);
  const std::unique_ptr<store::QuadCursor> cursor = source.scan(pattern);
  store::QuadBatch batch;
  while (cursor->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      limits.check();
      held.add_one();
      rows.push_back({batch.subject[row], batch.predicate[row], batch.object[row], graph});
    }
  }
  return rows;
}

}  // namespace

/// §3.2.3 COPY, §3.2.4 MOVE, §3.2.5 ADD.
void transfer(const algebra::Transfer& operation, RequestState& state) {
  if (operation.from == operation.to) return;
  if (operation.from && !graph_exists(*operation.from, state.transaction)) {
    if (operation.silent) return;
    throw UpdateError(name_of(operation.kind) + " <" + operation.from->value +
                      ">: there is no such graph");
  }
  request::Limits limits(state.options);
  request::Held held(limits);
  const TermId from = *find_graph(operation.from, state.transaction);
  std::vector<rdf::Quad> quads;
  for (const store::QuadIds& row : rows_of(from, state.transaction, limits, held)) {
    rdf::Quad quad{state.transaction.term(row.subject), state.transaction.term(row.predicate),
                   state.transaction.term(row.object), std::nullopt};
    if (operation.to) quad.graph = *operation.to;
    quads.push_back(std::move(quad));
  }
  if (operation.kind != algebra::Transfer::Kind::Add)
    if (const std::optional<TermId> to = find_graph(operation.to, state.transaction))
      state.report.removed += state.transaction.clear(store::GraphScope::one(*to));
  for (const rdf::Quad& quad : quads) {
    limits.check();
    state.insert(quad);
  }
  if (operation.kind == algebra::Transfer::Kind::Move)
    state.report.removed += state.transaction.clear(store::GraphScope::one(from));
}

}  // namespace prosper::sparql::update
