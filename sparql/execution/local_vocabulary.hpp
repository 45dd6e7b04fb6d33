// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "sparql/request/limits.hpp"
#include "store/quad_source.hpp"

namespace prosper::sparql::execution {

/// Ids for all terms of one query: the source's where it has one, else ids of our own. Same id ⇔
/// same term. Borrows all it is given.
class LocalVocabulary {
 public:
  LocalVocabulary(const store::QuadSource& source, request::Limits& limits)
      : source_(source), held_(limits) {}

  store::TermId id_of(const rdf::Term& term);

  /// Ours begin with no tag, as the default graph does, and a bit that numbers never reach.
  static bool is_local(store::TermId id) { return (id.bits & mask) == local_bit; }

  const rdf::Term& term(store::TermId id) const { return terms_[id.bits & ~local_bit]; }

 private:
  static constexpr std::uint64_t local_bit = std::uint64_t{1} << 59U;
  static constexpr std::uint64_t mask = ~(local_bit - 1);

  const store::QuadSource& source_;
  request::Held held_;
  std::vector<rdf::Term> terms_;
  std::unordered_map<rdf::Term, store::TermId, rdf::TermHash> ids_;
};

}  // namespace prosper::sparql::execution
