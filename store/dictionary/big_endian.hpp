// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace prosper::store {

static_assert(std::endian::native == std::endian::little);

template <class Number>
Number swap_bytes(Number number) {
  if constexpr (sizeof(Number) == 2) return __builtin_bswap16(number);
  if constexpr (sizeof(Number) == 4) return __builtin_bswap32(number);
  if constexpr (sizeof(Number) == 8) return __builtin_bswap64(number);
}

/// The number at `offset`, whose bytes must be there.
template <class Number>
Number read_big_endian(std::string_view bytes, std::size_t offset) {
  Number number = 0;
  std::memcpy(&number, bytes.data() + offset, sizeof(Number));
  return swap_bytes(number);
}

template <class Number>
void write_big_endian(char* to, Number number) {
  number = swap_bytes(number);
  std::memcpy(to, &number, sizeof(Number));
}

}  // namespace prosper::store
