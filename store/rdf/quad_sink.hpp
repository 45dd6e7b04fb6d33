// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/rdf/quad.hpp"

namespace prosper::rdf {

/// Receives quads one at a time: from a parser, a mapping, a CONSTRUCT. Implementations may keep
/// a copy of the quad, never a reference. Not thread-safe unless an implementation says so.
class QuadSink {
 public:
  QuadSink() = default;
  QuadSink(const QuadSink&) = delete;
  QuadSink& operator=(const QuadSink&) = delete;
  virtual ~QuadSink() = default;

  virtual void quad(const Quad& quad) = 0;

  /// A prefix declared in the source document; serializers may use it. Ignored by default.
  virtual void prefix(std::string_view /*name*/, std::string_view /*iri*/) {}
};

}  // namespace prosper::rdf
