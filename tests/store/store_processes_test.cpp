// SPDX-License-Identifier: Apache-2.0
// Several processes on one store, and processes that die.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <thread>

#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/child_process.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::ChildProcess;
using tests::example_quad;

constexpr const char* program = PROSPER_STORE_PROGRAM;
constexpr std::uint64_t quads_of_a_notice = 12;

OpenOptions impatient() {
  OpenOptions options = tests::writing();
  options.writer_wait = std::chrono::milliseconds(50);
  return options;
}

TEST(StoreProcesses, BusyNamesTheHolder) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), impatient());
  ChildProcess holder({program, "hold", directory.path()});
  ASSERT_EQ(holder.read_line(), "holding");
  try {
    store->begin();
    FAIL() << "two writers at once";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreError::Kind::Busy);
    EXPECT_THAT(error.what(), testing::HasSubstr("process " + std::to_string(holder.id())));
    EXPECT_THAT(error.what(), testing::HasSubstr("store_program hold"));
  }
  EXPECT_EQ(store->snapshot()->quad_count(), 0U) << "readers do not wait";
  holder.close_input();
  EXPECT_EQ(holder.wait(), 0);
  EXPECT_NO_THROW(store->begin());
}

TEST(StoreProcesses, KilledHolderFreesTheLock) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), impatient());
  ChildProcess holder({program, "hold", directory.path()});
  ASSERT_EQ(holder.read_line(), "holding");
  holder.kill_now();
  EXPECT_EQ(holder.wait(), 128 + SIGKILL);
  EXPECT_NO_THROW(store->begin());
}

TEST(StoreProcesses, ThreadsOfOneProcessTakeTurns) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), tests::writing());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&store, thread] {
      for (int i = 0; i < 10; ++i) {
        const auto transaction = store->begin();
        transaction->insert(example_quad("s" + std::to_string(thread), "p", std::to_string(i)));
        transaction->commit();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store->snapshot()->quad_count(), 40U);
  EXPECT_EQ(store->snapshot()->commit_number(), 40U);
}

TEST(StoreProcesses, ReadersBesideAWriterSeeWholeCommits) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), tests::writing());
  ChildProcess writer({program, "commit", directory.path()});
  ASSERT_EQ(writer.read_line(), "0");
  ChildProcess first({program, "watch", directory.path(), "400"});
  ChildProcess second({program, "watch", directory.path(), "400"});
  const std::string seen = first.read_line();
  EXPECT_THAT(seen, testing::HasSubstr("snapshots"));
  EXPECT_THAT(second.read_line(), testing::HasSubstr("snapshots"));
  EXPECT_EQ(first.wait(), 0);
  EXPECT_EQ(second.wait(), 0);
  writer.kill_now();
  writer.wait();
  EXPECT_THAT(Store::open(directory.path(), tests::reading())->check().problems,
              testing::IsEmpty());
}

TEST(StoreProcesses, DeadReadersDoNotPinPages) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), tests::writing());
  ChildProcess reader({program, "watch", directory.path(), "60000"});
  while (store->statistics().readers < 2) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  reader.kill_now();
  reader.wait();
  store->begin()->commit();
  EXPECT_EQ(store->statistics().readers, 1U);
}

TEST(StoreProcesses, AFileThatCannotGrowLosesNoCommit) {
  for (const char* bytes : {"2000000", "2345678", "3001234"}) {
    const tests::TemporaryDirectory directory;
    ChildProcess writer({program, "fill", directory.path(), bytes});
    EXPECT_THAT(writer.read_line(), testing::HasSubstr("data.mdb"));
    EXPECT_EQ(writer.wait(), 0);
    const auto store = Store::open(directory.path(), tests::writing());
    EXPECT_THAT(store->check().problems, testing::IsEmpty());
    const auto transaction = store->begin();
    transaction->insert(example_quad("s", "p", "o"));
    EXPECT_NO_THROW(transaction->commit());
  }
}

// Every commit that was acknowledged is there after kill -9, whole, and the store is sound.
TEST(StoreProcesses, AcknowledgedCommitsSurviveKill) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), tests::writing());
  std::mt19937 random(17);
  std::uint64_t acknowledged = 0;
  for (int loop = 0; loop < 12; ++loop) {
    ChildProcess writer({program, "commit", directory.path()});
    for (unsigned commits = 1 + static_cast<unsigned>(random() % 8); commits > 0; --commits) {
      ASSERT_EQ(writer.read_line(), std::to_string(acknowledged));
      ++acknowledged;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
    writer.kill_now();
    writer.wait();
    for (std::string line = writer.read_line(); !line.empty(); line = writer.read_line()) {
      acknowledged = std::stoull(line) + 1;
    }
    const auto store = Store::open(directory.path(), tests::reading());
    const auto snapshot = store->snapshot();
    const std::uint64_t present = snapshot->commit_number();
    EXPECT_GE(present, acknowledged);
    EXPECT_LE(present, acknowledged + 1) << "at most one commit was under way";
    EXPECT_EQ(snapshot->quad_count(), present * quads_of_a_notice);
    for (std::uint64_t i = 0; i < present; ++i) {
      EXPECT_EQ(snapshot->import_state(std::to_string(i)), "hash " + std::to_string(i));
    }
    EXPECT_THAT(store->check().problems, testing::IsEmpty());
    acknowledged = present;
  }
}

}  // namespace
}  // namespace prosper::store
