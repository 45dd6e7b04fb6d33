// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_scan.hpp"

#include <algorithm>
#include <numeric>

namespace prosper::store {
namespace {

/// The row after this one in order; false when there is none.
bool advance(Row& row) {
  for (std::size_t place = row.size(); place-- > 0;) {
    if (++row[place] != 0) return true;
  }
  return false;
}

}  // namespace

BlockScan::BlockScan(const lmdb::Transaction& transaction, lmdb::Table table,
                     const RowBounds& bounds)
    : reader_(transaction, table) {
  restart(bounds);
}

void BlockScan::restart(const RowBounds& bounds) {
  bounds_ = bounds;
  prefix_ = 0;
  while (prefix_ < row_columns && bounds.low[prefix_] == bounds.high[prefix_]) ++prefix_;
  const std::size_t leading = std::min(prefix_ + 1, row_columns);
  next_ = {};
  last_.fill(~std::uint64_t{0});
  std::copy_n(bounds.low.begin(), leading, next_.begin());
  std::copy_n(bounds.high.begin(), leading, last_.begin());
  is_started_ = false;
  is_at_end_ = false;
}

bool BlockScan::may_have_rows(const BlockHeader& header) const {
  for (std::size_t i = 0; i < row_columns; ++i) {
    const ColumnHeader& column = header.columns[i];
    if (column.max < bounds_.low[i] || column.min > bounds_.high[i]) return false;
  }
  return true;
}

/// Finds the end of the wanted rows in the block, from the reader's position on, and which columns
/// must be looked at row by row.
void BlockScan::enter_block() {
  RowBlock& block = reader_.block();
  const auto& columns = block.header().columns;
  end_ = block.rows();
  const std::size_t leading = std::min(prefix_ + 1, row_columns);
  for (std::size_t i = 0; i < leading && reader_.position() < end_; ++i) {
    end_ = block.upper_bound(i, reader_.position(), end_, bounds_.high[i]);
  }
  must_filter_.fill(false);
  for (std::size_t i = leading; i < row_columns; ++i) {
    must_filter_[i] = columns[i].min < bounds_.low[i] || columns[i].max > bounds_.high[i];
  }
  if (!may_have_rows(block.header())) reader_.set_position(end_);
}

/// Goes to the next wanted row.
bool BlockScan::find_rows() {
  if (!is_started_) {
    is_started_ = true;
    if (!reader_.seek(next_)) return false;
    enter_block();
  } else if (!reader_.has_cursor()) {
    // A write closed the cursor: the rows behind the last one are read as they are now.
    next_ = reader_.block().row(reader_.position() - 1);
    if (!advance(next_) || !reader_.seek(next_)) return false;
    enter_block();
  }
  while (reader_.position() >= end_) {
    if (end_ < reader_.block().rows()) return false;
    const auto wants = [&](const BlockHeader& header) { return may_have_rows(header); };
    if (!reader_.next_block(last_, wants)) return false;
    enter_block();
  }
  return true;
}

std::size_t BlockScan::prepare(std::size_t limit) {
  if (is_at_end_) return 0;
  if (!find_rows()) {
    is_at_end_ = true;
    return 0;
  }
  const std::size_t from = reader_.position();
  chunk_ = std::min({end_ - from, limit, chunk_rows});
  // Chunks that begin with a segment are decoded faster.
  const std::size_t past_segment = (from + chunk_) % segment_rows;
  if (from + chunk_ < end_ && chunk_ > past_segment) chunk_ -= past_segment;
  return chunk_;
}

/// Keeps of the first `selected` entries those whose value is within the column's bounds.
bool BlockScan::narrow(std::size_t column, const std::uint64_t* values, std::size_t& selected) {
  const std::uint64_t low = bounds_.low[column];
  const std::uint64_t span = bounds_.high[column] - low;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < selected; ++i) {
    const std::uint16_t row = selection_[i];
    selection_[kept] = row;
    kept += values[row] - low <= span ? 1U : 0U;
  }
  selected = kept;
  return kept > 0;
}

std::size_t BlockScan::select(const ColumnOutputs& outputs) {
  std::size_t selected = chunk_;
  std::iota(selection_.begin(), selection_.begin() + static_cast<std::ptrdiff_t>(chunk_),
            std::uint16_t{0});
  std::array<std::uint64_t, chunk_rows> scratch;
  for (std::size_t i = 0; i < row_columns; ++i) {
    if (!must_filter_[i]) continue;
    std::uint64_t* values = outputs[i] != nullptr ? outputs[i] : scratch.data();
    reader_.block().decode(i, reader_.position(), chunk_, values);
    if (!narrow(i, values, selected)) break;
  }
  return selected;
}

std::size_t BlockScan::read(const ColumnOutputs& outputs) {
  const std::size_t from = reader_.position();
  const bool is_filtered =
      std::any_of(must_filter_.begin(), must_filter_.end(), [](bool filters) { return filters; });
  std::size_t rows = chunk_;
  if (!is_filtered) {
    reader_.block().decode(from, chunk_, outputs);
  } else {
    rows = select(outputs);
    if (rows > 0) reader_.block().decode(from, chunk_, outputs);
    for (std::uint64_t* values : outputs) {
      if (values == nullptr || rows == chunk_) continue;
      for (std::size_t i = 0; i < rows; ++i) values[i] = values[selection_[i]];
    }
  }
  reader_.set_position(from + chunk_);
  return rows;
}

}  // namespace prosper::store
