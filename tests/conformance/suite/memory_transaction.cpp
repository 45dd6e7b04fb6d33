// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/memory_transaction.hpp"

#include <algorithm>

namespace prosper::conformance {

std::vector<rdf::Quad> all_quads(const store::QuadSource& source, const store::GraphScope& scope) {
  store::QuadPattern pattern;
  pattern.graph = scope;
  const std::unique_ptr<store::QuadCursor> cursor = source.scan(pattern);
  store::QuadBatch batch;
  std::vector<rdf::Quad> quads;
  while (cursor->next(batch)) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      rdf::Quad quad{source.term(batch.subject[row]), source.term(batch.predicate[row]),
                     source.term(batch.object[row]), std::nullopt};
      if (batch.graph[row] != store::default_graph) quad.graph = source.term(batch.graph[row]);
      quads.push_back(std::move(quad));
    }
  }
  return quads;
}

std::optional<std::string> MemoryTransaction::import_state(std::string_view key) const {
  const auto found = import_states_.find(key);
  if (found == import_states_.end()) return std::nullopt;
  return found->second;
}

void MemoryTransaction::set_import_state(std::string_view key, std::string_view hash) {
  import_states_.insert_or_assign(std::string(key), std::string(hash));
}

store::GraphChange MemoryTransaction::replace_graph(const rdf::Iri& graph,
                                                    const std::vector<rdf::Triple>& triples) {
  store::GraphChange change;
  if (const auto id = find(graph)) {
    for (const rdf::Quad& quad : all_quads(quads_, store::GraphScope::one(*id)))
      if (std::find(triples.begin(), triples.end(), rdf::triple_of(quad)) == triples.end())
        change.removed += remove(quad) ? 1 : 0;
  }
  for (const rdf::Triple& triple : triples)
    change.added += insert({triple.subject, triple.predicate, triple.object, graph}) ? 1 : 0;
  return change;
}

std::uint64_t MemoryTransaction::clear(const store::GraphScope& scope) {
  const std::vector<rdf::Quad> quads = all_quads(quads_, scope);
  for (const rdf::Quad& quad : quads) quads_.remove(quad);
  return quads.size();
}

}  // namespace prosper::conformance
