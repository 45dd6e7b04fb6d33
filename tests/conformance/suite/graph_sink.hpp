// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "store/rdf/quad_sink.hpp"

namespace prosper::conformance {

/// Puts triples into one named graph.
class GraphSink final : public rdf::QuadSink {
 public:
  GraphSink(rdf::Term graph, rdf::QuadSink& target) : graph_(std::move(graph)), target_(target) {}

  void quad(const rdf::Quad& quad) override {
    target_.quad({quad.subject, quad.predicate, quad.object, graph_});
  }

 private:
  rdf::Term graph_;
  rdf::QuadSink& target_;
};

}  // namespace prosper::conformance
