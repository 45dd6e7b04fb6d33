// SPDX-License-Identifier: Apache-2.0
// kill -9 at random moments: what was acknowledged is there, whole, and nothing else.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <thread>

#include "store/store_backup.hpp"
#include "tests/store/child_process.hpp"
#include "tests/store/program/history.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::ChildProcess;

constexpr const char* program = PROSPER_STORE_PROGRAM;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::stoull(text);
}

class Crash : public testing::Test {
 protected:
  Crash() : store_((directory_.path() / "store").string()) {}

  std::uint64_t loops() const { return setting("PROSPER_CRASH_LOOPS", 30); }

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  ChildProcess start(const std::string& command) {
    return ChildProcess({program, command, store_, "0"});
  }

  std::unique_ptr<ChildProcess> launch(const std::string& command) {
    return std::make_unique<ChildProcess>(std::vector<std::string>{program, command, store_, "0"});
  }

  /// Waits for some lines and a little longer, kills, and returns the last number acknowledged.
  std::uint64_t kill_somewhere(ChildProcess& child, std::uint64_t before, unsigned lines) {
    std::string last = std::to_string(before);
    for (unsigned i = 0; i < lines; ++i) {
      const std::string line = child.read_line();
      if (line.empty()) break;
      last = line;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(below(8000)));
    child.kill_now();
    EXPECT_EQ(child.wait(), 128 + SIGKILL) << "it ended by itself after " << last;
    for (auto line = child.read_line(); !line.empty(); line = child.read_line()) last = line;
    return std::stoull(last);
  }

  /// The steps of the store, which must be sound and hold nothing else.
  std::uint64_t verified_steps() {
    std::uint64_t steps = 0;
    EXPECT_THAT(tests::verify(*Store::open(store_, tests::writing()), steps), testing::IsEmpty());
    return steps;
  }

  tests::TemporaryDirectory directory_;
  std::string store_;
  std::mt19937_64 random_{setting("PROSPER_CRASH_SEED", 5)};
};

// Updates alone, with compactions, with bulk loads.
TEST_F(Crash, UpdatesAndGenerationSwitches) {
  const char* commands[] = {"switching", "history", "loading"};
  std::uint64_t steps = 0;
  for (std::uint64_t loop = 0; loop < loops() && !HasFailure(); ++loop) {
    SCOPED_TRACE("loop " + std::to_string(loop));
    auto writer = start(commands[loop % 3]);
    const std::uint64_t acknowledged = kill_somewhere(writer, steps, below(25));
    steps = verified_steps();
    EXPECT_GE(steps, acknowledged);
    EXPECT_LE(steps, acknowledged + 1) << "at most one step was under way";
  }
  EXPECT_GT(steps, loops());
}

TEST_F(Crash, Compaction) {
  std::uint64_t steps = 60;
  ASSERT_EQ(ChildProcess({program, "history", store_, "60"}).wait(), 0);
  for (std::uint64_t loop = 0; loop < loops() && !HasFailure(); ++loop) {
    SCOPED_TRACE("loop " + std::to_string(loop));
    // Late terms for the first compaction to merge; those after it rewrite what is in order.
    ASSERT_EQ(ChildProcess({program, "history", store_, "5"}).wait(), 0);
    steps += 5;
    auto compactions = start("compactions");
    kill_somewhere(compactions, 0, below(4));
    EXPECT_EQ(verified_steps(), steps);
    Store::open(store_, tests::writing())->begin();
    const auto folders = std::filesystem::directory_iterator(store_);
    const auto generations = std::count_if(begin(folders), end(folders), [](const auto& entry) {
      return entry.path().filename().string().starts_with("gen-");
    });
    EXPECT_EQ(generations, 1) << "what the dead process left is still there";
  }
}

TEST_F(Crash, Backup) {
  auto writer = start("switching");
  ASSERT_EQ(writer.read_line(), "1");
  for (std::uint64_t loop = 0; loop < loops() && !HasFailure(); ++loop) {
    SCOPED_TRACE("loop " + std::to_string(loop));
    const auto target = directory_.path() / ("backups" + std::to_string(loop));
    ChildProcess backups({program, "backups", store_, target, "0"});
    ASSERT_EQ(backups.read_line(), "0");
    const std::uint64_t last = kill_somewhere(backups, 0, below(3));
    std::uint64_t steps_before = 0;
    for (std::uint64_t number = 0; number <= last + 1; ++number) {
      const auto copy = target / std::to_string(number);
      // The one under way is either complete or no store.
      if (number > last && !std::filesystem::exists(copy / "CURRENT")) continue;
      std::uint64_t steps = 0;
      EXPECT_THAT(tests::verify(*Store::open(copy, tests::writing()), steps), testing::IsEmpty());
      EXPECT_GE(steps, steps_before);
      steps_before = steps;
    }
    std::filesystem::remove_all(target);
  }
  writer.kill_now();
  writer.wait();
  EXPECT_GT(verified_steps(), 0U);
}

// Two writers and a reader, each killed in turn while the others go on.
TEST_F(Crash, ThreeProcesses) {
  auto first = launch("loading");
  ASSERT_EQ(first->read_line(), "1");
  auto second = launch("history");
  auto reader = launch("follow");
  std::uint64_t acknowledged = 1;
  for (std::uint64_t loop = 0; loop < loops() && !HasFailure(); ++loop) {
    SCOPED_TRACE("loop " + std::to_string(loop));
    auto& victim = loop % 3 == 0 ? first : loop % 3 == 1 ? second : reader;
    const std::uint64_t seen = kill_somewhere(*victim, acknowledged, 1 + below(4));
    acknowledged = std::max(acknowledged, seen);
    const char* commands[] = {"loading", "history", "follow"};
    victim = launch(commands[loop % 3]);
    // A writer that hung in the dead one's lock would acknowledge nothing any more.
    EXPECT_NE(victim->read_line(), "");
  }
  for (auto* child : {&first, &second, &reader}) {
    acknowledged = std::max(acknowledged, kill_somewhere(**child, acknowledged, 1));
  }
  const std::uint64_t steps = verified_steps();
  EXPECT_GE(steps, acknowledged);
  EXPECT_LE(steps, acknowledged + 2) << "at most one step of each writer was under way";
  EXPECT_EQ(Store::open(store_, tests::writing())->statistics().readers, 1U)
      << "slots of dead readers";
}

}  // namespace
}  // namespace prosper::store
