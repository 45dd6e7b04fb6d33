// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/dictionary/text_buffer.hpp"

namespace prosper::store {

inline constexpr std::size_t max_varint_bytes = 10;

/// A number as LEB128.
inline void append_varint(TextBuffer& out, std::uint64_t number) {
  char* to = out.room(max_varint_bytes);
  std::size_t count = 0;
  for (; number >= 0x80; number >>= 7U) to[count++] = static_cast<char>(number | 0x80U);
  to[count++] = static_cast<char>(number);
  out.grow(count);
}

/// Takes a number off the front; nothing when `in` ends before it or it is too long.
inline std::optional<std::uint64_t> take_varint(std::string_view& in) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < in.size() && i < max_varint_bytes; ++i) {
    const auto byte = static_cast<unsigned char>(in[i]);
    number |= static_cast<std::uint64_t>(byte & 0x7fU) << (7 * i);
    if (byte < 0x80U) {
      in.remove_prefix(i + 1);
      return number;
    }
  }
  return std::nullopt;
}

}  // namespace prosper::store
