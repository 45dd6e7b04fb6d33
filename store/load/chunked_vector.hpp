// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "store/load/anonymous_memory.hpp"

namespace prosper::store {

/// Grows without copying and gives its chunks back one by one.
template <class T>
  requires std::is_trivially_copyable_v<T>
class ChunkedVector {
 public:
  static constexpr std::size_t chunk_length = std::size_t{1} << 16U;

  void push_back(const T& value) {
    if (size_ == chunks_.size() * chunk_length) chunks_.emplace_back(chunk_length * sizeof(T));
    (*this)[size_++] = value;
  }

  T& operator[](std::size_t place) { return items(place / chunk_length)[place % chunk_length]; }

  const T& operator[](std::size_t place) const {
    return items(place / chunk_length)[place % chunk_length];
  }

  std::size_t size() const { return size_; }

  /// Memory that was touched.
  std::size_t memory() const { return size_ * sizeof(T); }

  std::size_t chunk_count() const { return chunks_.size(); }

  std::span<T> chunk(std::size_t number) {
    const std::size_t first = number * chunk_length;
    return {items(number), std::min(chunk_length, size_ - first)};
  }

  /// Frees one chunk; only the others may be used any more.
  void release_chunk(std::size_t number) { chunks_[number] = AnonymousMemory(); }

 private:
  T* items(std::size_t chunk) const { return reinterpret_cast<T*>(chunks_[chunk].data()); }

  std::vector<AnonymousMemory> chunks_;
  std::size_t size_ = 0;
};

}  // namespace prosper::store
