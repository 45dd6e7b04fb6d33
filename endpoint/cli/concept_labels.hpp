// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_set>

#include "store/store.hpp"

namespace prosper::endpoint::cli {

/// Keeps one skos:prefLabel a language for each concept (SKOS §5.4 S14), though notices write one
/// term in several ways ("Beaux-Arts", "beaux-arts"). A label of a thesaurus, that is of another
/// graph, wins; else the greatest form by code points, which prefers small letters and accents. The
/// other forms become skos:altLabel. The outcome depends on which notices were ever ingested, not
/// on their order.
class ConceptLabels {
 public:
  /// Inserts the label of a notice; returns how many quads were added and removed.
  store::GraphChange insert(store::Transaction& transaction, const rdf::Quad& label);

  /// Call at the end of a transaction: others may write before the next one.
  void forget() { settled_.clear(); }

 private:
  /// Labels that were inserted in this transaction already, in N-Triples.
  std::unordered_set<std::string> settled_;
};

}  // namespace prosper::endpoint::cli
