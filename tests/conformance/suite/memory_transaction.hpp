// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "store/memory_quad_source.hpp"
#include "store/store.hpp"

namespace prosper::conformance {

/// A transaction over a dataset in memory, for tests of updates without a store. Changes are
/// visible at once and stay when it is dropped.
class MemoryTransaction final : public store::Transaction {
 public:
  std::optional<store::TermId> find(const rdf::Term& term) const override {
    return quads_.find(term);
  }

  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override {
    return quads_.spellings(literal);
  }

  rdf::Term term(store::TermId id) const override { return quads_.term(id); }

  std::unique_ptr<store::QuadCursor> scan(const store::QuadPattern& pattern) const override {
    return quads_.scan(pattern);
  }

  std::uint64_t estimate(const store::QuadPattern& pattern) const override {
    return quads_.estimate(pattern);
  }

  std::vector<store::TermId> graphs(store::TermId after, std::size_t limit) const override {
    return quads_.graphs(after, limit);
  }

  std::uint64_t quad_count() const override { return quads_.size(); }

  std::uint64_t commit_number() const override { return commits_; }

  std::optional<std::string> import_state(std::string_view key) const override;

  bool insert(const rdf::Quad& quad) override { return quads_.insert(quad); }

  bool remove(const rdf::Quad& quad) override { return quads_.remove(quad); }

  store::GraphChange replace_graph(const rdf::Iri& graph,
                                   const std::vector<rdf::Triple>& triples) override;
  std::uint64_t clear(const store::GraphScope& scope) override;
  void set_import_state(std::string_view key, std::string_view hash) override;

  void commit() override { ++commits_; }

 private:
  store::MemoryQuadSource quads_;
  std::map<std::string, std::string, std::less<>> import_states_;
  std::uint64_t commits_ = 0;
};

/// Everything the source holds, in any order.
std::vector<rdf::Quad> all_quads(const store::QuadSource& source, const store::GraphScope& scope);

}  // namespace prosper::conformance
