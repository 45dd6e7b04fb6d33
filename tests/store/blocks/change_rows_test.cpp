// SPDX-License-Identifier: Apache-2.0
// Changes of tables of blocks against a sorted set.
#include "store/blocks/change_rows.hpp"

#include <gtest/gtest.h>
#include <set>

#include "store/blocks/block_changes.hpp"
#include "store/blocks/block_scan.hpp"
#include "store/blocks/block_table.hpp"
#include "store/lmdb/environment.hpp"
#include "store/lmdb/error.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

using tests::Row;
using Model = std::set<Row>;

/// The rows of all blocks; every header must tell the truth.
std::vector<Row> verified_rows(const lmdb::Transaction& transaction, lmdb::Table table) {
  std::vector<Row> rows;
  RowBlock block;
  lmdb::Cursor cursor(transaction, table);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    EXPECT_LE(cursor.value().size(), block_bytes);
    EXPECT_TRUE(has_valid_checksum(cursor.value()));
    block.load(cursor.value());
    std::vector<Row> part;
    append_rows(block, part);
    EXPECT_EQ(part.front(), first_row(cursor));
    const bool starts =
        rows.empty() || !std::equal(part[0].begin(), part[0].begin() + 3, rows.back().begin());
    EXPECT_EQ(block.header().starts_triple, starts);
    EXPECT_EQ(block.header().triples, count_triples(block, 0, block.rows()) - (starts ? 0 : 1));
    rows.insert(rows.end(), part.begin(), part.end());
  }
  return rows;
}

/// As a bulk load leaves them.
std::vector<EncodedBlock> write_full_blocks(lmdb::WriteTransaction& transaction, lmdb::Table table,
                                            const std::vector<Row>& rows) {
  BlockCutter cutter;
  std::vector<EncodedBlock> blocks;
  cutter.add(rows, blocks);
  cutter.finish(blocks);
  append_blocks(transaction, table, blocks);
  return blocks;
}

class ChangeRows : public testing::Test {
 protected:
  ChangeRows() : environment_(lmdb::Environment::open(directory_.path(), {map_size, true})) {}

  static Row random_row(std::mt19937_64& random, std::uint64_t range) {
    return {random() % range, random() % 5, random() % range, random() % 3};
  }

  /// Takes a share of the model's rows away and adds some.
  static void change(Model& model, std::mt19937_64& random, std::uint64_t range,
                     std::vector<Row>& removed, std::vector<Row>& added) {
    const std::uint64_t share = random() % 3 == 0 ? 60 : random() % 10;
    const bool in_stretch = random() % 2 == 0;
    const std::uint64_t start = random() % range;
    for (const Row& row : model) {
      const bool may_go = !in_stretch || (row[0] >= start && row[0] < start + range / 4);
      if (may_go && random() % 100 < (in_stretch ? 95 : share)) removed.push_back(row);
    }
    std::set<Row> fresh;
    for (std::uint64_t i = random() % 600; i > 0; --i) {
      const Row row = random_row(random, range);
      if (!model.contains(row)) fresh.insert(row);
    }
    added.assign(fresh.begin(), fresh.end());
    for (const Row& row : removed) model.erase(row);
    model.insert(added.begin(), added.end());
  }

  static constexpr std::uint64_t map_size = std::uint64_t{1} << 30U;
  tests::TemporaryDirectory directory_;
  std::shared_ptr<lmdb::Environment> environment_;
};

TEST_F(ChangeRows, FollowsASortedSetOverManySeeds) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    Model model;
    lmdb::WriteTransaction transaction(environment_);
    const std::uint64_t range = seed % 3 == 0 ? std::uint64_t{1} << 40U : 10 + random() % 400;
    for (int round = 0; round < 5; ++round) {
      std::vector<Row> removed;
      std::vector<Row> added;
      change(model, random, range, removed, added);
      change_rows(transaction, table, removed, added);
      const std::vector<Row> rows = verified_rows(transaction, table);
      ASSERT_TRUE(std::equal(rows.begin(), rows.end(), model.begin(), model.end()));
    }
    transaction.discard();
  }
}

TEST_F(ChangeRows, KeepsBlocksWellFilled) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  std::mt19937_64 random(4);
  lmdb::WriteTransaction transaction(environment_);
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < 60'000; ++i) rows.push_back({i, random() % 9, random() % 999, 7});
  change_rows(transaction, table, {}, rows);
  const std::uint64_t full = BlockTable(transaction, table).blocks();
  ASSERT_GT(full, 20U);
  std::vector<Row> removed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % 10 != 0) removed.push_back(rows[i]);
  }
  change_rows(transaction, table, removed, {});
  EXPECT_LT(BlockTable(transaction, table).blocks(), full / 3);
  change_rows(transaction, table, {}, removed);
  EXPECT_EQ(verified_rows(transaction, table), rows);
  EXPECT_LT(BlockTable(transaction, table).blocks(), full * 5 / 4);
  change_rows(transaction, table, rows, {});
  EXPECT_EQ(BlockTable(transaction, table).blocks(), 0U);
}

