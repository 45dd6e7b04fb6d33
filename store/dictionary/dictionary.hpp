// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/ids/term_text.hpp"
#include "store/lmdb/environment.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

struct TextHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const TextHash&) const = default;
};

/// How texts are hashed; tests put in a bad one.
using HashFunction = TextHash (*)(TermTag tag, std::string_view bytes);

/// XXH3-128 with the tag as seed.
TextHash hash_text(TermTag tag, std::string_view bytes);

struct DictionaryTables {
  lmdb::Table terms;   ///< id → bytes
  lmdb::Table hashes;  ///< hash of tag and bytes → the ids that have it
};

/// Reads the dictionary of one transaction, which must outlive it.
class Dictionary {
 public:
  Dictionary(const lmdb::Transaction& transaction, const DictionaryTables& tables,
             HashFunction hash = hash_text)
      : transaction_(transaction), tables_(tables), hash_(hash) {}

  std::optional<TermId> find(const TermText& text) const;
  std::optional<TermId> find(const TermText& text, const TextHash& hash) const;
  /// The bytes of a term, valid as the transaction says; nothing for an id that is not in use.
  std::optional<lmdb::Bytes> bytes(TermId id) const;
  /// Whether the hash table leads from the text of `id` to `id`.
  bool is_hashed(TermId id, std::string_view bytes) const;

 private:
  const lmdb::Transaction& transaction_;
  DictionaryTables tables_;
  HashFunction hash_;
};

/// The next free dictionary number of each tag.
using NextNumbers = std::array<std::uint64_t, tag_count>;

/// Adds and forgets terms in one write transaction. New terms wait in memory until `flush`, which
/// writes them in key order.
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
  /// Removes a flushed term; returns its bytes, or nothing when it was not there.
  std::optional<std::string> forget(TermId id);

  const NextNumbers& next_numbers() const { return next_; }

 private:
  struct Entry {
    TermId id;
    TextHash hash;
    TermText text;
  };

  struct HashOfHash {
    std::size_t operator()(const TextHash& hash) const { return hash.low; }
  };

  using Index = std::unordered_multimap<TextHash, std::size_t, HashOfHash>;

  std::optional<TermId> find(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_waiting(const TermText& text, const TextHash& hash) const;
  std::optional<TermId> find_recent(const TermText& text, const TextHash& hash) const;
  void remember(TermId id, const TextHash& hash, const TermText& text) const;

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
