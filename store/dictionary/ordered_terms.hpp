// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/dictionary/term_block.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// The counts of the ordered terms of one tag.
struct TermSection {
  std::uint64_t numbers = 0;  ///< handed out, the greatest of them
  std::uint64_t present = 0;  ///< not forgotten since
};

/// The record of a section, under the number 0 of its tag.
std::string section_record(TermTag tag, const TermSection& section);

/// The key of a separator: the tag and the text, cut to what LMDB takes as a key.
std::string separator_key(TermTag tag, std::string_view text);
inline constexpr std::size_t max_separator_key = 500;

/// The record of a symbol table and its key.
std::string symbols_record(TermId key, const SymbolTable& table);

inline TermId symbols_key(TermTag tag, std::uint32_t number) {
  return make_id(tag, number);
}

/// Reads the ordered terms of a transaction, which must outlive it. Throws lmdb::Error, Damaged for
/// bytes that cannot be read. One thread at a time.
class OrderedTerms {
 public:
  using Place = TermBlock::Place;

  OrderedTerms(const lmdb::Transaction& transaction, const DictionaryTables& tables)
      : transaction_(transaction), tables_(tables) {}

  /// The text of an ordered id; nothing when it is not there. Valid until the next call.
  std::optional<std::string_view> text(TermId id) const;
  Place place(TermTag tag, std::string_view text) const;
  /// The greatest number of the tag that is present and less than that of `id`; 0: there is none.
  std::uint64_t present_before(TermId id) const;
  /// Calls `action` with the place and text of each id that is there; every block is read once.
  void each_of(std::span<const TermId> ascending,
               const std::function<void(std::size_t, std::string_view)>& action) const;
  /// All terms of a tag, in order.
  void each(TermTag tag, const std::function<void(TermId, std::string_view)>& action) const;
  TermSection section(TermTag tag) const;

  /// The key of the last block at or before an id, or of the block in which a text would be.
  std::optional<TermId> block_at(TermId id) const;
  std::optional<TermId> block_of(TermTag tag, std::string_view text) const;
  /// A block that is there, with its symbol table.
  TermBlock block(TermId key) const;
  const SymbolTable& symbols(TermTag tag, std::uint32_t number) const;

 private:
  bool to_block(TermId id) const;
  TermBlock block_here() const;
  TermBlock with_symbols(TermBlock block) const;
  TermId search_blocks(TermId first, TermId last, std::string_view text) const;
  bool begins_at_or_before(TermId key, std::string_view text) const;
  lmdb::Cursor& cursor(std::optional<lmdb::Cursor>& slot, lmdb::Table table) const;
  [[noreturn]] void refuse(const std::string& what) const;

  const lmdb::Transaction& transaction_;
  DictionaryTables tables_;
  mutable std::optional<lmdb::Cursor> blocks_;
  mutable std::optional<lmdb::Cursor> separators_;
  mutable TermBlock::Buffers buffers_;
  mutable std::unordered_map<std::uint64_t, std::unique_ptr<SymbolTable>> symbol_tables_;
};

}  // namespace prosper::store
