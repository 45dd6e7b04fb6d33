// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_set>

#include "sparql/request/limits.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::sparql::forms {

/// Hands triples to a sink as quads of the default graph, each once: a graph is a set.
class DistinctTriples {
 public:
  DistinctTriples(rdf::QuadSink& sink, request::Limits& limits) : sink_(sink), held_(limits) {}

  void add(const rdf::Triple& triple) {
    if (!seen_.insert(triple).second) return;
    held_.add_one();
    sink_.quad(rdf::Quad{triple.subject, triple.predicate, triple.object, std::nullopt});
  }

 private:
  struct TripleHash {
    std::size_t operator()(const rdf::Triple& triple) const {
      return (rdf::hash_value(triple.subject) * 31 + rdf::hash_value(triple.predicate)) * 31 +
             rdf::hash_value(triple.object);
    }
  };

  rdf::QuadSink& sink_;
  request::Held held_;
  std::unordered_set<rdf::Triple, TripleHash> seen_;
};

}  // namespace prosper::sparql::forms
