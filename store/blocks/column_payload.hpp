// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "store/blocks/bit_pack.hpp"
#include "store/blocks/block_layout.hpp"

namespace prosper::store {

/// How far behind a column's bytes decoding may read: the largest grouped segment from a damaged
/// checkpoint. The block's copy has so much room behind it.
inline constexpr std::size_t decode_overrun = segment_rows * 8 + unpack_overrun;

/// One column of a block as a decoder sees it: `size` bytes, and `decode_overrun` readable bytes
/// behind them.
struct ColumnPayload {
  const std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  std::size_t rows = 0;
  std::uint64_t min = 0;
  /// Its greatest value less its least; without the gaps if it has any.
  std::uint64_t span = 0;

  unsigned full_width() const { return width_of(span); }
};

}  // namespace prosper::store
