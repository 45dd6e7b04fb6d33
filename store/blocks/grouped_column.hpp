// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "store/blocks/column_payload.hpp"
#include "store/blocks/dictionary_column.hpp"

namespace prosper::store {

inline constexpr std::size_t group_limit = 256;

/// Values of one group lie close to each other, where another column, which must be a dictionary
/// with at most 256 values, gives the group: the objects of a predicate. The number of that column
/// (a byte); for each group its width (a byte) and, packed, its minimum less the column's; for each
/// segment the bit at which it begins (2 bytes); then every row's value less its group's minimum.
class GroupedColumn {
 public:
  static std::size_t group_column(const ColumnPayload& payload) { return payload.bytes[0]; }

  bool open(const ColumnPayload& payload, const DictionaryColumn& groups);
  /// Reads all groups, so that many rows are decoded faster, and puts the gaps back that the values
  /// were coded without; once. No group reaches across a gap.
  void read_groups(const ColumnGaps& gaps);
  std::uint64_t at(std::size_t row, const DictionaryColumn& groups) const;
  void decode(std::size_t from, std::size_t count, const DictionaryColumn& groups,
              std::uint64_t* out) const;

 private:
  struct Group {
    std::uint64_t min = 0;
    std::uint64_t mask = 0;
    unsigned width = 0;
  };

  std::size_t start_bit(std::size_t segment) const;
  unsigned width(std::size_t index) const { return index < count_ ? widths_[index] : 0; }
  Group group(std::size_t index) const;
  /// The bit at which the value of a row begins.
  std::size_t first_bit(std::size_t row, const DictionaryColumn& groups) const;
  template <class GroupOf>
  void decode_groups(std::size_t from, std::size_t count, std::size_t bit, const GroupOf& group_of,
                     std::uint64_t* out) const;

  std::size_t count_ = 0;  ///< of the groups
  std::uint64_t min_ = 0;  ///< of the column
  unsigned full_width_ = 0;
  const std::uint8_t* widths_ = nullptr;
  const std::uint8_t* mins_ = nullptr;
  const std::uint8_t* starts_ = nullptr;
  const std::uint8_t* values_ = nullptr;
  /// One for every possible index, once read.
  std::vector<Group> groups_;
};

/// The size of a grouped column, kept while rows are appended. `bytes` is meaningless after a
/// group index reached `group_limit` or a width passed what one load can read.
class GroupedSize {
 public:
  bool is_possible() const { return is_possible_; }

  std::size_t rows() const { return rows_; }

  /// `indexes` tell the group of each row. Rows before `rows` have been counted.
  void extend(const std::uint64_t* values, const std::uint16_t* indexes, std::size_t to);
  std::size_t bytes(std::size_t groups, unsigned full_width) const;

 private:
  struct Group {
    std::uint64_t min = 0;
    std::uint64_t max = 0;
    std::uint32_t rows = 0;
    std::uint32_t width = 0;
  };

  void widen(Group& group, std::uint64_t value);

  bool is_possible_ = true;
  std::size_t rows_ = 0;
  std::size_t bits_ = 0;
  std::array<Group, group_limit> groups_{};
};

/// `groups` ranks the values of the other column. False, and nothing appended, when there are too
/// many groups or one is too wide.
bool encode_grouped(std::span<const std::uint64_t> values, const RankedValues& groups,
                    std::size_t group_column, std::uint64_t base, unsigned full_width,
                    std::string& bytes);

}  // namespace prosper::store
