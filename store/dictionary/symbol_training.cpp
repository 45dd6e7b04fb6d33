// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "store/dictionary/symbol_table.hpp"

namespace prosper::store {
namespace {

using Symbol = SymbolTable::Symbol;
constexpr std::size_t code_count = SymbolEncoder::code_count;
constexpr std::size_t first_escaped = SymbolEncoder::first_escaped;

/// How often codes, and pairs of neighbours, stand in the sample.
struct Counts {
  std::vector<std::uint32_t> codes = std::vector<std::uint32_t>(code_count);
  std::vector<std::uint32_t> pairs = std::vector<std::uint32_t>(code_count * code_count);

  void add(std::size_t before, std::size_t code) {
    ++codes[code];
    if (before != code_count) ++pairs[before * code_count + code];
  }
};

/// A longer symbol also counts as its first byte, so that pieces can end inside it.
void count(const std::vector<std::string_view>& sample, const SymbolTable& table, Counts& counts) {
  const SymbolEncoder encoder(table);
  for (std::string_view text : sample) {
    std::size_t before = code_count;
    while (!text.empty()) {
      const auto found = encoder.match(text);
      counts.add(before, found.code);
      if (found.length > 1) {
        counts.add(before, first_escaped + static_cast<unsigned char>(text.front()));
      }
      before = found.code;
      text.remove_prefix(found.length);
    }
  }
}

Symbol symbol_of(const SymbolTable& table, std::size_t code) {
  if (code >= first_escaped) return {code - first_escaped, 1};
  return table[code];
}

Symbol join(const Symbol& left, const Symbol& right) {
  return {left.bytes | (right.bytes << (8U * left.length)),
          static_cast<std::uint8_t>(left.length + right.length)};
}

struct SymbolHash {
  std::size_t operator()(const Symbol& symbol) const {
    return static_cast<std::size_t>((symbol.bytes * 31 + symbol.length) * 0x9e3779b97f4a7c15ULL);
  }
};

/// The symbols that would save most, out of the old ones and pairs of them.
SymbolTable best_of(const SymbolTable& table, const Counts& counts) {
  // A byte without a code of its own costs two, so single bytes weigh more than they save.
  constexpr std::uint64_t single_weight = 8;
  constexpr std::uint32_t min_count = 4;
  std::unordered_map<Symbol, std::uint64_t, SymbolHash> gains;
  for (std::size_t left = 0; left < code_count; ++left) {
    if (counts.codes[left] < min_count) continue;
    const Symbol symbol = symbol_of(table, left);
    const std::uint64_t weight = symbol.length == 1 ? single_weight : symbol.length;
    gains[symbol] += weight * counts.codes[left];
    for (std::size_t right = 0; right < code_count; ++right) {
      const std::uint32_t together = counts.pairs[left * code_count + right];
      if (together < min_count) continue;
      const Symbol second = symbol_of(table, right);
      if (symbol.length + second.length > static_cast<int>(SymbolTable::max_length)) continue;
      const Symbol joined = join(symbol, second);
      gains[joined] += std::uint64_t{joined.length} * together;
    }
  }
  std::vector<std::pair<std::uint64_t, Symbol>> ranking;
  for (const auto& [symbol, gain] : gains) ranking.emplace_back(gain, symbol);
  std::sort(ranking.begin(), ranking.end(), [](const auto& left, const auto& right) {
    if (left.first != right.first) return left.first > right.first;
    if (left.second.length != right.second.length) return left.second.length > right.second.length;
    return left.second.bytes < right.second.bytes;
  });
  std::vector<Symbol> symbols;
  for (std::size_t i = 0; i < std::min(ranking.size(), SymbolTable::max_symbols); ++i) {
    symbols.push_back(ranking[i].second);
  }
  return SymbolTable(symbols);
}

}  // namespace

SymbolTable SymbolTable::train(const std::vector<std::string_view>& sample) {
  constexpr int rounds = 5;
  SymbolTable table;
  for (int round = 0; round < rounds; ++round) {
    Counts counts;
    count(sample, table, counts);
    table = best_of(table, counts);
  }
  return table;
}

}  // namespace prosper::store
