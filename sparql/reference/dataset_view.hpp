// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "sparql/reference/generator.hpp"
#include "sparql/reference/solution.hpp"
#include "sparql/request/dataset.hpp"
#include "sparql/request/limits.hpp"
#include "store/quad_source.hpp"

namespace prosper::sparql::reference {

/// The active graph (§18.2.1) patterns are matched against: a named graph, or the default graph.
struct ActiveGraph {
  std::optional<store::TermId> name;
};

struct TripleIds {
  store::TermId subject;
  store::TermId predicate;
  store::TermId object;
  bool operator==(const TripleIds&) const = default;
};

struct TripleIdsHash {
  std::size_t operator()(const TripleIds& triple) const {
    const std::hash<store::TermId> hash;
    return (hash(triple.subject) * 31 + hash(triple.predicate)) * 31 + hash(triple.object);
  }
};

/// Unset positions match anything.
struct TripleIdPattern {
  std::optional<store::TermId> subject;
  std::optional<store::TermId> predicate;
  std::optional<store::TermId> object;
};

/// The RDF dataset a query sees: a default graph and named graphs, made of a QuadSource. Every
/// graph is a set: a triple comes once, however many source graphs have it. Borrows all it is
/// given.
class DatasetView {
 public:
  DatasetView(const store::QuadSource& source, const request::DatasetDescription& description,
              request::Limits& limits);

  Generator<TripleIds> match(ActiveGraph graph, TripleIdPattern pattern) const;
  std::uint64_t estimate(ActiveGraph graph, const TripleIdPattern& pattern) const;
  /// nodes(G) of §18.4: is the term subject or object of a triple of the graph?
  bool has_node(ActiveGraph graph, store::TermId node) const;
  /// A graph without a triple is none, unless the request names it.
  bool has_named_graph(store::TermId graph) const;
  Generator<store::TermId> named_graphs() const;
  /// Those in which a triple matches, each once.
  Generator<store::TermId> named_graphs_with(TripleIdPattern pattern) const;
  /// About how many quads of named graphs match.
  std::uint64_t estimate_named(const TripleIdPattern& pattern) const;

  /// Nothing when no triple can contain the term.
  std::optional<store::TermId> find(const rdf::Term& term) const { return source_.find(term); }

  std::optional<store::TermId> id_of(const SolutionTerm& term) const;
  TermPtr term(store::TermId id) const;

 private:
  std::vector<store::GraphScope> scopes(ActiveGraph graph) const;
  Generator<TripleIds> match_scopes(std::vector<store::GraphScope> scopes,
                                    TripleIdPattern pattern) const;

  const store::QuadSource& source_;
  request::Limits& limits_;
  request::DatasetGraphs graphs_;
  /// Emptied when full, so that a long scan does not keep every term it met.
  mutable std::unordered_map<store::TermId, TermPtr> terms_;
};

}  // namespace prosper::sparql::reference
