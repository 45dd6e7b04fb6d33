// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sparql/algebra/path.hpp"
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

/// Walks property paths over the nodes of one graph (§18.4), with the cardinalities of the
/// specification: a node comes as often as there are ways to it, but once for *, + and ?.
/// Borrows the evaluation.
class PathWalker {
 public:
  enum class Direction : std::uint8_t { Forward, Backward };
  using Nodes = std::vector<store::TermId>;

  PathWalker(Evaluation& evaluation, ActiveGraph graph) : evaluation_(evaluation), graph_(graph) {}

  /// The nodes at the other end of `path` from `start`.
  Nodes follow(const algebra::Path& path, store::TermId start, Direction direction) const;

  /// The start and end of the path wherever it occurs in the graph.
  Generator<std::pair<store::TermId, store::TermId>> pairs(const algebra::Path& path) const;

 private:
  using NodeSet = std::unordered_set<store::TermId>;

  Nodes follow_link(const rdf::Iri& predicate, store::TermId start, Direction direction) const;
  Nodes follow_sequence(const algebra::SequencePath& path, store::TermId start,
                        Direction direction) const;
  Nodes follow_alternative(const algebra::AlternativePath& path, store::TermId start,
                           Direction direction) const;
  Nodes follow_zero_or_one(const algebra::Path& path, store::TermId start,
                           Direction direction) const;
  /// Everything reachable in any number of steps from `frontier`, `frontier` included; each once.
  Nodes reach(const algebra::Path& path, Nodes frontier, Direction direction) const;
  Nodes follow_negated(const algebra::NegatedPropertySet& path, store::TermId start,
                       Direction direction) const;
  Nodes follow_other_predicates(const std::vector<rdf::Iri>& excluded, store::TermId start,
                                Direction direction) const;
  /// nodes(G): the subjects and objects, each once.
  Generator<store::TermId> nodes() const;

  Evaluation& evaluation_;
  ActiveGraph graph_;
};

/// How often a path of length zero matches `path`: how often a node that no triple has is
/// connected with itself.
std::uint64_t count_zero_length(const algebra::Path& path);

}  // namespace prosper::sparql::reference
