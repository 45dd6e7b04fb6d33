// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/quad.hpp"

namespace prosper::mappings {

/// One of the graphs that every store of notices should hold, so that what notices refer to has a
/// label: the ontology, the thesauri, Prosper's own terms, the bases.
struct ShippedGraph {
  /// "graph/ontology": the IRI after the public base.
  std::string key;
  rdf::Iri graph;
  /// SHA-256 (hex) of the triples' N-Triples, sorted: changes when what Prosper ships changes.
  std::string hash;
  /// Sorted, each once, no blank nodes.
  std::vector<rdf::Triple> triples;
};

/// In the order of their names. `public_base` ends in '/'. Reads embedded files only.
std::vector<ShippedGraph> shipped_graphs(std::string_view public_base);

}  // namespace prosper::mappings
