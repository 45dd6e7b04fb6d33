// SPDX-License-Identifier: Apache-2.0
#include "mappings/duplicate_filter.hpp"

#include <charconv>

#include "mappings/functions/text.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::mappings {

DuplicateFilter::Hash DuplicateFilter::shorten(std::string_view hexadecimal) {
  PROSPER_ASSERT(hexadecimal.size() >= 32);
  Hash hash{};
  std::from_chars(hexadecimal.data(), hexadecimal.data() + 16, hash[0], 16);
  std::from_chars(hexadecimal.data() + 16, hexadecimal.data() + 32, hash[1], 16);
  return hash;
}

std::optional<DuplicateFilter::Earlier> DuplicateFilter::add(std::string_view key,
                                                             std::string_view content_hash,
                                                             std::uint32_t file,
                                                             std::uint64_t line) {
  const Hash content = shorten(content_hash);
  const auto [it, is_new] =
      entries_.try_emplace(shorten(sha256_hex(key)), Entry{content, line, file});
  if (is_new) return std::nullopt;
  return Earlier{it->second.content == content, it->second.file, it->second.line};
}

}  // namespace prosper::mappings
