// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_table.hpp"

#include <gtest/gtest.h>
#include <set>

#include "store/blocks/block_scan.hpp"
#include "store/lmdb/environment.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

using tests::Row;

class BlockTables : public testing::Test {
 protected:
  BlockTables() : environment_(lmdb::Environment::open(directory_.path(), {map_size, true})) {}

  lmdb::Table make_table(const std::string& name, const std::vector<Row>& rows,
                         std::size_t limit = block_bytes) {
    const lmdb::Table table = environment_->create_table(name, lmdb::Table::Kind::Unique);
    lmdb::WriteTransaction transaction(environment_);
    BlockCutter cutter(limit);
    std::vector<EncodedBlock> blocks;
    cutter.add(rows, blocks);
    append_blocks(transaction, table, blocks);
    blocks.clear();
    cutter.finish(blocks);
    append_blocks(transaction, table, blocks);
    transaction.commit();
    return table;
  }

  static std::vector<Row> read(BlockScan& scan, ColumnSet columns = all_columns) {
    std::vector<Row> rows;
    std::array<std::vector<std::uint64_t>, row_columns> values;
    ColumnOutputs outputs{};
    while (const std::size_t room = scan.prepare()) {
      for (std::size_t i = 0; i < row_columns; ++i) {
        values[i].assign(room, 0);
        outputs[i] = (columns >> i & 1U) != 0 ? values[i].data() : nullptr;
      }
      const std::size_t count = scan.read(outputs);
      EXPECT_LE(count, room);
      for (std::size_t i = 0; i < count; ++i) {
        rows.push_back({values[0][i], values[1][i], values[2][i], values[3][i]});
      }
    }
    return rows;
  }

  static std::vector<Row> filter(const std::vector<Row>& rows, const RowBounds& bounds) {
    std::vector<Row> found;
    for (const Row& row : rows) {
      bool is_inside = true;
      for (std::size_t i = 0; i < row_columns; ++i) {
        is_inside = is_inside && row[i] >= bounds.low[i] && row[i] <= bounds.high[i];
      }
      if (is_inside) found.push_back(row);
    }
    return found;
  }

  /// Bounds around an existing row: some columns bound, some in a range.
  static RowBounds random_bounds(const std::vector<Row>& rows, std::mt19937_64& random) {
    RowBounds bounds;
    const Row& row = rows[random() % rows.size()];
    for (std::size_t i = 0; i < row_columns; ++i) {
      const std::uint64_t kind = random() % 4;
      if (kind == 0) bounds.bind(i, row[i] + random() % 2);
      if (kind == 1) {
        bounds.low[i] = row[i] - std::min(row[i], random() % 3000);
        bounds.high[i] = std::max(row[i], row[i] + random() % 3000);
      }
    }
    return bounds;
  }

  static constexpr std::uint64_t map_size = std::uint64_t{1} << 30U;
  tests::TemporaryDirectory directory_;
  std::shared_ptr<lmdb::Environment> environment_;
};

TEST_F(BlockTables, ScanWithinBounds) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const std::vector<Row> rows =
        seed % 2 == 0 ? tests::notice_rows(random, 200) : tests::random_rows(random, 5000);
    const std::size_t limit = seed % 3 == 0 ? 500 : block_bytes;
    const lmdb::Table table = make_table("t" + std::to_string(seed), rows, limit);
    const lmdb::ReadTransaction transaction(environment_);
    BlockScan everything(transaction, table, {});
    ASSERT_EQ(read(everything), rows);
    BlockScan scan(transaction, table, {});
    for (int i = 0; i < 150; ++i) {
      const RowBounds bounds = random_bounds(rows, random);
      scan.restart(bounds);
      std::vector<Row> expected = filter(rows, bounds);
      ASSERT_EQ(read(scan), expected);
      const auto columns = static_cast<ColumnSet>(random() % 16);
      for (Row& row : expected) {
        for (std::size_t c = 0; c < row_columns; ++c) row[c] = (columns >> c & 1U) * row[c];
      }
      scan.restart(bounds);
      ASSERT_EQ(read(scan, columns), expected);
    }
  }
}

TEST_F(BlockTables, CountsAreExact) {
  std::mt19937_64 random(3);
  std::vector<Row> rows;
  for (int i = 0; i < 30'000; ++i) {
    rows.push_back({random() % 3, random() % 40, random() % 50, random() % 5});
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  const lmdb::Table table = make_table("counts", rows, 700);
  const lmdb::ReadTransaction transaction(environment_);
  const BlockTable blocks(transaction, table);
  for (int i = 0; i < 2000; ++i) {
    const std::size_t length = random() % 5;
    const Row prefix = {random() % 4, random() % 42, random() % 52, random() % 6};
    std::uint64_t expected = 0;
    std::set<std::array<std::uint64_t, 3>> triples;
    for (const Row& row : rows) {
      if (!std::equal(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(length),
                      prefix.begin())) {
        continue;
      }
      ++expected;
      triples.insert({row[0], row[1], row[2]});
    }
    const RowCount count = blocks.count(prefix, length);
    ASSERT_EQ(count.rows, expected);
    ASSERT_EQ(count.triples, triples.size());
    ASSERT_EQ(blocks.contains(prefix, length), expected > 0);
    ASSERT_GE(blocks.count(prefix, length, 10).rows, std::min<std::uint64_t>(expected, 10));
  }
  EXPECT_TRUE(blocks.contains(rows[77]));
}

TEST_F(BlockTables, EmptyTableHasNothing) {
  const lmdb::Table table = make_table("empty", {});
  const lmdb::ReadTransaction transaction(environment_);
  BlockScan scan(transaction, table, {});
  EXPECT_TRUE(read(scan).empty());
  EXPECT_EQ(BlockTable(transaction, table).count({}, 0).rows, 0U);
  EXPECT_FALSE(BlockTable(transaction, table).contains({1, 2, 3, 4}));
}

}  // namespace
}  // namespace prosper::store
