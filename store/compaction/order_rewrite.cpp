// SPDX-License-Identifier: Apache-2.0
#include "store/compaction/order_rewrite.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "store/blocks/row_block.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t rows_at_once = 8192;
constexpr std::size_t blocks_at_once = 512;

class OrderRewrite {
 public:
  OrderRewrite(const lmdb::Transaction& from, lmdb::Table table, const Renumbering& renumbering,
               const OrderRewriteOptions& options)
      : from_(from),
        table_(table),
        renumbering_(renumbering),
        options_(options),
        sorter_(options.memory, options.folder) {}

  std::uint64_t run() {
    if (renumbering_.late_terms() > 0) {
      each_block([&] {
        if (may_have_late(block_.header())) sort_late_rows();
      });
    }
    sorter_.finish();
    each_block([&] { copy_block(); });
    for (; sorter_.peek() != nullptr; sorter_.take()) put(*sorter_.peek());
    hand_over_rows();
    cutter_.finish(blocks_);
    hand_over_blocks();
    return cutter_.rows();
  }

 private:
  /// What an id became, remembered: neighbours are often the same.
  struct Known {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    bool is_late = false;
  };

  template <class Action>
  void each_block(Action&& action) {
    lmdb::Cursor cursor(from_, table_);
    for (bool more = cursor.first(); more; more = cursor.next()) {
      if (!has_valid_checksum(cursor.value())) refuse("a block of quads is damaged");
      block_.load(cursor.value());
      action();
    }
  }

  bool may_have_late(const BlockHeader& header) const {
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const auto& column) {
      return renumbering_.may_have_late(TermId{column.min}, TermId{column.max});
    });
  }

  /// Calls `action` with each row of the block by its new ids and whether an old one is late.
  template <class Action>
  void each_row(Action&& action) {
    for (std::size_t from = 0; from < block_.rows(); from += chunk_rows) {
      const std::size_t count = std::min(chunk_rows, block_.rows() - from);
      block_.decode(from, count,
                    {values_[0].data(), values_[1].data(), values_[2].data(), values_[3].data()});
      is_late_.fill(false);
      for (std::size_t column = 0; column < row_columns; ++column) renumber(column, count);
      for (std::size_t i = 0; i < count; ++i) {
        action(Row{values_[0][i], values_[1][i], values_[2][i], values_[3][i]}, is_late_[i]);
      }
    }
  }

  void renumber(std::size_t column, std::size_t count) {
    Known known;
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t& bits = values_[column][i];
      if (bits != known.from) known = look_up(bits);
      bits = known.to;
      is_late_[i] = is_late_[i] || known.is_late;
    }
  }

  Known look_up(std::uint64_t bits) const {
    const TermId from{bits};
    const TermId to = renumbering_.find(from);
    if (to == default_graph && from != default_graph)
      refuse("a stored quad has a term that is not in the dictionary");
    return {bits, to.bits, is_in_dictionary(from) && is_late(from)};
  }

  void sort_late_rows() {
    each_row([&](const Row& row, bool is_late) {
      if (is_late) sorter_.add(row);
    });
  }

  void copy_block() {
    each_row([&](const Row& row, bool is_late) {
      if (is_late) return;
      for (; sorter_.peek() != nullptr && *sorter_.peek() < row; sorter_.take()) {
        put(*sorter_.peek());
      }
      put(row);
    });
    if (options_.on_rows) options_.on_rows(block_.rows());
  }

  void put(const Row& row) {
    if (has_last_ && row <= last_) refuse("the quads are out of order");
    last_ = row;
    has_last_ = true;
    ready_.push_back(row);
    if (ready_.size() == rows_at_once) hand_over_rows();
  }

  void hand_over_rows() {
    if (options_.first_counts != nullptr) count();
    cutter_.add(ready_, blocks_);
    ready_.clear();
    if (blocks_.size() >= blocks_at_once) hand_over_blocks();
  }

  void count() {
    FirstCounts& counts = *options_.first_counts;
    for (const Row& row : ready_) {
      const TermId id{row.front()};
      if (counts.empty() || counts.back().first != id) counts.emplace_back(id, 0);
      ++counts.back().second;
    }
  }

  void hand_over_blocks() { options_.receive(std::exchange(blocks_, {})); }

  [[noreturn]] void refuse(const std::string& what) const {
    throw lmdb::Error(lmdb::Error::Kind::Damaged, from_.environment().data_file().string() + ": " +
                                                      what + "; run prosper check");
  }

  const lmdb::Transaction& from_;
  lmdb::Table table_;
  const Renumbering& renumbering_;
  const OrderRewriteOptions& options_;
  RowSorter sorter_;
  RowBlock block_;
  std::array<std::array<std::uint64_t, chunk_rows>, row_columns> values_;
  std::array<bool, chunk_rows> is_late_;
  bool has_last_ = false;
  Row last_{};
  std::vector<Row> ready_;
  BlockCutter cutter_;
  std::vector<EncodedBlock> blocks_;
};

}  // namespace

std::uint64_t rewrite_order(const lmdb::Transaction& from, lmdb::Table table,
                            const Renumbering& renumbering, const OrderRewriteOptions& options) {
  return OrderRewrite(from, table, renumbering, options).run();
}

}  // namespace prosper::store
