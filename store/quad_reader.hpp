// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/blocks/block_table.hpp"
#include "store/dictionary/dictionary.hpp"
#include "store/quad_source.hpp"
#include "store/store_tables.hpp"

namespace prosper::store {

class TermUse;

/// Everything a snapshot and a transaction read the same way, in one LMDB transaction, which must
/// outlive it. Throws lmdb::Error, and StoreError Damaged.
class QuadReader {
 public:
  QuadReader(const lmdb::Transaction& transaction, const StoreTables& tables,
             std::string public_base);
  QuadReader(const QuadReader&) = delete;
  QuadReader& operator=(const QuadReader&) = delete;
  ~QuadReader();

  std::optional<TermId> find(const rdf::Term& term) const;
  std::vector<rdf::Term> spellings(const rdf::Literal& literal) const;
  rdf::Term term(TermId id) const;
  std::vector<rdf::Term> terms(std::span<const TermId> ascending) const;
  std::unique_ptr<QuadCursor> scan(const QuadPattern& pattern) const;
  std::unique_ptr<QuadCursor> scan_in_order(const QuadPattern& pattern, ScanOrder order) const;
  std::uint64_t estimate(const QuadPattern& pattern) const;
  std::optional<PatternCount> count(const QuadPattern& pattern) const;
  std::vector<TermId> graphs(TermId after, std::size_t limit) const;

  /// From the counts by predicate.
  std::uint64_t quad_count() const;

  std::optional<std::string> import_state(std::string_view key) const;

  BlockTable rows(OrderIndex order) const { return {transaction_, tables_.orders[order]}; }

  /// Whether any quad contains the dictionary term. Ascending ids are fastest.
  bool is_used(TermId id) const;

  const Dictionary& dictionary() const { return dictionary_; }

  const std::string& public_base() const { return public_base_; }

 private:
  Range best_range(const QuadPattern& pattern) const;
  std::uint64_t count_of(lmdb::Table counts, TermId id) const;
  /// The rows of a range, from the counts by graph and predicate where these have them.
  std::uint64_t rows_in(const Range& range, std::uint64_t limit = ~0ULL) const;

  const lmdb::Transaction& transaction_;
  const StoreTables& tables_;
  std::string public_base_;
  Dictionary dictionary_;
  mutable std::unique_ptr<TermUse> term_use_;
};

/// The record of an import state in the table `imports`: found by the hash of the key, holding the
/// key itself against collisions.
std::string import_record_key(std::string_view key);
std::string make_import_record(std::string_view key, std::string_view hash);

}  // namespace prosper::store
