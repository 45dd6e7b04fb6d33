// SPDX-License-Identifier: Apache-2.0
#include "store/order_check.hpp"

#include <algorithm>
#include <optional>

#include "store/blocks/block_changes.hpp"
#include "store/blocks/block_reader.hpp"
#include "store/lmdb/error.hpp"
#include "store/quad_writer.hpp"

namespace prosper::store {
namespace {

bool same_triple(const Row& left, const Row& right) {
  return std::equal(left.begin(), left.begin() + triple_columns, right.begin());
}

/// What is wrong with a block whose rows were read; nothing when it is sound.
const char* find_fault(const BlockHeader& header, const std::vector<Row>& rows,
                       const std::optional<Row>& before) {
  const auto not_ascending = [](const Row& left, const Row& right) { return left >= right; };
  if (std::adjacent_find(rows.begin(), rows.end(), not_ascending) != rows.end()) {
    return "rows that do not ascend";
  }
  if (before && *before >= rows.front()) return "rows below those of the block before";
  for (std::size_t i = 0; i < row_columns; ++i) {
    const auto by_column = [&](const Row& left, const Row& right) { return left[i] < right[i]; };
    const auto [min, max] = std::minmax_element(rows.begin(), rows.end(), by_column);
    if ((*min)[i] != header.columns[i].min || (*max)[i] != header.columns[i].max) {
      return "a wrong minimum or maximum";
    }
  }
  const bool starts_triple = !before || !same_triple(*before, rows.front());
  std::size_t triples = starts_triple ? 1 : 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    triples += same_triple(rows[i - 1], rows[i]) ? 0 : 1;
  if (triples != header.triples || starts_triple != header.starts_triple) {
    return "a wrong count of triples";
  }
  return nullptr;
}

class OrderCheck {
 public:
  OrderCheck(const lmdb::Transaction& transaction, const StoreTables& tables, OrderIndex order,
             const OnProblem& on_problem)
      : cursor_(transaction, tables.orders[order]), order_(order), on_problem_(on_problem) {}

  Fingerprint run() {
    std::uint64_t number = 0;
    for (bool more = cursor_.first(); more; more = cursor_.next()) {
      ++number;
      const char* fault = check_block();
      if (fault == nullptr) continue;
      const bool goes_on = on_problem_("order " + std::string(orders[order_].name) + ": block " +
                                       std::to_string(number) + " has " + fault);
      if (!goes_on) break;
    }
    return fingerprint_;
  }

 private:
  const char* check_block() {
    if (cursor_.key().size() != block_key_bytes) return "a key of wrong size";
    if (!has_valid_checksum(cursor_.value())) return "a wrong checksum";
    rows_.clear();
    try {
      block_.load(cursor_.value());
      append_rows(block_, rows_);
    } catch (const lmdb::Error& error) {
      if (error.kind() != lmdb::Error::Kind::Damaged) throw;
      return "a header or column that cannot be read";
    }
    const char* fault = find_fault(block_.header(), rows_, before_);
    if (fault == nullptr && first_row(cursor_) != rows_.front()) {
      fault = "a key that is not its first row";
    }
    before_ = rows_.back();
    fingerprint_.rows += rows_.size();
    for (const Row& row : rows_) fingerprint_.sum += QuadHash{}(orders[order_].to_quad(row));
    return fault;
  }

  lmdb::Cursor cursor_;
  OrderIndex order_;
  const OnProblem& on_problem_;
  RowBlock block_;
  std::vector<Row> rows_;
  std::optional<Row> before_;
  Fingerprint fingerprint_;
};

}  // namespace

Fingerprint check_blocks(const lmdb::Transaction& transaction, const StoreTables& tables,
                         OrderIndex order, const OnProblem& on_problem) {
  return OrderCheck(transaction, tables, order, on_problem).run();
}

}  // namespace prosper::store
