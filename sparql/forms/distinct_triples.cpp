// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/distinct_triples.hpp"

#include <random>
#include <utility>
#include <xxhash.h>

namespace prosper::sparql::forms {

DistinctTriples::DistinctTriples(rdf::QuadSink& sink, request::Limits& limits)
    : sink_(sink), held_(limits) {
  std::random_device random;
  seed_ = (std::uint64_t{random()} << 32U) | random();
}

void DistinctTriples::add(const rdf::Triple& triple) {
  const Hash hash = hash_of(triple);
  if (older_.contains(hash) || !newer_.insert(hash).second) return;
  if (newer_.size() > remembered) {
    held_.release();
    std::swap(older_, newer_);
    newer_.clear();  // keeps its memory, to be filled again
    held_.add(0, older_.size() * sizeof(Hash));
  }
  held_.add(0, sizeof(Hash));
  sink_.quad(rdf::Quad{triple.subject, triple.predicate, triple.object, std::nullopt});
}

DistinctTriples::Hash DistinctTriples::hash_of(const rdf::Triple& triple) {
  text_.clear();
  for (const rdf::Term* const term : {&triple.subject, &triple.predicate, &triple.object}) {
    rdf::append_ntriples(text_, *term);
    text_ += ' ';
  }
  const XXH128_hash_t hash = XXH3_128bits_withSeed(text_.data(), text_.size(), seed_);
  return {hash.low64, hash.high64};
}

}  // namespace prosper::sparql::forms
