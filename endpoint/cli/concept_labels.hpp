// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>

#include "store/store.hpp"

namespace prosper::endpoint::cli {

/// Keeps one skos:prefLabel a language for each concept (SKOS §5.4 S14), though notices write one
/// term in several ways ("Beaux-Arts", "beaux-arts"). A label of a thesaurus, that is of another
/// graph, wins; else the greatest form by code points, which prefers small letters and accents. The
/// other forms become skos:altLabel. The outcome depends on which notices were ever ingested, not
/// on their order.
class ConceptLabels {
 public:
  /// Takes the label of a notice: a prefLabel in a named graph.
  void add(const rdf::Quad& label);

  /// Writes what was taken; returns how many quads that added and removed. All labels are read
  /// before the first is written: a transaction that reads what it changed is slow.
  store::GraphChange write(store::Transaction& transaction);

 private:
  struct Concept {
    rdf::Term graph;
    rdf::Term subject;
    std::string language;
    auto operator<=>(const Concept&) const = default;
  };

  std::map<Concept, std::set<rdf::Literal>> waiting_;
};

}  // namespace prosper::endpoint::cli
