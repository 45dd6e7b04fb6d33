// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace prosper::store {

/// Numbers of `width` bits (0 to 64) side by side, the lowest bit first, in bytes from the lowest.

static_assert(std::endian::native == std::endian::little);

/// How far behind the bytes of a packed array reading may touch memory.
inline constexpr std::size_t unpack_overrun = 72;

constexpr unsigned width_of(std::uint64_t largest) {
  return static_cast<unsigned>(std::bit_width(largest));
}

constexpr std::size_t packed_bytes(std::size_t count, unsigned width) {
  return (count * width + 7) / 8;
}

constexpr std::uint64_t low_bits(unsigned width) {
  return width >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
}

inline std::uint64_t load_bytes(const std::uint8_t* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof(value));
  return value;
}

/// The number at bit `bit`.
inline std::uint64_t unpack_at_bit(const std::uint8_t* bytes, std::size_t bit, unsigned width) {
  const std::uint8_t* start = bytes + bit / 8;
  const unsigned shift = bit % 8;
  std::uint64_t value = load_bytes(start) >> shift;
  if (shift + width > 64) value |= std::uint64_t{start[8]} << (64 - shift);
  return value & low_bits(width);
}

inline std::uint64_t unpack_one(const std::uint8_t* bytes, std::size_t index, unsigned width) {
  return unpack_at_bit(bytes, index * width, width);
}

/// out[i] = base + the number at from + i.
void unpack(const std::uint8_t* bytes, std::size_t from, std::size_t count, unsigned width,
            std::uint64_t base, std::uint64_t* out);

/// Appends values[i] - base, packed, and zeros up to a whole byte. No difference may have bits
/// above `width`.
void pack(const std::uint64_t* values, std::size_t count, unsigned width, std::uint64_t base,
          std::string& bytes);

/// Packs numbers of different widths, up to 57 bits each, into memory that has 8 writable bytes
/// behind what they take.
class BitWriter {
 public:
  explicit BitWriter(char* out) : out_(out) {}

  /// `value` must have no bits above `width`.
  void put(std::uint64_t value, unsigned width) {
    waiting_ |= value << filled_;
    std::memcpy(out_, &waiting_, sizeof(waiting_));
    filled_ += width;
    out_ += filled_ / 8;
    waiting_ = filled_ < 64 ? waiting_ >> (filled_ / 8 * 8) : 0;
    filled_ %= 8;
  }

 private:
  char* out_;
  std::uint64_t waiting_ = 0;
  unsigned filled_ = 0;
};

}  // namespace prosper::store
