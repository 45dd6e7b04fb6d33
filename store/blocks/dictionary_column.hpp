// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/blocks/column_payload.hpp"

namespace prosper::store {

/// A block's dictionary is decoded as a whole when its column is.
inline constexpr std::size_t dictionary_limit = 1024;

/// The number of distinct values (2 bytes), how those are coded (a byte: Packed or Delta), the
/// values ascending, and for every row the number of its value, packed.
class DictionaryColumn {
 public:
  bool open(const ColumnPayload& payload);

  std::uint64_t at(std::size_t row) const { return values_[index(row)]; }

  void decode(std::size_t from, std::size_t count, std::uint64_t* out) const;

  std::size_t index(std::size_t row) const { return unpack_one(indexes_, row, index_width_); }

  void decode_indexes(std::size_t from, std::size_t count, std::uint64_t* out) const {
    unpack(indexes_, from, count, index_width_, 0, out);
  }

  std::size_t distinct() const { return distinct_; }

 private:
  const std::uint8_t* indexes_ = nullptr;
  std::size_t distinct_ = 0;
  unsigned index_width_ = 0;
  std::vector<std::uint64_t> values_;  ///< one for every possible index
};

/// An upper bound: the values may be coded in fewer bytes.
std::size_t dictionary_bytes(std::size_t distinct, std::size_t rows, unsigned full_width);
/// False, and nothing appended, when there are too many distinct values.
bool encode_dictionary(std::span<const std::uint64_t> values, std::uint64_t min,
                       unsigned full_width, std::string& bytes);

/// The distinct values of a column, ascending, and for every row the number of its value.
struct RankedValues {
  std::vector<std::uint64_t> distinct;
  std::vector<std::uint16_t> ranks;
};

/// Incomplete when there are more than dictionary_limit distinct values.
RankedValues rank_values(std::span<const std::uint64_t> values);

}  // namespace prosper::store
