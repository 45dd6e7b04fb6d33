// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/dictionary/late_terms.hpp"
#include "store/dictionary/ordered_terms.hpp"
#include "store/dictionary/text_hash.hpp"
#include "store/ids/term_text.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// The terms of one tag from one text to another: an interval of ordered ids, in which some may be
/// forgotten, and the late terms among them.
struct TermRange {
  TermId first;  ///< of the ordered interval
  TermId end;    ///< behind it
  std::vector<TermId> late;
};

/// Reads the dictionary of one transaction, which must outlive it. One thread at a time. Not to be
/// used any more once a DictionaryWriter of the same transaction has forgotten terms. Throws
/// lmdb::Error, Damaged for bytes that cannot be read.
class Dictionary {
 public:
  using Action = std::function<void(TermId, std::string_view)>;

  Dictionary(const lmdb::Transaction& transaction, const DictionaryTables& tables,
             HashFunction hash = hash_text);

  std::optional<TermId> find(const TermText& text) const;

  /// The id of a text; without one, the ordered number that would be its predecessor.
  struct Location {
    std::optional<TermId> id;
    std::uint64_t predecessor = 0;
  };

  Location locate(const TermText& text, const TextHash& hash) const;

  /// The bytes of a term, valid until the next call or write of the transaction; nothing for an id
  /// that is not in use.
  std::optional<std::string_view> bytes(TermId id) const;
  /// Calls `action` with the place in `ascending` and the bytes of each id that is in use. Every
  /// block of ordered terms is read once: the way to read many terms.
  void decode(std::span<const TermId> ascending,
              const std::function<void(std::size_t, std::string_view)>& action) const;

  /// The total order of terms (docs/storage-format.md) for any two ids in use, inline ones too.
  /// Reads text only for two late terms with one predecessor.
  std::strong_ordering order(TermId left, TermId right) const;
  /// A number that orders ids as `order` does; equal only for ids that are equal or late with one
  /// predecessor, whose order is in their texts.
  std::uint64_t rank(TermId id) const;

  /// The first ordered id that a text not before `bytes` can have. It need not be in use.
  TermId lower_bound(TermTag tag, std::string_view bytes) const;
  /// The terms from `from` on, and before `to`.
  TermRange range(TermTag tag, std::string_view from,
                  std::optional<std::string_view> to = std::nullopt) const;

  /// Any term of the tag that begins with `prefix`.
  std::optional<std::string> find_with_prefix(TermTag tag, std::string_view prefix) const;

  /// All terms of a tag: the ordered ones in order, then the late ones by number.
  void each(TermTag tag, const Action& action) const;
  std::uint64_t size() const;

 private:
  bool is_in(TermId late, std::string_view from, std::optional<std::string_view> to) const;

  const lmdb::Transaction& transaction_;
  DictionaryTables tables_;
  HashFunction hash_;
  OrderedTerms ordered_;
  LateTerms late_;
};

}  // namespace prosper::store
