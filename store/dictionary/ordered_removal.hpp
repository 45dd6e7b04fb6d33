// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/dictionary/ordered_terms.hpp"
#include "store/dictionary/term_block_cutter.hpp"

namespace prosper::store {

/// Takes terms out of their blocks: each block is written once; one that is nearly empty joins a
/// neighbour, an empty one goes. The numbers of the other terms stay.
class OrderedRemoval {
 public:
  /// Called with each term that was there, and the number of the term before that stays in its
  /// block, or 0.
  using Action = std::function<void(TermId id, std::uint64_t predecessor, std::string_view text)>;

  OrderedRemoval(lmdb::WriteTransaction& transaction, const DictionaryTables& tables)
      : transaction_(transaction), tables_(tables), terms_(transaction, tables) {}

  void remove(std::span<const TermId> ascending, const Action& removed);

 private:
  struct Term {
    std::uint64_t number = 0;
    std::size_t start = 0;  ///< of its text
    std::size_t length = 0;
  };

  /// A block taken apart.
  struct Content {
    TermId key;
    std::uint32_t symbols = 0;
    std::size_t stored_bytes = 0;
    std::vector<Term> terms;
    std::string texts;

    void add(std::uint64_t number, std::string_view text) {
      terms.push_back({number, texts.size(), text.size()});
      texts += text;
    }

    std::string_view text(const Term& term) const {
      return std::string_view(texts).substr(term.start, term.length);
    }
  };

  std::optional<Content> read(std::optional<TermId> key) const;
  std::optional<TermId> block_behind(TermId key) const;
  /// Cuts `content` without some terms; returns the bytes of its block, 0 when it is not one.
  std::size_t rewrite(const Content& content, std::string_view first_text);
  void join_neighbour(TermId key, std::size_t bytes);
  bool join(const Content& left, const Content& right);
  void put(const CutTermBlock& block);
  void remove_block(TermId key, std::string_view first_text);
  std::vector<CutTermBlock> cut(const Content& content);
  /// Takes the terms of `ascending` from `place` on out of `content` and moves `place` behind them.
  static std::size_t take_out(Content& content, std::span<const TermId> ascending,
                              std::size_t& place, const Action& removed);
  const SymbolEncoder* encoder(TermTag tag, std::uint32_t number);

  lmdb::WriteTransaction& transaction_;
  DictionaryTables tables_;
  OrderedTerms terms_;
  std::unordered_map<std::uint64_t, std::unique_ptr<SymbolEncoder>> encoders_;
};

}  // namespace prosper::store
