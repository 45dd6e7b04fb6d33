// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace prosper::lmdb {

/// Numbers as big-endian bytes, so that bytewise order is the order of the numbers.
template <std::size_t count>
struct KeyBytes {
  std::array<char, 8 * count> bytes;

  std::string_view view() const { return {bytes.data(), bytes.size()}; }
};

static_assert(std::endian::native == std::endian::little);

template <std::size_t count>
KeyBytes<count> to_key(const std::array<std::uint64_t, count>& numbers) {
  KeyBytes<count> key;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t swapped = __builtin_bswap64(numbers[i]);
    std::memcpy(key.bytes.data() + 8 * i, &swapped, 8);
  }
  return key;
}

/// `bytes` must have at least 8 × count bytes.
template <std::size_t count>
std::array<std::uint64_t, count> from_key(std::string_view bytes) {
  std::array<std::uint64_t, count> numbers;
  std::memcpy(numbers.data(), bytes.data(), 8 * count);
  for (std::uint64_t& number : numbers) number = __builtin_bswap64(number);
  return numbers;
}

}  // namespace prosper::lmdb
