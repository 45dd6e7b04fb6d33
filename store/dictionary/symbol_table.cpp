// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/symbol_table.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "store/rdf/assert.hpp"

namespace prosper::store {
namespace {

constexpr unsigned char escape = 255;
constexpr std::size_t pairs = 1U << 16U;

static_assert(std::endian::native == std::endian::little);

std::uint64_t load(std::string_view text) {
  std::uint64_t word = 0;
  if (text.size() >= sizeof(word)) {
    std::memcpy(&word, text.data(), sizeof(word));
  } else {
    std::memcpy(&word, text.data(), text.size());
  }
  return word;
}

std::uint64_t mask_of(std::size_t length) {
  return length == SymbolTable::max_length ? ~std::uint64_t{0}
                                           : (std::uint64_t{1} << (8 * length)) - 1;
}

}  // namespace

SymbolTable::SymbolTable(const std::vector<Symbol>& symbols) : size_(symbols.size()) {
  PROSPER_ASSERT(symbols.size() <= max_symbols);
  std::copy(symbols.begin(), symbols.end(), symbols_.begin());
}

void SymbolTable::decode(std::string_view codes, TextBuffer& out) const {
  char* const begin = out.room(codes.size() * max_length + max_length);
  char* to = begin;
  const auto* from = reinterpret_cast<const unsigned char*>(codes.data());
  const auto* const end = from + codes.size();
  while (from != end) {
    const unsigned char code = *from++;
    if (code != escape) {
      std::memcpy(to, &symbols_[code].bytes, max_length);
      to += symbols_[code].length;
    } else if (from != end) {
      *to++ = static_cast<char>(*from++);
    }
  }
  out.grow(static_cast<std::size_t>(to - begin));
}

std::string SymbolTable::to_bytes() const {
  std::string bytes(1, static_cast<char>(size_));
  for (std::size_t i = 0; i < size_; ++i) bytes += static_cast<char>(symbols_[i].length);
  for (std::size_t i = 0; i < size_; ++i) {
    std::array<char, max_length> symbol{};
    std::memcpy(symbol.data(), &symbols_[i].bytes, max_length);
    bytes.append(symbol.data(), symbols_[i].length);
  }
  return bytes;
}

std::optional<SymbolTable> SymbolTable::from_bytes(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  const std::size_t count = static_cast<unsigned char>(bytes.front());
  if (bytes.size() < 1 + count || count > max_symbols) return std::nullopt;
  std::string_view lengths = bytes.substr(1, count);
  std::string_view rest = bytes.substr(1 + count);
  std::vector<Symbol> symbols;
  for (const char length : lengths) {
    const std::size_t size = static_cast<unsigned char>(length);
    if (size == 0 || size > max_length || size > rest.size()) return std::nullopt;
    symbols.push_back({load(rest) & mask_of(size), static_cast<std::uint8_t>(size)});
    rest.remove_prefix(size);
  }
  if (!rest.empty()) return std::nullopt;
  return SymbolTable(symbols);
}

SymbolEncoder::SymbolEncoder(const SymbolTable& table) : first_candidate_(pairs + 1) {
  for (std::size_t byte = 0; byte < single_.size(); ++byte) {
    single_[byte] = static_cast<std::uint16_t>(first_escaped + byte);
  }
  for (std::size_t code = 0; code < table.size(); ++code) {
    const auto& symbol = table[code];
    if (symbol.length == 1) {
      single_[symbol.bytes] = static_cast<std::uint16_t>(code);
    } else {
      candidates_.push_back({symbol, mask_of(symbol.length), static_cast<std::uint8_t>(code)});
    }
  }
  const auto pair_of = [](const Candidate& candidate) {
    return static_cast<std::size_t>(candidate.symbol.bytes % pairs);
  };
  std::sort(candidates_.begin(), candidates_.end(),
            [&](const Candidate& left, const Candidate& right) {
              return std::tuple(pair_of(left), right.symbol.length, left.symbol.bytes) <
                     std::tuple(pair_of(right), left.symbol.length, right.symbol.bytes);
            });
  for (const Candidate& candidate : candidates_) ++first_candidate_[pair_of(candidate) + 1];
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    first_candidate_[pair + 1] =
        static_cast<std::uint16_t>(first_candidate_[pair + 1] + first_candidate_[pair]);
  }
}

SymbolEncoder::Match SymbolEncoder::match(std::string_view text) const {
  const std::uint64_t word = load(text);
  if (text.size() > 1) {
    const std::size_t pair = word % pairs;
    for (std::size_t i = first_candidate_[pair]; i < first_candidate_[pair + 1]; ++i) {
      const Candidate& candidate = candidates_[i];
      if (((word ^ candidate.symbol.bytes) & candidate.mask) != 0) continue;
      if (candidate.symbol.length <= text.size()) return {candidate.code, candidate.symbol.length};
    }
  }
  return {single_[word % single_.size()], 1};
}

void SymbolEncoder::encode(std::string_view text, TextBuffer& out) const {
  char* const begin = out.room(2 * text.size());
  char* to = begin;
  while (!text.empty()) {
    const Match found = match(text);
    if (found.code >= first_escaped) {
      *to++ = static_cast<char>(escape);
      *to++ = text.front();
    } else {
      *to++ = static_cast<char>(found.code);
    }
    text.remove_prefix(found.length);
  }
  out.grow(static_cast<std::size_t>(to - begin));
}

}  // namespace prosper::store
