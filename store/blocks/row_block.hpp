// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "store/blocks/block_layout.hpp"
#include "store/blocks/block_plan.hpp"
#include "store/blocks/column_gaps.hpp"
#include "store/blocks/delta_column.hpp"
#include "store/blocks/dictionary_column.hpp"
#include "store/blocks/grouped_column.hpp"
#include "store/blocks/linear_column.hpp"
#include "store/blocks/packed_column.hpp"
#include "store/blocks/runs_column.hpp"

namespace prosper::store {

/// Columns as bits: bit i is column i.
using ColumnSet = unsigned;
inline constexpr ColumnSet all_columns = 0xf;

/// Where the values of each column go; null where they are not wanted.
using ColumnOutputs = std::array<std::uint64_t*, row_columns>;

/// A block opened for reading: a copy, so that it outlives changes of the table, of which only the
/// columns asked for are decoded. Reading a damaged block gives wrong numbers or throws lmdb::Error
/// (Damaged), but touches no foreign memory. One thread at a time.
class RowBlock {
 public:
  RowBlock() = default;
  RowBlock(const RowBlock&) = delete;
  RowBlock& operator=(const RowBlock&) = delete;

  /// Replaces the block. Throws lmdb::Error (Damaged) when its header is damaged.
  void load(std::string_view bytes);

  const BlockHeader& header() const { return header_; }

  std::size_t rows() const { return header_.rows; }

  void decode(std::size_t column, std::size_t from, std::size_t count, std::uint64_t* out);
  /// The same for several columns, faster where one depends on another.
  void decode(std::size_t from, std::size_t count, const ColumnOutputs& outputs);
  std::uint64_t at(std::size_t column, std::size_t row);
  Row row(std::size_t row);

  /// How it is coded; without the bytes of each column.
  BlockPlan plan();

  /// The first of the rows from `from` to before `to`, in which the column ascends, whose value is
  /// not less than `value`; `to` when there is none.
  std::size_t lower_bound(std::size_t column, std::size_t from, std::size_t to,
                          std::uint64_t value);
  /// The same for values that are greater.
  std::size_t upper_bound(std::size_t column, std::size_t from, std::size_t to,
                          std::uint64_t value);
  /// The first row not less than `row`, of those from `from` on.
  std::size_t lower_bound(const Row& row, std::size_t from = 0);
  /// The rows that begin with the first `length` numbers of `prefix`: from, and the one behind.
  std::pair<std::size_t, std::size_t> find(const Row& prefix, std::size_t length);

 private:
  struct Decoder {
    bool is_open = false;
    bool is_prepared = false;  ///< for many rows
    std::size_t other = 0;
    /// The segment that was searched last, decoded; none if there is no such segment.
    std::size_t segment = 0;
    std::array<std::uint64_t, segment_rows> values;
    /// Those to put back into what the column decodes.
    ColumnGaps gaps;
    PackedColumn packed;
    RunsColumn runs;
    DeltaColumn delta;
    DictionaryColumn dictionary;
    GroupedColumn grouped;
    LinearColumn linear;
  };

  Decoder& open(std::size_t column);
  bool open_payload(std::size_t column, ColumnPayload payload);
  void prepare_for_many(std::size_t column);
  bool open_values(std::size_t column, const ColumnPayload& payload);
  void decode_values(std::size_t column, std::size_t from, std::size_t count, std::uint64_t* out);
  std::uint64_t value_at(std::size_t column, std::size_t row);
  const std::uint64_t* segment_values(std::size_t column, std::size_t segment);
  bool open_grouped(Decoder& decoder, std::size_t column, const ColumnPayload& payload);
  bool open_linear(Decoder& decoder, std::size_t column, const ColumnPayload& payload);

  BlockHeader header_;
  std::array<Decoder, row_columns> decoders_;
  alignas(64) std::array<std::uint8_t, block_bytes + decode_overrun> bytes_;
};

/// How many rows from `from` to before `to` have another triple than the row before; the first one
/// counts.
std::size_t count_triples(RowBlock& block, std::size_t from, std::size_t to);

}  // namespace prosper::store
