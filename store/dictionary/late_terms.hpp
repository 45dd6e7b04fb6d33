// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/dictionary/text_hash.hpp"
#include "store/ids/term_text.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// A late term as stored.
struct LateTerm {
  std::uint64_t predecessor = 0;  ///< the greatest ordered number before it; 0: there is none
  lmdb::Bytes bytes;
};

/// Reads the terms that came after the bulk load. Throws lmdb::Error, Damaged for records that
/// cannot be read.
class LateTerms {
 public:
  LateTerms(const lmdb::Transaction& transaction, const DictionaryTables& tables, HashFunction hash)
      : transaction_(transaction), tables_(tables), hash_(hash) {}

  TextHash hash_of(const TermText& text) const { return hash_(text.tag, text.bytes); }

  std::optional<TermId> find(const TermText& text, const TextHash& hash) const;
  std::optional<LateTerm> get(TermId id) const;
  /// Whether the tables lead from the text and from the predecessor of a term to it.
  bool is_reachable(TermId id, const LateTerm& term) const;
  /// The late terms with a predecessor from `first` to `last` of one tag.
  std::vector<TermId> behind(TermTag tag, std::uint64_t first, std::uint64_t last) const;

 private:
  const lmdb::Transaction& transaction_;
  DictionaryTables tables_;
  HashFunction hash_;
};

/// The record of a late term: predecessor, checksum, bytes.
std::string late_record(TermId id, std::uint64_t predecessor, std::string_view bytes);
/// Nothing for a record that is too short; the checksum is left to `is_late_record_sound`.
std::optional<LateTerm> parse_late_record(lmdb::Bytes record);
bool is_late_record_sound(TermId id, lmdb::Bytes record);

/// The key of a text in `late_hashes`.
std::string late_hash_key(const TextHash& hash);

}  // namespace prosper::store
