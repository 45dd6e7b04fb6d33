// SPDX-License-Identifier: Apache-2.0
#include "store/row_table.hpp"

#include <algorithm>

#include "store/lmdb/key_bytes.hpp"
#include "store/storage_errors.hpp"

namespace prosper::store {
namespace {

lmdb::KeyBytes<1> key_of(const Row& row) {
  return lmdb::to_key<1>({row[0]});
}

lmdb::KeyBytes<3> value_of(const Row& row) {
  return lmdb::to_key<3>({row[1], row[2], row[3]});
}

bool is_in(const Range& range, const Row& row) {
  return std::equal(range.prefix.begin(),
                    range.prefix.begin() + static_cast<std::ptrdiff_t>(range.length), row.begin());
}

/// The row after this one in order; false when there is none.
bool advance(Row& row) {
  for (std::size_t place = row.size(); place-- > 0;) {
    if (++row[place] != 0) return true;
  }
  return false;
}

class RangeCursor final : public QuadCursor {
 public:
  RangeCursor(const lmdb::Transaction& transaction, lmdb::Table table, const Range& range,
              const QuadPattern& pattern)
      : rows_(transaction, table, start_of(range, pattern)),
        range_(range),
        pattern_(pattern),
        is_exact_(store::is_exact(pattern, range)) {}

  bool next(QuadBatch& batch) override {
    return with_store_errors([&] {
      batch.clear();
      while (!is_at_end_ && batch.size() < batch_rows) {
        const auto row = rows_.next();
        is_at_end_ = !row || !is_in(range_, *row);
        if (is_at_end_) break;
        const QuadIds quad = orders[range_.order].to_quad(*row);
        if (is_exact_ || matches(pattern_, quad)) batch.push_back(quad);
      }
      return batch.size() > 0;
    });
  }

 private:
  static Row start_of(const Range& range, const QuadPattern& pattern) {
    Row start = range.prefix;
    const bool skips_own_graph =
        range.order == Gspo && range.length == 0 && pattern.graph.kind == GraphScope::Kind::Named;
    if (skips_own_graph) start[0] = default_graph.bits + 1;
    return start;
  }

  RowReader rows_;
  Range range_;
  QuadPattern pattern_;
  bool is_exact_;
  bool is_at_end_ = false;
};

}  // namespace

RowReader::RowReader(const lmdb::Transaction& transaction, lmdb::Table table, const Row& from)
    : transaction_(transaction), table_(table), from_(from) {}

bool RowReader::load_run() {
  bool found = false;
  if (cursor_ && cursor_->is_open()) {
    found = cursor_->next_run();
  } else {
    cursor_.emplace(transaction_, table_);
    found = cursor_->seek(key_of(from_).view(), value_of(from_).view());
  }
  if (!found) return false;
  key_ = lmdb::from_key<1>(cursor_->key())[0];
  run_ = cursor_->run();
  if (key_ != from_[0]) return true;
  // The run may begin before the first row wanted.
  const lmdb::KeyBytes<3> wanted = value_of(from_);
  while (!run_.empty() && run_.substr(0, row_value_bytes) < wanted.view()) {
    run_.remove_prefix(row_value_bytes);
  }
  return true;
}

std::optional<Row> RowReader::next() {
  if (is_at_end_) return std::nullopt;
  if (!cursor_ || !cursor_->is_open()) run_ = {};
  while (run_.size() < row_value_bytes) {
    if (!load_run()) {
      is_at_end_ = true;
      return std::nullopt;
    }
  }
  const auto rest = lmdb::from_key<3>(run_);
  run_.remove_prefix(row_value_bytes);
  const Row row = {key_, rest[0], rest[1], rest[2]};
  from_ = row;
  is_at_end_ = !advance(from_);
  return row;
}

bool RowTable::contains(const Row& row) const {
  lmdb::Cursor cursor(transaction_, table_);
  return cursor.find(key_of(row).view(), value_of(row).view());
}

std::uint64_t RowTable::count(const Range& range, std::uint64_t limit) const {
  if (range.length == 0) return size();
  if (range.length == 1) {
    lmdb::Cursor cursor(transaction_, table_);
    const lmdb::KeyBytes<1> key = key_of(range.prefix);
    return cursor.seek(key.view()) && cursor.key() == key.view() ? cursor.count() : 0;
  }
  RowReader rows(transaction_, table_, range.prefix);
  std::uint64_t counted = 0;
  while (counted < limit) {
    const auto row = rows.next();
    if (!row || !is_in(range, *row)) break;
    ++counted;
  }
  return counted;
}

void change_rows(lmdb::WriteTransaction& transaction, lmdb::Table table,
                 const std::vector<Row>& removed, const std::vector<Row>& added) {
  lmdb::WriteCursor cursor(transaction, table);
  for (const Row& row : removed) {
    if (!cursor.find(key_of(row).view(), value_of(row).view())) {
      throw StoreError(StoreError::Kind::Damaged,
                       transaction.environment().data_file().string() +
                           ": the permutations disagree about a quad; run prosper check");
    }
    cursor.remove();
  }
  for (const Row& row : added) cursor.put(key_of(row).view(), value_of(row).view());
}

std::unique_ptr<QuadCursor> scan_range(const lmdb::Transaction& transaction, lmdb::Table table,
                                       const Range& range, const QuadPattern& pattern) {
  return std::make_unique<RangeCursor>(transaction, table, range, pattern);
}

}  // namespace prosper::store
