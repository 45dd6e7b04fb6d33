// SPDX-License-Identifier: Apache-2.0
// Writers of several processes take turns in the order they came.
#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
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

class WriterQueue : public testing::Test {
 protected:
  WriterQueue() : store_(Store::open(directory_.path(), tests::writing())) {}

  /// The places in the queue, the holder's own among them.
  std::ptrdiff_t places() const {
    struct stat status {};

    if (::stat((directory_.path() / "writer.lock").c_str(), &status) != 0) return -1;
    const std::string inode = ":" + std::to_string(status.st_ino) + " ";
    std::ifstream locks("/proc/locks");
    std::ptrdiff_t count = 0;
    for (std::string line; std::getline(locks, line);) {
      if (line.find("OFDLCK") != std::string::npos && line.find(inode) != std::string::npos)
        ++count;
    }
    return count;
  }

  void await_places(std::ptrdiff_t count) const {
    while (places() != count) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  std::unique_ptr<ChildProcess> launch(const char* command) const {
    return std::make_unique<ChildProcess>(
        std::vector<std::string>{program, command, directory_.path()});
  }

  /// In the queue when this returns.
  void queue(const char* command) {
    const std::ptrdiff_t before = places();
    children_.push_back(launch(command));
    await_places(before + 1);
  }

  void commit(const std::string& name) const {
    const auto transaction = store_->begin();
    transaction->insert(example_quad(name, "p", "o"));
    transaction->commit();
  }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_;
  std::vector<std::unique_ptr<ChildProcess>> children_;
};

TEST_F(WriterQueue, TurnsComeInTheOrderOfArrival) {
  auto held = store_->begin();
  for (int i = 0; i < 5; ++i) queue("turn");
  held.reset();
  commit("again");  // who lets go and at once wants the lock again stands behind all others
  EXPECT_EQ(store_->snapshot()->commit_number(), 6U);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(children_[static_cast<std::size_t>(i)]->read_line(), std::to_string(i + 1));
  }
}

TEST_F(WriterQueue, TheDeadLeaveTheirPlaces) {
  auto held = store_->begin();
  queue("turn");
  queue("turn");
  queue("hold");
  queue("turn");
  children_[0]->kill_now();
  children_[0]->wait();
  held.reset();
  EXPECT_EQ(children_[1]->read_line(), "1");
  EXPECT_EQ(children_[2]->read_line(), "holding");
  await_places(2);
  children_[2]->kill_now();
  children_[2]->wait();
  EXPECT_EQ(children_[3]->read_line(), "2");
  commit("after all");
  await_places(0);
}

TEST_F(WriterQueue, WhoGivesUpLeavesThePlace) {
  auto held = store_->begin();
  OpenOptions impatient = tests::writing();
  impatient.writer_wait = std::chrono::milliseconds(10);
  EXPECT_THROW(Store::open(directory_.path(), impatient)->begin(), StoreError);
  EXPECT_EQ(places(), 1);
  queue("turn");
  held.reset();
  EXPECT_EQ(children_.front()->read_line(), "1");
}

TEST_F(WriterQueue, WhoWaitsIsToldForWhom) {
  ChildProcess holder({program, "hold", directory_.path()});
  ASSERT_EQ(holder.read_line(), "holding");
  OpenOptions options = tests::writing();
  std::vector<std::string> told;
  options.on_writer_wait = [&](const std::string& who) {
    told.push_back(who);
    if (told.size() == 3) throw std::runtime_error("enough");
  };
  const auto store = Store::open(directory_.path(), options);
  EXPECT_THROW(store->begin(), std::runtime_error);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_THAT(told.front(), testing::HasSubstr("process " + std::to_string(holder.id())));
  EXPECT_THAT(told.front(), testing::HasSubstr("store_program hold"));
  EXPECT_EQ(places(), 1) << "it left the queue";
}

// How soon a turn comes after a process's last one is also a matter of who gets a processor; half
// of the turns show the queue.
TEST_F(WriterQueue, WritersInLoopsStarveNobody) {
  constexpr std::size_t writers = 4;
  constexpr std::size_t turns = 40;
  const std::string store = directory_.path() / "loops";
  for (std::size_t i = 0; i < writers; ++i) {
    children_.push_back(
        std::make_unique<ChildProcess>(std::vector<std::string>{program, "history", store, "0"}));
  }
  for (const auto& writer : children_) {
    std::vector<std::uint64_t> steps;
    while (steps.size() < turns) steps.push_back(std::stoull("0" + writer->read_line()));
    std::vector<std::uint64_t> distances;
    for (std::size_t i = 1; i < turns; ++i) distances.push_back(steps[i] - steps[i - 1]);
    std::sort(distances.begin(), distances.end());
    EXPECT_LE(distances[turns / 2], writers + 1);
    EXPECT_LE(steps.back() - steps.front(), turns * writers * 2);
  }
}

}  // namespace
}  // namespace prosper::store
