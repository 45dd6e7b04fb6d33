// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/cursor.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "tests/files/temporary_directory.hpp"

namespace prosper::lmdb {
namespace {

using Entry = std::pair<std::string, std::string>;

constexpr std::size_t value_bytes = 24;

std::string fixed(unsigned number, std::size_t bytes) {
  std::string digits = std::to_string(number);
  return std::string(bytes - digits.size(), '0') + digits;
}

std::set<Entry> walk_runs(Cursor& cursor, bool found, const Entry& from) {
  std::set<Entry> seen;
  for (; found; found = cursor.next_run()) {
    const Bytes values = cursor.run();
    EXPECT_EQ(values.size() % value_bytes, 0U);
    for (std::size_t i = 0; i < values.size(); i += value_bytes) {
      Entry entry{cursor.key(), values.substr(i, value_bytes)};
      if (entry < from) continue;
      EXPECT_TRUE(seen.insert(std::move(entry)).second) << "an entry came twice";
    }
  }
  return seen;
}

std::set<Entry> from_on(const std::set<Entry>& all, const Entry& from) {
  return {all.lower_bound(from), all.end()};
}

class CursorOnDuplicates : public testing::TestWithParam<unsigned> {
 protected:
  CursorOnDuplicates()
      : environment_(Environment::open(directory_.path(), {16ULL << 30U, true})),
        table_(environment_->create_table("t", Table::Kind::FixedDuplicates)) {}

  // Keys with one value, a handful (a sub-page) and hundreds (a tree of their own), in turn.
  Entry random_entry() {
    static constexpr unsigned spread[] = {1, 8, 2000};
    const auto key = static_cast<unsigned>(random_() % 30);
    return {fixed(key, 8), fixed(static_cast<unsigned>(random_() % spread[key % 3]), value_bytes)};
  }

