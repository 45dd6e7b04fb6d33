// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <random>
#include <string>

#include "store/rdf/quad.hpp"

namespace prosper::tests {

/// Terms and quads of a small world, so that random ones meet again. `breadth` is about how many
/// different names of each kind there are.
class RandomTerms {
 public:
  RandomTerms(std::uint64_t seed, unsigned breadth) : random_(seed), breadth_(breadth) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  bool one_in(unsigned count) { return below(count) == 0; }

  rdf::Iri graph_name();
  std::optional<rdf::Term> graph();
  rdf::Term subject();
  rdf::Term predicate();
  rdf::Term object();

  rdf::Quad quad() { return {subject(), predicate(), object(), graph()}; }

 private:
  rdf::Iri name(const char* kind, unsigned count);
  rdf::Literal text();
  rdf::Literal number_or_time();

  std::mt19937_64 random_;
  unsigned breadth_;
};

}  // namespace prosper::tests
