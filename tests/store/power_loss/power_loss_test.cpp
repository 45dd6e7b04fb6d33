// SPDX-License-Identifier: Apache-2.0
// A loss of power at any moment: what was acknowledged is on the disk, and nothing else.
#include <cstdlib>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "store/store_backup.hpp"
#include "tests/store/power_loss/disk.hpp"
#include "tests/store/program/history.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::Disk;
using tests::EventKind;
using tests::RecordedEvent;
using tests::Recording;

constexpr const char* program = PROSPER_STORE_PROGRAM;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::stoull(text);
}

/// What the processes had said when the power went.
struct Said {
  std::vector<std::string> words;  ///< all output of each process
  std::size_t ended = 0;           ///< processes that came to their end

  /// The last number a process printed.
  std::uint64_t last_number(std::size_t process) const {
    if (words.size() <= process || words[process].empty()) return 0;
    const std::string& text = words[process];
    const std::size_t line = text.rfind('\n', text.size() - 2);
    return std::stoull(text.substr(line == std::string::npos ? 0 : line + 1));
  }
};

/// Sentences about a folder after a loss of power.
using Inspection =
    std::function<std::vector<std::string>(const std::filesystem::path&, const Said&)>;

struct Losses {
  std::uint64_t cuts = 0;
  std::vector<std::string> problems;  ///< one a cut that has any
};

void listen(const RecordedEvent& event, Said& said) {
  if (event.header.kind == EventKind::Start) said.words.emplace_back();
  if (event.header.kind == EventKind::Output) said.words.back() += event.data;
  if (event.header.kind == EventKind::Exit) ++said.ended;
}

/// Half of the moments anywhere, half where names change or something is made durable: those are
/// few beside the writes.
std::multiset<std::size_t> choose_moments(const Recording& recording, std::uint64_t cuts,
                                          std::mt19937_64& random) {
  std::vector<std::size_t> turns;
  for (std::size_t i = 0; i < recording.events().size(); ++i) {
    if (recording.events()[i].header.kind != EventKind::Write) turns.push_back(i);
  }
  std::multiset<std::size_t> moments;
  while (moments.size() < cuts / 2) moments.insert(random() % recording.events().size());
  while (moments.size() < cuts) moments.insert(turns[random() % turns.size()]);
  return moments;
}

/// Cuts the power at `cuts` moments of the recording.
Losses cut_power(const Recording& recording, std::uint64_t cuts, const Inspection& inspect) {
  std::mt19937_64 random(setting("PROSPER_CRASH_SEED", 11));
  const auto moments = choose_moments(recording, cuts, random);
  Disk disk(recording.folder());
  Said said;
  Losses losses;
  auto moment = moments.begin();
  for (std::size_t i = 0; i < recording.events().size(); ++i) {
    const RecordedEvent& event = recording.events()[i];
    for (; moment != moments.end() && *moment == i; ++moment, ++losses.cuts) {
      const tests::TemporaryDirectory left;
      disk.lose_power(left.path(), random, &event);
      for (const std::string& problem : inspect(left.path(), said)) {
        losses.problems.push_back("event " + std::to_string(i) + ": " + problem);
        break;
      }
    }
    disk.apply(event);
    listen(event, said);
  }
  return losses;
}

/// What is wrong with a store that must have seen this many steps.
std::vector<std::string> inspect_store(const std::filesystem::path& directory,
                                       std::uint64_t at_least, std::uint64_t at_most) {
  try {
    const auto store = Store::open(directory, tests::writing());
    std::uint64_t steps = 0;
    auto problems = tests::verify(*store, steps);
    if (!problems.empty()) return problems;
    if (steps < at_least) {
      return {"LOST: " + std::to_string(steps) + " steps of " + std::to_string(at_least)};
    }
    if (steps > at_most) {
      return {std::to_string(steps) + " steps, at most " + std::to_string(at_most) + " begun"};
    }
    const auto transaction = store->begin();
    transaction->insert(tests::example_quad("life", "goes", "on"));
    transaction->commit();
    return store->check().problems;
  } catch (const StoreError& error) {
    return {std::string("does not open: ") + error.what()};
  }
}

