// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "store/ids/term_tag.hpp"
#include "store/load/anonymous_memory.hpp"
#include "store/load/chunked_vector.hpp"

namespace prosper::store {

/// Gives the terms of one segment numbers from 0 on, each term once. A term is its tag and its
/// bytes: those of the dictionary, or the big-endian id of an inline value. One thread at a time.
class TermCollector {
 public:
  std::uint32_t intern(TermTag tag, std::string_view bytes);

  std::size_t size() const { return entries_.size(); }

  TermTag tag(std::uint32_t number) const { return entries_[number].tag; }

  std::string_view bytes(std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {entry.bytes, entry.length};
  }

  /// The memory in use.
  std::size_t memory() const {
    return arena_bytes_ + entries_.memory() + slots_.size() * sizeof(Slot);
  }

  /// Frees what only `intern` needs, which may not be called any more.
  void stop_interning() { slots_ = {}; }

 private:
  struct Entry {
    const char* bytes;
    std::uint32_t length;
    TermTag tag;
  };

  struct Slot {
    std::uint32_t hash;
    std::uint32_t number_and_one;  ///< 0: free
  };

  void grow();
  const char* keep(std::string_view bytes);

  ChunkedVector<Entry> entries_;
  std::vector<Slot> slots_;
  std::vector<AnonymousMemory> arena_;
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
  std::size_t arena_bytes_ = 0;  ///< in use
};

}  // namespace prosper::store