/// Ids of another range come in everywhere, as those of new terms do; the blocks were full.
TEST_F(ChangeRows, StaySmallWhenATenthOfTheRowsGetLateIds) {
  constexpr std::uint64_t late = std::uint64_t{1} << 59U;
  for (const std::size_t changed_column : {1U, 2U, 3U}) {
    SCOPED_TRACE(changed_column);
    const lmdb::Table table = environment_->create_table("late " + std::to_string(changed_column),
                                                         lmdb::Table::Kind::Unique);
    std::mt19937_64 random(changed_column);
    std::vector<Row> rows;
    for (std::uint64_t i = 0; i < 60'000; ++i) {
      rows.push_back({i / 4, i % 4, 1000 * (i % 4) + random() % 900, 7'000'000 + i / 50});
    }
    lmdb::WriteTransaction transaction(environment_);
    const std::vector<EncodedBlock> blocks = write_full_blocks(transaction, table, rows);
    std::vector<Row> removed;
    std::vector<Row> added;
    Model model(rows.begin(), rows.end());
    for (std::size_t i = 0; i < rows.size(); i += 1 + random() % 19) {
      removed.push_back(rows[i]);
      added.push_back(rows[i]);
      added.back()[changed_column] = late + (changed_column == 1 ? i % 5 : i);
      model.erase(removed.back());
      model.insert(added.back());
    }
    std::sort(added.begin(), added.end());
    change_rows(transaction, table, removed, added);
    const std::vector<Row> found = verified_rows(transaction, table);
    EXPECT_TRUE(std::equal(found.begin(), found.end(), model.begin(), model.end()));
    EXPECT_LT(BlockTable(transaction, table).blocks(), blocks.size() * 8 / 5);
    transaction.commit();
  }
}

TEST_F(ChangeRows, LeavesOtherBlocksAlone) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  std::mt19937_64 random(4);
  lmdb::WriteTransaction transaction(environment_);
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < 20'000; ++i) rows.push_back({2 * i, random(), random(), 7});
  change_rows(transaction, table, {}, rows);
  const auto contents = [&] {
    std::set<std::string> blocks;
    lmdb::Cursor cursor(transaction, table);
    for (bool more = cursor.first(); more; more = cursor.next()) {
      blocks.emplace(cursor.value());
    }
    return blocks;
  };
  const auto before = contents();
  change_rows(transaction, table, {rows[5000]}, {{10'001, 1, 2, 3}});
  std::size_t kept = 0;
  for (const std::string& block : contents()) kept += before.count(block);
  EXPECT_EQ(kept + 1, before.size());
}

TEST_F(ChangeRows, HalvesAFullBlockThatARowComesTo) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  std::mt19937_64 random(4);
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < 20'000; ++i) rows.push_back({2 * i, random() % 999, i, 7});
  lmdb::WriteTransaction transaction(environment_);
  const std::vector<EncodedBlock> blocks = write_full_blocks(transaction, table, rows);
  const auto first = std::lower_bound(rows.begin(), rows.end(), blocks[2].first);
  const auto behind = std::lower_bound(rows.begin(), rows.end(), blocks[3].first);
  const std::ptrdiff_t count = behind - first + 1;
  const Row added{(*first)[0] + 1, 5, 0, 7};
  change_rows(transaction, table, {}, {added});
  rows.insert(first + 1, added);
  EXPECT_EQ(verified_rows(transaction, table), rows);
  EXPECT_EQ(BlockTable(transaction, table).blocks(), blocks.size() + 1);
  lmdb::Cursor cursor(transaction, table);
  ASSERT_TRUE(cursor.seek(to_block_key(blocks[2].first).view()));
  RowBlock half;
  half.load(cursor.value());
  EXPECT_EQ(static_cast<std::ptrdiff_t>(half.rows()), count / 2);
}

TEST_F(ChangeRows, RefusesChangesThatDoNotFit) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  lmdb::WriteTransaction transaction(environment_);
  change_rows(transaction, table, {}, {{1, 1, 1, 1}, {2, 2, 2, 2}});
  EXPECT_THROW(change_rows(transaction, table, {}, {{1, 1, 1, 1}}), lmdb::Error);
  EXPECT_THROW(change_rows(transaction, table, {{1, 1, 1, 2}}, {}), lmdb::Error);
}

TEST_F(ChangeRows, AScanGoesOnBehindItsPlace) {
  const lmdb::Table table = environment_->create_table("rows", lmdb::Table::Kind::Unique);
  lmdb::WriteTransaction transaction(environment_);
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < 9000; ++i) rows.push_back({i, i * i, 5, 7});
  change_rows(transaction, table, {}, rows);
  BlockScan scan(transaction, table, {});
  std::array<std::uint64_t, chunk_rows> firsts{};
  std::uint64_t next = 0;
  while (const std::size_t room = scan.prepare(100)) {
    ASSERT_EQ(scan.read({firsts.data(), nullptr, nullptr, nullptr}), room);
    for (std::size_t i = 0; i < room; ++i) ASSERT_EQ(firsts[i], next++);
    transaction.release_cursors();
    change_rows(transaction, table, {rows[next - 1]}, {});
    if (next + 1 < rows.size()) {
      change_rows(transaction, table, {rows[next]}, {});
      ++next;
    }
  }
  EXPECT_EQ(next, rows.size());
}

}  // namespace
}  // namespace prosper::store