  tests::TemporaryDirectory directory_;
  std::shared_ptr<Environment> environment_;
  Table table_;
  std::mt19937 random_{GetParam()};
};

TEST_P(CursorOnDuplicates, RunsGiveWhatWasPut) {
  std::set<Entry> expected;
  for (int commit = 0; commit < 3; ++commit) {
    WriteTransaction transaction(environment_);
    for (int i = 0; i < 2500; ++i) {
      const Entry entry = random_entry();
      if (random_() % 4 == 0) {
        EXPECT_EQ(transaction.remove(table_, entry.first, entry.second), expected.erase(entry) > 0);
      } else {
        transaction.put(table_, entry.first, entry.second);
        expected.insert(entry);
      }
    }
    for (int i = 0; i < 20; ++i) {
      const Entry from = random_entry();
      Cursor cursor(transaction, table_);
      EXPECT_EQ(walk_runs(cursor, cursor.seek(from.first, from.second), from),
                from_on(expected, from));
    }
    transaction.commit();
    const ReadTransaction reader(environment_);
    Cursor cursor(reader, table_);
    EXPECT_EQ(reader.entries(table_), expected.size());
    for (int i = 0; i < 100; ++i) {
      const Entry from = random_entry();
      EXPECT_EQ(walk_runs(cursor, cursor.seek(from.first, from.second), from),
                from_on(expected, from));
      EXPECT_EQ(cursor.find(from.first, from.second), expected.contains(from));
    }
    EXPECT_EQ(walk_runs(cursor, cursor.first(), {}), expected);
  }
}

TEST_P(CursorOnDuplicates, WriteCursorPutsInAnyOrder) {
  std::set<Entry> expected;
  for (int round = 0; round < 6; ++round) {
    WriteTransaction transaction(environment_);
    std::vector<Entry> entries;
    for (int i = 0; i < 800; ++i) entries.push_back(random_entry());
    if (round % 2 == 0) std::sort(entries.begin(), entries.end());
    WriteCursor cursor(transaction, table_);
    for (const Entry& entry : entries) {
      if (random_() % 20 == 0 && cursor.find(entry.first, entry.second)) {
        cursor.remove();
        expected.erase(entry);
      } else {
        cursor.put(entry.first, entry.second);
        expected.insert(entry);
      }
    }
    transaction.commit();
    const ReadTransaction reader(environment_);
    Cursor all(reader, table_);
    EXPECT_EQ(walk_runs(all, all.first(), {}), expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, CursorOnDuplicates, testing::Range(0U, 6U));

TEST(WriteCursor, AppendsAndRemoves) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {16ULL << 30U, true});
  const Table table = environment->create_table("t", Table::Kind::FixedDuplicates);
  WriteTransaction transaction(environment);
  std::set<Entry> expected;
  {
    WriteCursor cursor(transaction, table);
    for (unsigned key = 0; key < 50; ++key) {
      for (unsigned value = 0; value < key * 7 + 1; ++value) {
        const Entry entry{fixed(key, 8), fixed(value, value_bytes)};
        cursor.put(entry.first, entry.second);
        expected.insert(entry);
      }
    }
    for (unsigned key = 0; key < 50; key += 2) {
      const Entry entry{fixed(key, 8), fixed(key, value_bytes)};
      ASSERT_TRUE(cursor.find(entry.first, entry.second));
      cursor.remove();
      expected.erase(entry);
    }
  }
  {
    WriteCursor cursor(transaction, table);
    for (unsigned key : {49U, 48U, 3U, 60U, 55U}) {
      for (unsigned value : {9U, 5U, 5U, 1000U, 7U}) {
        cursor.put(fixed(key, 8), fixed(value, value_bytes));
        expected.emplace(fixed(key, 8), fixed(value, value_bytes));
      }
    }
  }
  Cursor cursor(transaction, table);
  EXPECT_EQ(walk_runs(cursor, cursor.first(), {}), expected);
  ASSERT_TRUE(cursor.seek(fixed(49, 8)));
  EXPECT_EQ(cursor.key(), fixed(49, 8));
  EXPECT_EQ(cursor.count(), 49U * 7 + 2);
}

TEST(WriteCursor, PutsIntoATableOfUniqueKeys) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {16ULL << 30U, true});
  const Table table = environment->create_table("t", Table::Kind::Unique);
  WriteTransaction transaction(environment);
  {
    WriteCursor cursor(transaction, table);
    for (const char* key : {"b", "d", "a", "d", "c", "a", "e"}) cursor.put(key, key);
    cursor.put("d", "again");
    cursor.put("e", "again");
  }
  EXPECT_EQ(transaction.entries(table), 5U);
  EXPECT_EQ(transaction.get(table, "a"), "a");
  EXPECT_EQ(transaction.get(table, "d"), "again");
  EXPECT_EQ(transaction.get(table, "e"), "again");
}

TEST(Cursor, GoesBackToTheLastEntryNotBehindAKey) {
  const tests::TemporaryDirectory directory;
  const auto environment = Environment::open(directory.path(), {16ULL << 30U, true});
  for (const auto kind : {Table::Kind::Unique, Table::Kind::FixedDuplicates}) {
    const bool has_duplicates = kind == Table::Kind::FixedDuplicates;
    const Table table = environment->create_table(has_duplicates ? "many" : "one", kind);
    WriteTransaction transaction(environment);
    {
      Cursor empty(transaction, table);
      EXPECT_FALSE(empty.seek_back("b"));
    }
    for (const char* key : {"b", "d", "f"}) {
      transaction.put(table, key, "1");
      if (has_duplicates) transaction.put(table, key, "2");
    }
    const std::string last = has_duplicates ? "2" : "1";
    Cursor cursor(transaction, table);
    EXPECT_FALSE(cursor.seek_back("a"));
    for (const auto& [wanted, found] :
         {Entry("b", "b"), Entry("c", "b"), Entry("d", "d"), Entry("f", "f"), Entry("g", "f")}) {
      ASSERT_TRUE(cursor.seek_back(wanted)) << wanted;
      EXPECT_EQ(Entry(cursor.key(), cursor.value()), Entry(found, last)) << wanted;
    }
    ASSERT_TRUE(cursor.seek("d"));
    ASSERT_TRUE(cursor.previous());
    EXPECT_EQ(Entry(cursor.key(), cursor.value()), Entry("b", last));
  }
}

}  // namespace
}  // namespace prosper::lmdb
