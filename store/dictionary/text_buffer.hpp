// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace prosper::store {

/// Text under construction, used again and again; room at its end is not filled with zeros first.
class TextBuffer {
 public:
  std::string_view view() const { return {bytes_.get(), size_}; }

  std::size_t size() const { return size_; }

  /// Keeps the first `size` bytes, which must be there.
  void truncate(std::size_t size) { size_ = size; }

  /// Room for `count` more bytes, to be written and then added with `grow`.
  char* room(std::size_t count) {
    if (size_ + count > capacity_) reserve(std::max(size_ + count, 2 * capacity_));
    return bytes_.get() + size_;
  }

  void grow(std::size_t count) { size_ += count; }

  void append(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
    size_ += bytes.size();
  }

  void assign(std::string_view bytes) {
    size_ = 0;
    append(bytes);
  }

 private:
  void reserve(std::size_t capacity) {
    std::unique_ptr<char[]> wider(new char[capacity]);
    if (size_ > 0) std::memcpy(wider.get(), bytes_.get(), size_);
    bytes_ = std::move(wider);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

/// How many bytes two texts have in common at the front.
inline std::size_t common_prefix(std::string_view left, std::string_view right) {
  const std::size_t limit = std::min(left.size(), right.size());
  std::size_t at = 0;
  for (; at + 8 <= limit; at += 8) {
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    std::memcpy(&a, left.data() + at, 8);
    std::memcpy(&b, right.data() + at, 8);
    if (a != b) return at + static_cast<std::size_t>(__builtin_ctzll(a ^ b)) / 8;
  }
  while (at < limit && left[at] == right[at]) ++at;
  return at;
}

}  // namespace prosper::store
