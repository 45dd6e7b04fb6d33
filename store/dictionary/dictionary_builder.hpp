// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/dictionary_tables.hpp"
#include "store/dictionary/ordered_terms.hpp"
#include "store/dictionary/term_block_cutter.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/transaction.hpp"

namespace prosper::store {

/// Fills an empty dictionary with ordered terms, in one transaction. Holds some megabytes of text:
/// a stretch of terms shares a symbol table made from them.
class DictionaryBuilder {
 public:
  DictionaryBuilder(lmdb::WriteTransaction& transaction, const DictionaryTables& tables);

  /// The next ordered id. Terms come in ascending (tag, bytes) order, each once. The bytes are
  /// copied.
  TermId append(TermTag tag, std::string_view bytes);
  /// Writes what is left; nothing may follow.
  void finish();

 private:
  void begin_section(TermTag tag);
  void end_section();
  void write_stretch();
  std::string_view text(std::size_t place) const;
  std::vector<std::string_view> sample() const;
  /// The table of the stretch; nothing when it would not pay.
  std::unique_ptr<SymbolTable> train() const;

  lmdb::WriteTransaction& transaction_;
  DictionaryTables tables_;
  lmdb::WriteCursor terms_;
  lmdb::WriteCursor separators_;
  TermTag tag_ = TermTag::None;
  std::uint64_t next_number_ = 1;
  std::uint32_t next_table_ = 1;
  std::unique_ptr<TermBlockCutter> cutter_;
  std::unique_ptr<SymbolEncoder> encoder_;
  /// The texts of the stretch one behind the other, and where each ends.
  std::string stretch_;
  std::vector<std::size_t> ends_;
  std::vector<CutTermBlock> blocks_;
};

}  // namespace prosper::store
