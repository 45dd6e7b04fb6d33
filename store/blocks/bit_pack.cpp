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

template <unsigned width, unsigned index>
inline void deposit(std::uint64_t value, std::uint64_t* words) {
  constexpr unsigned word = index * width / 64;
  constexpr unsigned shift = index * width % 64;
  words[word] |= value << shift;
  if constexpr (shift + width > 64) words[word + 1] |= value >> (64 - shift);
}

template <unsigned width, std::size_t... index>
inline void pack_eight(const std::uint64_t* in, std::uint64_t base, std::uint64_t* words,
                       std::index_sequence<index...>) {
  (deposit<width, index>(in[index] - base, words), ...);
}

template <unsigned width>
void pack_eights(const std::uint64_t* in, std::size_t eights, std::uint64_t base, char* out) {
  for (; eights > 0; --eights, in += 8, out += width) {
    std::array<std::uint64_t, (width + 7) / 8> words{};
    pack_eight<width>(in, base, words.data(), std::make_index_sequence<8>());
    std::memcpy(out, words.data(), width);
  }
}

struct Kernels {
  void (*unpack)(const std::uint8_t*, std::size_t, std::uint64_t, std::uint64_t*);
  void (*pack)(const std::uint64_t*, std::size_t, std::uint64_t, char*);
};

/// Of the widths 1 to 64.
template <std::size_t... width>
constexpr std::array<Kernels, sizeof...(width)> make_kernels(std::index_sequence<width...>) {
  return {Kernels{&unpack_eights<unsigned{width} + 1>, &pack_eights<unsigned{width} + 1>}...};
}

constexpr auto kernels = make_kernels(std::make_index_sequence<64>());

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
  kernels[width - 1].unpack(bytes + from / 8 * width, eights, base, out);
  for (std::size_t i = eights * 8; i < count; ++i) {
    out[i] = base + unpack_one(bytes, from + i, width);
  }
}

void pack(const std::uint64_t* values, std::size_t count, unsigned width, std::uint64_t base,
          std::string& bytes) {
  if (width == 0) return;
  const std::size_t start = bytes.size();
  bytes.resize(start + packed_bytes(count, width));
  char* out = bytes.data() + start;
  const Kernels& kernel = kernels[width - 1];
  kernel.pack(values, count / 8, base, out);
  const std::size_t rest = count % 8;
  if (rest == 0) return;
  std::array<std::uint64_t, 8> last;
  last.fill(base);
  std::copy_n(values + (count - rest), rest, last.begin());
  std::array<char, 64> packed;
  kernel.pack(last.data(), 1, base, packed.data());
  std::copy_n(packed.begin(), packed_bytes(rest, width), out + count / 8 * width);
}

}  // namespace prosper::store
