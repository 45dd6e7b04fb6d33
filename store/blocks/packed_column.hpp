// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// Values less the minimum, each in as many bits as the largest needs. A constant column is the
/// same with no bits.
class PackedColumn {
 public:
  bool open(const ColumnPayload& payload) {
    bytes_ = payload.bytes;
    min_ = payload.min;
    width_ = payload.full_width();
    return packed_bytes(payload.rows, width_) <= payload.size;
  }

  std::uint64_t at(std::size_t row) const { return min_ + unpack_one(bytes_, row, width_); }

  void decode(std::size_t from, std::size_t count, std::uint64_t* out) const {
    unpack(bytes_, from, count, width_, min_, out);
  }

 private:
  const std::uint8_t* bytes_ = nullptr;
  std::uint64_t min_ = 0;
  unsigned width_ = 0;
};

}  // namespace prosper::store
