// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "store/generation.hpp"
#include "store/quad_reader.hpp"
#include "store/store.hpp"

namespace prosper::store {

/// A read transaction on one generation.
class StoreSnapshot final : public Snapshot {
 public:
  StoreSnapshot(std::shared_ptr<Generation> generation, const std::string& public_base);

  std::optional<TermId> find(const rdf::Term& term) const override;
  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const override;
  rdf::Term term(TermId id) const override;
  std::vector<rdf::Term> terms(std::span<const TermId> ascending) const override;
  std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const override;
  std::unique_ptr<QuadCursor> scan_in_order(const QuadPattern& pattern,
                                            ScanOrder order) const override;
  std::uint64_t estimate(const QuadPattern& pattern) const override;
  std::optional<PatternCount> count(const QuadPattern& pattern) const override;
  std::vector<TermId> graphs(TermId after, std::size_t limit) const override;
  std::uint64_t quad_count() const override;
  std::uint64_t commit_number() const override;
  std::optional<std::string> import_state(std::string_view key) const override;

  const Generation& generation() const { return *generation_; }

  const lmdb::ReadTransaction& transaction() const { return transaction_; }

  const QuadReader& reader() const { return reader_; }

 private:
  std::shared_ptr<Generation> generation_;
  lmdb::ReadTransaction transaction_;
  QuadReader reader_;
};

}  // namespace prosper::store
