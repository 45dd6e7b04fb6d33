// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>

#include "store/rdf/term.hpp"

namespace prosper::rdf {

struct Triple {
  Term subject;
  Term predicate;
  Term object;
  auto operator<=>(const Triple&) const = default;
};

/// A triple in a graph (RDF 1.1 §4). No graph name means the default graph.
struct Quad {
  Term subject;
  Term predicate;
  Term object;
  std::optional<Term> graph;
  auto operator<=>(const Quad&) const = default;
};

inline Triple triple_of(const Quad& quad) { return {quad.subject, quad.predicate, quad.object}; }

}  // namespace prosper::rdf
