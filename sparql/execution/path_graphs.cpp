// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/path_graphs.hpp"

#include <algorithm>
#include <unordered_set>

#include "sparql/execution/batch.hpp"
#include "sparql/execution/path_walker.hpp"

namespace prosper::sparql::execution {

namespace {

/// All predicates the path names; false when it also takes others.
bool add_predicates(const algebra::Path& path, std::vector<rdf::Iri>& predicates) {
  const auto one = [&](const auto& p) { return add_predicates(*p.path, predicates); };
  return std::visit(
      algebra::Overloaded{
          [&](const algebra::LinkPath& p) {
            predicates.push_back(p.predicate);
            return true;
          },
          [&](const algebra::InversePath& p) { return one(p); },
          [&](const algebra::ZeroOrMorePath& p) { return one(p); },
          [&](const algebra::OneOrMorePath& p) { return one(p); },
          [&](const algebra::ZeroOrOnePath& p) { return one(p); },
          [&](const algebra::SequencePath& p) {
            return add_predicates(*p.first, predicates) && add_predicates(*p.second, predicates);
          },
          [&](const algebra::AlternativePath& p) {
            return add_predicates(*p.left, predicates) && add_predicates(*p.right, predicates);
          },
          [](const algebra::NegatedPropertySet&) { return false; },
      },
      path.value);
}

}  // namespace

std::vector<store::TermId> graphs_with(const algebra::Path& path, Run& run) {
  std::vector<rdf::Iri> predicates;
  if (may_be_empty(path) || !add_predicates(path, predicates)) return run.named_graphs();
  std::unordered_set<store::TermId> graphs;
  store::QuadBatch quads;
  for (const rdf::Iri& predicate : predicates) {
    const std::optional<store::TermId> id = run.source().find(predicate);
    if (!id) continue;
    const auto cursor = run.source().scan({{}, id, {}, store::GraphScope::named()});
    while (cursor->next(quads)) {
      run.limits().check_batch();
      graphs.insert(quads.graph.begin(), quads.graph.end());
    }
  }
  std::vector<store::TermId> names;
  for (const store::TermId graph : graphs)
    if (run.graphs().may_be_named(graph)) names.push_back(graph);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace prosper::sparql::execution
