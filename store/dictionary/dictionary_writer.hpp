// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
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
  static constexpr std::size_t nowhere = ~std::size_t{0};

  struct Entry {
    TermId id;
    TextHash hash;
    std::uint64_t predecessor = 0;
    TermText text;
    /// The place of the one before of the same hash; `nowhere` when there is none.
    std::size_t same_hash = nowhere;
  };

  struct HashOfHash {
    std::size_t operator()(const TextHash& hash) const { return hash.low; }
  };

  /// The last place of each hash.
  using Index = boost::unordered_flat_map<TextHash, std::size_t, HashOfHash>;

  /// A term that left, and the number of the one before that stayed in its block, or 0.
  struct GoneTerm {
    TermId id;
    std::uint64_t predecessor = 0;
  };

  Dictionary::Location locate(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_waiting(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_recent(const TermText& text, const TextHash& hash) const;
  void remember(TermId id, const TextHash& hash, const TermText& text) const;
  void forget_late(TermId id, const Dictionary::Action& forgotten);
  std::vector<GoneTerm> forget_ordered(std::span<const TermId> ids,
                                       const Dictionary::Action& forgotten);
  void move_late(const std::vector<GoneTerm>& gone);

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
