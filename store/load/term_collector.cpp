// SPDX-License-Identifier: Apache-2.0
#define XXH_INLINE_ALL
#include "store/load/term_collector.hpp"

#include <cstring>
#include <limits>
#include <stdexcept>
#include <xxhash.h>

namespace prosper::store {
namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::size_t arena_chunk = std::size_t{1} << 20U;

}  // namespace

std::uint32_t TermCollector::intern(TermTag tag, std::string_view bytes) {
  if (entries_.size() * 3 >= slots_.size() * 2) grow();
  const std::uint64_t hash =
      XXH3_64bits_withSeed(bytes.data(), bytes.size(), static_cast<XXH64_hash_t>(tag));
  // The place takes the high bits, the check the low ones.
  const auto check = static_cast<std::uint32_t>(hash);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash >> 32U) & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number_and_one == 0) {
      const std::size_t number = entries_.size();
      if (number >= std::numeric_limits<std::uint32_t>::max() - 1) {
        throw std::length_error("more than four billion terms in one segment of a load");
      }
      slot = {check, static_cast<std::uint32_t>(number + 1)};
      entries_.push_back({keep(bytes), static_cast<std::uint32_t>(bytes.size()), tag});
      return static_cast<std::uint32_t>(number);
    }
    if (slot.hash != check) continue;
    const Entry& entry = entries_[slot.number_and_one - 1];
    if (entry.tag == tag && std::string_view(entry.bytes, entry.length) == bytes) {
      return slot.number_and_one - 1;
    }
  }
}

void TermCollector::grow() {
  const std::size_t wanted = std::max(first_slots, slots_.size() * 2);
  std::vector<Slot> wider(wanted, Slot{0, 0});
  const std::size_t mask = wanted - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    const Entry& entry = entries_[number];
    const std::uint64_t hash =
        XXH3_64bits_withSeed(entry.bytes, entry.length, static_cast<XXH64_hash_t>(entry.tag));
    std::size_t at = (hash >> 32U) & mask;
    while (wider[at].number_and_one != 0) at = (at + 1) & mask;
    wider[at] = {static_cast<std::uint32_t>(hash), number + 1};
  }
  slots_ = std::move(wider);
}

const char* TermCollector::keep(std::string_view bytes) {
  if (bytes.empty()) return "";
  arena_bytes_ += bytes.size();
  if (bytes.size() > free_bytes_) {
    const std::size_t size = std::max(arena_chunk, bytes.size());
    arena_.emplace_back(size);
    char* const memory = reinterpret_cast<char*>(arena_.back().data());
    std::memcpy(memory, bytes.data(), bytes.size());
    // A long text must not cost the rest of the chunk under way.
    if (size - bytes.size() > free_bytes_) {
      free_ = memory + bytes.size();
      free_bytes_ = size - bytes.size();
    }
    return memory;
  }
  char* const kept = free_;
  std::memcpy(kept, bytes.data(), bytes.size());
  free_ += bytes.size();
  free_bytes_ -= bytes.size();
  return kept;
}

}  // namespace prosper::store