std::vector<std::string> inspect_history(const std::filesystem::path& folder, const Said& said) {
  std::uint64_t acknowledged = 0;
  for (std::size_t process = 0; process < said.words.size(); ++process) {
    acknowledged = std::max(acknowledged, said.last_number(process));
  }
  return inspect_store(folder / "store", acknowledged, acknowledged + 1);
}

constexpr std::uint64_t steps_before_backups = 12;

std::vector<std::string> inspect_backups(const std::filesystem::path& folder, const Said& said) {
  if (said.ended == 0) return {};
  auto problems = inspect_store(folder / "store", steps_before_backups, steps_before_backups);
  const bool has_any = said.words.size() > 1 && !said.words[1].empty();
  const std::uint64_t complete = has_any ? said.last_number(1) + 1 : 0;
  for (std::uint64_t i = 0; i < 10 && problems.empty(); ++i) {
    const auto copy = folder / "backups" / std::to_string(i);
    // One that was under way is whole or no store.
    if (i >= complete && !std::filesystem::exists(copy / "CURRENT")) continue;
    problems = inspect_store(copy, steps_before_backups, steps_before_backups);
  }
  return problems;
}

class PowerLoss : public testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "the recorder cannot be preloaded into a program with sanitizers";
#endif
  }

  std::uint64_t cuts() const { return setting("PROSPER_POWER_CUTS", 200); }

  std::string path(const std::string& name) const { return directory_.path() / name; }

  /// Steps in three processes, two of them with generation switches.
  Recording record_history(Recording::Disk disk) const {
    return Recording(directory_.path(),
                     {{program, "switching", path("store"), "25"},
                      {program, "loading", path("store"), "20"},
                      {program, "history", path("store"), "10"}},
                     disk);
  }

  tests::TemporaryDirectory directory_;
};

TEST_F(PowerLoss, UpdatesAndGenerationSwitches) {
  const Recording recording = record_history(Recording::Disk::Honest);
  const Losses losses = cut_power(recording, cuts(), inspect_history);
  EXPECT_EQ(losses.cuts, cuts());
  EXPECT_THAT(losses.problems, testing::IsEmpty());
}

TEST_F(PowerLoss, Creation) {
  const Recording recording(directory_.path(),
                            {{program, "history", path("new/folders/store"), "1"}});
  const Losses losses =
      cut_power(recording, cuts(), [](const std::filesystem::path& folder, const Said& said) {
        const std::uint64_t acknowledged = said.last_number(0);
        return inspect_store(folder / "new" / "folders" / "store", acknowledged, 1);
      });
  EXPECT_THAT(losses.problems, testing::IsEmpty());
}

TEST_F(PowerLoss, Backups) {
  const Recording recording(
      directory_.path(), {{program, "history", path("store"), std::to_string(steps_before_backups)},
                          {program, "backups", path("store"), path("backups"), "4"}});
  const Losses losses = cut_power(recording, cuts(), inspect_backups);
  EXPECT_THAT(losses.problems, testing::IsEmpty());
}

// What MDB_NOSYNC would do: the test must see it.
TEST_F(PowerLoss, IsSeenWhenFilesAreNotSynced) {
  const Recording recording = record_history(Recording::Disk::WithoutFileSync);
  const Losses losses = cut_power(recording, 100, inspect_history);
  EXPECT_GT(losses.problems.size(), 50U);
}

TEST_F(PowerLoss, IsSeenWhenFoldersAreNotSynced) {
  const Recording recording = record_history(Recording::Disk::WithoutFolderSync);
  const Losses losses = cut_power(recording, 100, inspect_history);
  EXPECT_THAT(losses.problems, testing::Contains(testing::HasSubstr("LOST")));
}

}  // namespace
}  // namespace prosper::store
