// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace prosper::mappings {

/// Remembers the key and content of every notice of a run by 16-byte hashes.
class DuplicateFilter {
 public:
  struct Earlier {
    bool is_identical = false;
    std::uint32_t file = 0;
    std::uint64_t line = 0;
  };

  /// The earlier notice with the same key; null when there is none, and this one is remembered.
  /// `content_hash` is hexadecimal, at least 32 digits.
  std::optional<Earlier> add(std::string_view key, std::string_view content_hash,
                             std::uint32_t file, std::uint64_t line);

 private:
  using Hash = std::array<std::uint64_t, 2>;

  struct HashOfHash {
    std::size_t operator()(const Hash& hash) const { return static_cast<std::size_t>(hash[0]); }
  };

  struct Entry {
    Hash content;
    std::uint64_t line;
    std::uint32_t file;
  };

  static Hash shorten(std::string_view hexadecimal);

  std::unordered_map<Hash, Entry, HashOfHash> entries_;
};

}  // namespace prosper::mappings
