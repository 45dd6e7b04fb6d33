// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/bit_pack.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace prosper::store {
namespace {

template <unsigned width, unsigned index>
inline std::uint64_t extract(const std::uint8_t* in) {
  constexpr unsigned byte = index * width / 8;
  constexpr unsigned shift = index * width % 8;
  std::uint64_t value = load_bytes(in + byte) >> shift;
  if constexpr (shift + width > 64) value |= std::uint64_t{in[byte + 8]} << (64 - shift);
  return value & low_bits(width);
}

template <unsigned width, std::size_t... index>
inline void unpack_eight(const std::uint8_t* in, std::uint64_t base, std::uint64_t* out,
                         std::index_sequence<index...>) {
  ((out[index] = base + extract<width, index>(in)), ...);
}

/// Eight numbers of `width` bits are `width` bytes: all shifts are constants.
template <unsigned width>
void unpack_eights(const std::uint8_t* in, std::size_t eights, std::uint64_t base,
                   std::uint64_t* out) {
  for (; eights > 0; --eights, in += width, out += 8) {
    unpack_eight<width>(in, base, out, std::make_index_sequence<8>());
  }
}

using UnpackEights = void (*)(const std::uint8_t*, std::size_t, std::uint64_t, std::uint64_t*);

template <std::size_t... width>
constexpr std::array<UnpackEights, sizeof...(width)> kernels(std::index_sequence<width...>) {
  return {&unpack_eights<static_cast<unsigned>(width)>...};
}

constexpr auto unpack_kernels = kernels(std::make_index_sequence<65>());

}  // namespace

void unpack(const std::uint8_t* bytes, std::size_t from, std::size_t count, unsigned width,
            std::uint64_t base, std::uint64_t* out) {
  if (width == 0) {
    std::fill_n(out, count, base);
    return;
  }
  for (; count > 0 && from % 8 != 0; ++from, --count) {
    *out++ = base + unpack_one(bytes, from, width);
  }
  const std::size_t eights = count / 8;
  unpack_kernels[width](bytes + from / 8 * width, eights, base, out);
  for (std::size_t i = eights * 8; i < count; ++i) {
    out[i] = base + unpack_one(bytes, from + i, width);
  }
}

void BitWriter::put(std::uint64_t value, unsigned width) {
  if (width == 0) return;
  waiting_ |= value << filled_;
  if (filled_ + width < 64) {
    filled_ += width;
    return;
  }
  bytes_.append(reinterpret_cast<const char*>(&waiting_), sizeof(waiting_));
  const unsigned taken = 64 - filled_;
  waiting_ = taken < 64 ? value >> taken : 0;
  filled_ = width - taken;
}

void BitWriter::align() {
  bytes_.append(reinterpret_cast<const char*>(&waiting_), (filled_ + 7) / 8);
  waiting_ = 0;
  filled_ = 0;
}

}  // namespace prosper::store
