// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/dictionary/symbol_table.hpp"
#include "store/dictionary/text_buffer.hpp"
#include "store/ids/term_tag.hpp"

namespace prosper::store {

/// The bytes of a block of terms (docs/storage-format.md). Its key is an id at or before that of
/// its first term.
///
///     checksum 8 │ kind 1 │ count 2 │ symbol table 4 │ group offsets 2 × n │ entries
///     checksum 8 │ kind 1 │ distance of the number from the key │ the text of a long term
namespace term_block {

enum class Kind : std::uint8_t {
  Consecutive = 1,  ///< the first number is that of the key, each other the next one
  Numbered = 2,     ///< every entry begins with the distance of its number
  Alone = 3,        ///< one term that is too long for a page
};

/// What fits into one overflow page of LMDB: 4096 bytes without the page header.
inline constexpr std::size_t max_bytes = 4080;
inline constexpr std::size_t checksum_bytes = 8;
inline constexpr std::size_t kind_bytes = checksum_bytes + 1;
inline constexpr std::size_t header_bytes = kind_bytes + 2 + 4;
inline constexpr std::size_t offset_bytes = 2;
/// The first entry of a group can be read without the others: it leans on the block's first text,
/// the next ones on the one before.
inline constexpr std::size_t group_terms = 16;

/// XXH3-64 of the bytes behind the checksum, seeded with the key: a block in the wrong place is
/// noticed as well.
std::uint64_t checksum(TermId key, std::string_view bytes_behind);

}  // namespace term_block

/// One block being read. Bytes that no block can have throw lmdb::Error Damaged; the checksum is
/// only looked at by `is_sound`.
class TermBlock {
 public:
  /// `value` must stay as long as the block is read.
  TermBlock(TermId key, std::string_view value);

  TermId key() const { return key_; }

  bool is_sound() const;

  std::size_t stored_bytes() const { return value_.size(); }

  std::size_t size() const { return count_; }

  /// Which symbol table the entries are written with; 0: none.
  std::uint32_t symbols() const { return symbols_number_; }

  void use(const SymbolTable* symbols) { symbols_ = symbols; }

  /// Where the numbers and texts around a text stand.
  struct Place {
    std::uint64_t number = 0;       ///< of this text; 0: it is not there
    std::uint64_t predecessor = 0;  ///< of the greatest text before it; 0: there is none
  };

  /// Room for the texts of a reader, worth using again.
  struct Buffers {
    TextBuffer first;
    TextBuffer text;
  };

  /// Reads the entries one after the other.
  class Reader {
   public:
    Reader(const TermBlock& block, Buffers& buffers)
        : block_(block), first_text_(buffers.first), text_(buffers.text) {}

    /// The first entry.
    void first() { to_group(0); }

    /// False behind the last entry.
    bool next();
    /// The first entry whose number is not less; false when there is none.
    bool seek_number(std::uint64_t number);
    /// The same, for a number that is not before the current one.
    bool advance_to(std::uint64_t number);
    /// Searches a text.
    Place seek_text(std::string_view text);

    std::uint64_t number() const { return number_; }

    /// Valid until the next move.
    std::string_view text() const { return text_.view(); }

   private:
    void to_group(std::size_t group);
    std::uint64_t group_number(std::size_t group);
    void read_entry(std::string_view base);
    std::uint64_t take_varint();

    const TermBlock& block_;
    TextBuffer& first_text_;
    TextBuffer& text_;
    bool has_first_ = false;
    std::size_t place_ = 0;
    std::size_t offset_ = 0;
    std::uint64_t number_ = 0;
  };

 private:
  std::size_t groups() const {
    return (count_ + term_block::group_terms - 1) / term_block::group_terms;
  }

  std::size_t group_offset(std::size_t group) const;
  [[noreturn]] void refuse() const;
  void read_alone(std::string_view rest);

  TermId key_;
  std::string_view value_;
  term_block::Kind kind_ = term_block::Kind::Consecutive;
  std::size_t count_ = 0;
  std::uint32_t symbols_number_ = 0;
  const SymbolTable* symbols_ = nullptr;
  std::string_view offsets_;
  std::string_view entries_;
  std::uint64_t alone_number_ = 0;
};

}  // namespace prosper::store
