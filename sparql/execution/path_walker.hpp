// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sparql/algebra/path.hpp"
#include "sparql/execution/run.hpp"
#include "sparql/execution/triple_cursor.hpp"

namespace prosper::sparql::execution {

/// Walks property paths over ids (§18.4), with the cardinalities of the specification: a node comes
/// as often as there are ways to it, but once for *, + and ?. Closures are walked breadth first;
/// between two given nodes from both ends. Borrows all it is given.
class PathWalker {
 public:
  enum class Direction : std::uint8_t { Forward, Backward };
  using Nodes = std::vector<store::TermId>;

  PathWalker(Run& run, std::vector<store::GraphScope> scopes)
      : run_(run), scopes_(std::move(scopes)) {}

  /// The nodes at the other end of `path` from `start`.
  Nodes follow(const algebra::Path& path, store::TermId start, Direction direction) const;
  /// How many ways lead from one node to the other.
  std::uint64_t count(const algebra::Path& path, store::TermId start, store::TermId end) const;
  /// Where matches of the path may start; every start is among them, each once.
  Nodes starts(const algebra::Path& path) const;
  /// Is the term subject or object of a triple?
  bool has_node(store::TermId node) const;

 private:
  using NodeSet = std::unordered_set<store::TermId>;

  Nodes follow_link(const algebra::LinkPath& link, store::TermId start, Direction direction) const;
  Nodes follow_sequence(const algebra::SequencePath& path, store::TermId start,
                        Direction direction) const;
  Nodes follow_zero_or_one(const algebra::Path& path, store::TermId start,
                           Direction direction) const;
  Nodes reach(const algebra::Path& path, Nodes frontier, Direction direction) const;
  bool meet(const algebra::Path& path, Nodes forward, store::TermId end) const;
  Nodes follow_negated(const algebra::NegatedPropertySet& path, store::TermId start,
                       Direction direction) const;
  Nodes follow_other_predicates(const std::vector<rdf::Iri>& excluded, store::TermId start,
                                Direction direction) const;
  bool add_first_nodes(const algebra::Path& path, Direction direction, Nodes& nodes) const;
  Nodes all_nodes() const;

  /// What is kept between the steps over one link.
  struct Link {
    std::optional<store::TermId> predicate;
    std::array<std::optional<TripleCursor>, 2> cursors;
  };

  Run& run_;
  std::vector<store::GraphScope> scopes_;
  mutable std::unordered_map<const algebra::LinkPath*, Link> links_;
};

}  // namespace prosper::sparql::execution
