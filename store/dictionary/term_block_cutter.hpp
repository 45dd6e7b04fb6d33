// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/symbol_table.hpp"
#include "store/dictionary/term_block.hpp"
#include "store/dictionary/text_buffer.hpp"
#include "store/ids/term_tag.hpp"

namespace prosper::store {

/// A block ready to be stored.
struct CutTermBlock {
  TermId key;
  /// The shortest text behind all texts before the block and not behind its own; empty when nothing
  /// is before.
  std::string separator;
  std::string bytes;
};

/// Encodes the terms of one tag, in ascending order, and cuts them into blocks.
class TermBlockCutter {
 public:
  enum class Numbers : std::uint8_t { Consecutive, Any };

  TermBlockCutter(TermTag tag, Numbers numbers) : tag_(tag), numbers_(numbers) {}

  /// The key of the next block; without it, that is the number of its first term.
  void set_key(TermId key) { next_key_ = key; }

  /// Writes what follows with a table (nullptr: none), which must stay. Ends a block.
  void use(const SymbolEncoder* symbols, std::uint32_t number, std::vector<CutTermBlock>& out);
  void add(std::uint64_t number, std::string_view text, std::vector<CutTermBlock>& out);
  /// Ends the block under way.
  void finish(std::vector<CutTermBlock>& out);

 private:
  bool try_add(std::uint64_t number, std::string_view text);
  void begin_block(std::uint64_t number, std::string_view text);
  void encode_entry(std::uint64_t number, std::string_view text);
  void cut_alone(std::uint64_t number, std::string_view text, std::vector<CutTermBlock>& out);

  TermTag tag_;
  Numbers numbers_;
  const SymbolEncoder* symbols_ = nullptr;
  std::uint32_t symbols_number_ = 0;
  std::optional<TermId> next_key_;

  TermId key_;
  std::string separator_;
  std::size_t count_ = 0;
  std::uint64_t last_number_ = 0;
  TextBuffer first_text_;
  TextBuffer entries_;
  std::vector<std::uint16_t> offsets_;
  TextBuffer entry_;
  TextBuffer codes_;
  /// The last text added, also of the block before.
  TextBuffer last_text_;
  bool has_last_ = false;
};

/// The shortest front of `text` that is behind `before`, which is less.
std::string_view separating_prefix(std::string_view before, std::string_view text);

}  // namespace prosper::store
