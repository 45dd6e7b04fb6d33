// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/dictionary/text_buffer.hpp"

namespace prosper::store {

/// Up to 255 frequent pieces of text of 1 to 8 bytes, each written as one byte; 255 stands before a
/// byte of no piece. A text can be read from any place, without its neighbours (the scheme of
/// Boncz, Neumann and Leis: FSST, VLDB 2020).
class SymbolTable {
 public:
  static constexpr std::size_t max_symbols = 255;
  static constexpr std::size_t max_length = 8;

  struct Symbol {
    std::uint64_t bytes = 0;  ///< the first in the lowest byte, the unused ones zero
    std::uint8_t length = 0;
    bool operator==(const Symbol&) const = default;
  };

  /// Of no symbols: every byte is written behind 255.
  SymbolTable() = default;
  explicit SymbolTable(const std::vector<Symbol>& symbols);
  /// Symbols that shorten texts like these.
  static SymbolTable train(const std::vector<std::string_view>& sample);

  std::size_t size() const { return size_; }

  const Symbol& operator[](std::size_t code) const { return symbols_[code]; }

  /// Appends the text of `codes`. Codes that stand for nothing add nothing.
  void decode(std::string_view codes, TextBuffer& out) const;

  /// The number of symbols, their lengths, their bytes.
  std::string to_bytes() const;
  static std::optional<SymbolTable> from_bytes(std::string_view bytes);

 private:
  std::array<Symbol, max_symbols + 1> symbols_{};
  std::size_t size_ = 0;
};

/// Writes texts with one table.
class SymbolEncoder {
 public:
  /// What a byte of no symbol is: this plus the byte.
  static constexpr std::size_t first_escaped = 256;
  static constexpr std::size_t code_count = 512;

  explicit SymbolEncoder(const SymbolTable& table);

  /// Appends the codes of a text.
  void encode(std::string_view text, TextBuffer& out) const;

  /// The code for the front of a text that is not empty, and how many bytes it takes.
  struct Match {
    std::size_t code = 0;
    std::size_t length = 1;
  };

  Match match(std::string_view text) const;

 private:
  struct Candidate {
    SymbolTable::Symbol symbol;
    std::uint64_t mask = 0;
    std::uint8_t code = 0;
  };

  /// Symbols of two bytes and more by their first two bytes, the longest first.
  std::vector<Candidate> candidates_;
  std::vector<std::uint16_t> first_candidate_;
  std::array<std::uint16_t, 256> single_{};
};

}  // namespace prosper::store
