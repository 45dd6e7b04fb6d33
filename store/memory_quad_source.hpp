// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/quad_source.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::store {

/// A dataset in memory: the reference implementation for tests and small documents. Written for
/// clarity: four sorted sets of rows, estimates counted exactly, terms never forgotten. Also a
/// QuadSink, so a parser can fill it. Any number of threads may read it while none fills it.
class MemoryQuadSource final : public QuadSource, public rdf::QuadSink {
 public:
  MemoryQuadSource();
  ~MemoryQuadSource() override;

  void quad(const rdf::Quad& quad) override { insert(quad); }

  /// False when the quad was there already.
  bool insert(const rdf::Quad& quad);
  /// False when the quad was not there.
  bool remove(const rdf::Quad& quad);
  std::size_t size() const;

  std::optional<TermId> find(const rdf::Term& term) const override;
  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override;
  rdf::Term term(TermId id) const override;
  std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const override;
  std::uint64_t estimate(const QuadPattern& pattern) const override;
  std::vector<TermId> graphs(TermId after, std::size_t limit) const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace prosper::store
