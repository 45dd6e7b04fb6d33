// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <string>

#include "sparql/request/limits.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::sparql::forms {

/// Hands triples to a sink as quads of the default graph, each once: a graph is a set. Needs the
/// same memory however many they are: of the triples handed on, the last ones are remembered, at
/// least `remembered`, so one that comes again much later is handed on again.
class DistinctTriples {
 public:
  static constexpr std::size_t remembered = 500'000;

  DistinctTriples(rdf::QuadSink& sink, request::Limits& limits);

  void add(const rdf::Triple& triple);

 private:
  /// Of 128 bits with a seed that nobody knows beforehand, so that no two triples are taken for
  /// one.
  using Hash = std::array<std::uint64_t, 2>;

  struct Lowest {
    std::size_t operator()(const Hash& hash) const { return hash[0]; }
  };

  using Hashes = boost::unordered_flat_set<Hash, Lowest>;

  Hash hash_of(const rdf::Triple& triple);

  rdf::QuadSink& sink_;
  request::Held held_;
  std::uint64_t seed_;
  std::string text_;
  Hashes newer_;
  Hashes older_;
};

}  // namespace prosper::sparql::forms
