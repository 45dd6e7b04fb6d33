// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/dictionary/dictionary.hpp"

namespace prosper::store {

/// Adds and forgets terms in one write transaction. New terms become late ones; they wait in memory
/// until `flush`, which writes them in key order.
class DictionaryWriter {
 public:
  DictionaryWriter(lmdb::WriteTransaction& transaction, const DictionaryTables& tables,
                   const NextNumbers& next, HashFunction hash = hash_text);

  /// The id of a term, a new one when it has none yet.
  TermId intern(TermText&& text);
  std::optional<TermId> find(const TermText& text) const;
  std::optional<std::string> bytes(TermId id) const;
  /// True when no row written before the last flush can contain the id.
  bool is_new(TermId id) const;

  /// Bytes waiting in memory.
  std::size_t waiting_bytes() const { return waiting_bytes_; }

  void flush();
  /// Removes terms, all flushed, and calls `forgotten` with each that was there. Late terms behind
  /// an ordered one that leaves move to the one before. Each block is written once: forget all
  /// terms of a transaction together, at its end.
  void forget(std::span<const TermId> ascending, const Dictionary::Action& forgotten);
  /// Removes all terms.
  void clear();

  const NextNumbers& next_numbers() const { return next_; }

 private:
  struct Entry {
    TermId id;
    TextHash hash;
    std::uint64_t predecessor = 0;
    TermText text;
  };

  struct HashOfHash {
    std::size_t operator()(const TextHash& hash) const { return hash.low; }
  };

  using Index = std::unordered_multimap<TextHash, std::size_t, HashOfHash>;

  Dictionary::Location locate(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_waiting(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_recent(const TermText& text, const TextHash& hash) const;
  void remember(TermId id, const TextHash& hash, const TermText& text) const;
  void forget_late(TermId id, const Dictionary::Action& forgotten);
  std::vector<TermId> forget_ordered(std::span<const TermId> ids,
                                     const Dictionary::Action& forgotten);
  void move_late(const std::vector<TermId>& gone);

  lmdb::WriteTransaction& transaction_;
  DictionaryTables tables_;
  HashFunction hash_;
  Dictionary stored_;
  NextNumbers next_;
  NextNumbers flushed_next_;
  std::vector<Entry> waiting_;
  Index waiting_index_;
  /// Per tag, from the first new number on: the place in `waiting_`.
  std::array<std::vector<std::size_t>, tag_count> waiting_places_;
  std::size_t waiting_bytes_ = 0;
  /// Short stored terms found of late: predicates, graphs and classes come again and again.
  mutable std::vector<Entry> recent_;
};

}  // namespace prosper::store
