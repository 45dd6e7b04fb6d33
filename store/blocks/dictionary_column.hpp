// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/blocks/column_gaps.hpp"

namespace prosper::store {

/// A block's dictionary is decoded as a whole when its column is.
inline constexpr std::size_t dictionary_limit = 1024;

/// The number of values (2 bytes), how those are coded (a byte: Packed or Delta), the values
/// ascending, and for every row the number of its value, packed. A value is there more than once
/// when it gives the rows with it different groups.
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

  /// Puts the gaps back that the values were coded without; once.
  void expand(const ColumnGaps& gaps) { gaps.expand(values_.size(), values_.data()); }

 private:
  const std::uint8_t* indexes_ = nullptr;
  std::size_t distinct_ = 0;
  unsigned index_width_ = 0;
  std::vector<std::uint64_t> values_;  ///< one for every possible index
};

/// An upper bound: the values may be coded in fewer bytes.
std::size_t dictionary_bytes(std::size_t distinct, std::size_t rows, unsigned full_width);

/// The distinct values of a column, ascending, and for every row the number of its value.
struct RankedValues {
  std::vector<std::uint64_t> distinct;
  std::vector<std::uint64_t> ranks;
};

/// `values` ascend, at most dictionary_limit of them; `ranks` tells the one of each row. Tells how
/// many bytes the values took.
std::size_t encode_dictionary(std::span<const std::uint64_t> values,
                              std::span<const std::uint64_t> ranks, std::uint64_t base,
                              unsigned width, std::string& bytes);

}  // namespace prosper::store
