// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/transaction.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::lmdb {
namespace {

constexpr std::uint64_t small_map = 16ULL << 30U;

TEST(Environment, RefusesAMissingFileWithoutCreate) {
  const tests::TemporaryDirectory directory;
  try {
    Environment::open(directory.path(), {small_map, false});
    FAIL() << "opened nothing";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr((directory.path() / "data.mdb").string()));
  }
}

TEST(Environment, SecondOpenOfTheSameDirectoryShares) {
  const tests::TemporaryDirectory directory;
  const auto first = Environment::open(directory.path(), {small_map, true});
  const auto second = Environment::open(directory.path() / ".", {small_map * 2, true});
  EXPECT_EQ(first, second);
}

TEST(Environment, ReopensAfterTheLastUserLeft) {
  const tests::TemporaryDirectory directory;
  for (int round = 0; round < 20; ++round) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] { Environment::open(directory.path(), {small_map, true}); });
    }
    for (std::thread& thread : threads) thread.join();
  }
  const auto environment = Environment::open(directory.path(), {small_map, false});
  EXPECT_EQ(environment->map_size(), small_map);
}

TEST(Environment, NamesTheMissingTable) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  environment->create_table("there", Table::Kind::Unique);
  try {
    environment->open_table("not-there", Table::Kind::Unique);
    FAIL() << "found a table that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Missing);
    EXPECT_THAT(error.what(), testing::HasSubstr("not-there"));
  }
}

TEST(Transaction, CommitsOrDiscards) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  const Table table = environment->create_table("t", Table::Kind::Unique);
  {
    WriteTransaction discarded(environment);
    discarded.put(table, "key", "value");
    EXPECT_EQ(discarded.get(table, "key"), "value");
  }
  EXPECT_EQ(ReadTransaction(environment).get(table, "key"), std::nullopt);
  WriteTransaction kept(environment);
  kept.put(table, "key", "value");
  const ReadTransaction before(environment);
  kept.commit();
  EXPECT_EQ(before.get(table, "key"), std::nullopt);
  const ReadTransaction after(environment);
  EXPECT_EQ(after.get(table, "key"), "value");
  EXPECT_GT(after.id(), before.id());
  EXPECT_EQ(environment->active_readers(), 2U);
}

TEST(Transaction, RemovesAndClears) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  const Table unique = environment->create_table("u", Table::Kind::Unique);
  const Table many = environment->create_table("m", Table::Kind::FixedDuplicates);
  WriteTransaction transaction(environment);
  for (const char* value : {"1", "2", "3"}) transaction.put(many, "k", value);
  transaction.put(many, "k", "2");
  EXPECT_EQ(transaction.entries(many), 3U);
  EXPECT_TRUE(transaction.remove(many, "k", "2"));
  EXPECT_FALSE(transaction.remove(many, "k", "2"));
  EXPECT_EQ(transaction.entries(many), 2U);
  transaction.clear(many);
  EXPECT_EQ(transaction.entries(many), 0U);
  EXPECT_FALSE(transaction.remove(unique, "k"));
  transaction.put(unique, "k", "v");
  EXPECT_TRUE(transaction.remove(unique, "k"));
}

TEST(Transaction, MapFullIsAnErrorThatSaysWhatToDo) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {1ULL << 20U, true});
  const Table table = environment->create_table("t", Table::Kind::Unique);
  try {
    WriteTransaction transaction(environment);
    const std::string value(10'000, 'x');
    for (int i = 0; i < 1000; ++i) transaction.put(table, std::to_string(i), value);
    FAIL() << "10 MB fitted into a map of 1 MiB";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Full);
    EXPECT_THAT(error.what(), testing::HasSubstr("PROSPER_MAP_SIZE"));
    EXPECT_THAT(error.what(), testing::HasSubstr("data.mdb"));
  }
  WriteTransaction transaction(environment);
  transaction.put(table, "still", "works");
  transaction.commit();
}

TEST(Transaction, ReadersOnOneThreadAreIndependent) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  std::vector<std::unique_ptr<ReadTransaction>> readers;
  for (int i = 0; i < 500; ++i) readers.push_back(std::make_unique<ReadTransaction>(environment));
  std::thread([&] { readers.clear(); }).join();
  EXPECT_EQ(environment->active_readers(), 0U);
}

TEST(Transaction, EveryReaderSlotTakenIsBusy) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  std::vector<std::unique_ptr<ReadTransaction>> readers;
  try {
    for (int i = 0; i < 2000; ++i) {
      readers.push_back(std::make_unique<ReadTransaction>(environment));
    }
    FAIL() << "2000 readers at once";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Busy);
  }
  // LMDB adds what fits into the last page of the lock file.
  EXPECT_GE(readers.size(), 1024U);
}

TEST(Cursor, EndsWithItsTransaction) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {small_map, true});
  const Table table = environment->create_table("t", Table::Kind::Unique);
  auto transaction = std::make_unique<WriteTransaction>(environment);
  transaction->put(table, "key", "value");
  Cursor cursor(*transaction, table);
  EXPECT_TRUE(cursor.first());
  transaction->commit();
  EXPECT_FALSE(cursor.is_open());
  transaction.reset();
  EXPECT_DEATH(cursor.first(), "assertion failed");
}

}  // namespace
}  // namespace prosper::lmdb
