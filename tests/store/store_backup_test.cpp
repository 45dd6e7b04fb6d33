// SPDX-License-Identifier: Apache-2.0
// Backups can be restored; compaction loses nothing.
#include "store/store_backup.hpp"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "store/store_compaction.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/child_process.hpp"
#include "tests/store/program/history.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::ChildProcess;

constexpr const char* program = PROSPER_STORE_PROGRAM;

class Backup : public testing::Test {
 protected:
  Backup() { run("history", "40"); }

  void run(const char* command, const char* rounds) const {
    ASSERT_EQ(ChildProcess({program, command, store_, rounds}).wait(), 0);
  }

  static std::vector<rdf::Quad> dumped(const std::filesystem::path& directory) {
    tests::QuadCollector sink;
    dump(*Store::open(directory, tests::reading())->snapshot(), sink);
    std::sort(sink.quads.begin(), sink.quads.end());
    return sink.quads;
  }

  tests::TemporaryDirectory directory_;
  std::filesystem::path store_ = directory_.path() / "store";
  std::filesystem::path copy_ = directory_.path() / "deep" / "copy";
};

TEST_F(Backup, IsTheSameStore) {
  const BackupReport report = back_up(store_, copy_, tests::reading());
  EXPECT_EQ(report.commit_number, 40U);
  EXPECT_TRUE(dumped(copy_) == dumped(store_));
  EXPECT_EQ(report.quads, dumped(store_).size());
  EXPECT_EQ(report.bytes, std::filesystem::file_size(copy_ / "gen-000001" / "data.mdb"));
  std::uint64_t steps = 0;
  EXPECT_THAT(tests::verify(*Store::open(copy_, tests::reading()), steps), testing::IsEmpty());
  EXPECT_EQ(steps, 40U);
}

TEST_F(Backup, GoesOnAsAStoreOfItsOwn) {
  back_up(store_, copy_, tests::reading());
  std::filesystem::remove_all(store_);
  std::filesystem::rename(copy_, store_);
  run("switching", "25");
  std::uint64_t steps = 0;
  EXPECT_THAT(tests::verify(*Store::open(store_, tests::reading()), steps), testing::IsEmpty());
  EXPECT_EQ(steps, 65U);
}

TEST_F(Backup, BesideAWriterIsOneState) {
  ChildProcess writer({program, "switching", store_, "0"});
  std::uint64_t before = 0;
  for (int i = 0; i < 10; ++i) {
    ASSERT_NE(writer.read_line(), "");
    const auto copy = directory_.path() / std::to_string(i);
    back_up(store_, copy, tests::reading());
    std::uint64_t steps = 0;
    EXPECT_THAT(tests::verify(*Store::open(copy, tests::reading()), steps), testing::IsEmpty());
    EXPECT_GE(steps, before);
    before = steps;
  }
  EXPECT_GT(before, 40U);
}

TEST_F(Backup, RefusesAFolderThatHoldsSomething) {
  std::filesystem::create_directories(copy_);
  EXPECT_NO_THROW(back_up(store_, copy_, tests::reading())) << "an empty folder will do";
  try {
    back_up(store_, copy_, tests::reading());
    FAIL() << "wrote over a backup";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreError::Kind::Io);
    EXPECT_THAT(error.what(), testing::HasSubstr("there already"));
  }
  const auto file = directory_.path() / "file";
  std::ofstream(file) << "text";
  EXPECT_THROW(back_up(store_, file, tests::reading()), StoreError);
}

TEST_F(Backup, LeavesNothingWhenItFails) {
  EXPECT_THROW(back_up(directory_.path() / "nothing", copy_, tests::reading()), StoreError);
  EXPECT_FALSE(std::filesystem::exists(copy_));
  EXPECT_THROW(back_up(store_, "/proc/no-such-place", tests::reading()), StoreError);
}

TEST_F(Backup, NeedsNoRightToWrite) {
  const auto store = Store::open(store_, tests::reading());
  const auto transaction = Store::open(store_, tests::writing())->begin();
  EXPECT_NO_THROW(back_up(store_, copy_, tests::reading())) << "the writer lock is not for it";
}

TEST_F(Backup, OfACompactedStore) {
  compact(store_, tests::writing());
  back_up(store_, copy_, tests::reading());
  EXPECT_TRUE(dumped(copy_) == dumped(store_));
}

TEST_F(Backup, CompactionGivesSpaceBack) {
  {
    const auto store = Store::open(store_, tests::writing());
    auto transaction = store->begin();
    for (int i = 0; i < 5000; ++i) {
      transaction->insert(tests::example_quad("s" + std::to_string(i), "p", "o", "large"));
    }
    transaction->commit();
    transaction = store->begin();
    transaction->clear(GraphScope::one(*transaction->find(tests::example("large"))));
    transaction->commit();
  }
  const auto before = dumped(store_);
  const CompactReport report = compact(store_, tests::writing());
  EXPECT_LT(report.bytes_after, report.bytes_before / 2);
  EXPECT_EQ(report.generation, 2U);
  EXPECT_TRUE(dumped(store_) == before);
  EXPECT_FALSE(std::filesystem::exists(store_ / "gen-000001"));
  const auto store = Store::open(store_, tests::reading());
  EXPECT_LT(store->statistics().pages.free, 20U) << "the last commits' own";
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

TEST_F(Backup, ReadersKeepTheStateTheyHave) {
  const auto store = Store::open(store_, tests::writing());
  const auto snapshot = store->snapshot();
  compact(store_, tests::writing());
  EXPECT_TRUE(std::filesystem::exists(store_ / "gen-000001")) << "somebody reads it";
  tests::History history;
  EXPECT_THAT(tests::compare(*snapshot, history), testing::IsEmpty());
  EXPECT_EQ(store->statistics().generation, 2U);
  const auto transaction = store->begin();
  transaction->insert(tests::example_quad("s", "p", "o"));
  transaction->commit();
  EXPECT_EQ(store->snapshot()->quad_count(), snapshot->quad_count() + 1);
}

TEST_F(Backup, CompactionWaitsForTheWriter) {
  const auto store = Store::open(store_, tests::writing());
  const auto transaction = store->begin();
  OpenOptions impatient = tests::writing();
  impatient.writer_wait = std::chrono::milliseconds(20);
  try {
    compact(store_, impatient);
    FAIL() << "two writers";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreError::Kind::Busy);
  }
}

TEST_F(Backup, PagesPinnedByAReaderAreTold) {
  const auto store = Store::open(store_, tests::writing());
  EXPECT_FALSE(store->statistics().pages.oldest_reader);
  const auto snapshot = store->snapshot();
  run("history", "20");
  const PageStatistics pages = store->statistics().pages;
  ASSERT_TRUE(pages.oldest_reader);
  EXPECT_EQ(pages.oldest_reader->process, ::getpid());
  EXPECT_EQ(pages.oldest_reader->commits_behind, 20U);
  EXPECT_TRUE(pages.oldest_reader->at_most);
  EXPECT_GT(pages.free, pages.reusable);
  EXPECT_EQ(pages.live * pages.page_bytes, store->statistics().live_bytes);
}

}  // namespace
}  // namespace prosper::store
