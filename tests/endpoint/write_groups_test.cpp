// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/write_groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

#include "endpoint/http/response.hpp"
#include "sparql/sparql.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::endpoint {
namespace {

using Company = WriteGroups::Company;
using tests::example_quad;

constexpr std::chrono::seconds patience{60};

class WriteGroupsTest : public testing::Test {
 protected:
  ~WriteGroupsTest() override { finish(); }

  void commit(const WriteGroups::Change& change, Company company = Company::Welcome) {
    groups_.commit(*store_, change, company, WriteGroups::Clock::now() + patience, nullptr);
  }

  static WriteGroups::Change insert(const std::string& name) {
    return [name](store::Transaction& transaction) {
      transaction.insert(example_quad(name, "p", "o"));
    };
  }

  /// A write that is at work until `finish`, so that others meet behind it.
  void hold() {
    threads_.emplace_back([this] {
      commit([this](store::Transaction& transaction) {
        transaction.insert(example_quad("first", "p", "o"));
        at_work_.count_down();
        go_on_.wait();
      });
    });
    at_work_.wait();
  }

  /// In a thread of its own, in the queue when this returns.
  void queue(const WriteGroups::Change& change, Company company = Company::Welcome) {
    const std::size_t before = groups_.waiting();
    threads_.emplace_back([=, this] { commit(change, company); });
    while (groups_.waiting() == before) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  void finish() {
    if (!go_on_.try_wait()) go_on_.count_down();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  bool holds(const std::string& name) {
    const auto quads = tests::scan_quads(*store_->snapshot());
    return quads.contains(example_quad(name, "p", "o"));
  }

  std::uint64_t commits() { return store_->snapshot()->commit_number(); }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<store::Store> store_ = store::Store::open(directory_.path(), tests::writing());
  WriteGroups groups_{16};
  std::latch at_work_{1};
  std::latch go_on_{1};
  std::vector<std::thread> threads_;
};

TEST_F(WriteGroupsTest, WhoWaitsTogetherIsCommittedTogether) {
  hold();
  for (int i = 0; i < 8; ++i) queue(insert(std::to_string(i)));
  EXPECT_FALSE(holds("first"));
  finish();
  EXPECT_EQ(commits(), 2U);
  for (int i = 0; i < 8; ++i) EXPECT_TRUE(holds(std::to_string(i)));
}

TEST_F(WriteGroupsTest, AFailureSpoilsNobodyElsesChange) {
  hold();
  std::string answer;
  queue(insert("before"));
  threads_.emplace_back([&] {
    try {
      commit([](store::Transaction& transaction) {
        transaction.insert(example_quad("failing", "p", "o"));
        throw sparql::UpdateError("no");
      });
    } catch (const sparql::UpdateError& error) {
      answer = error.what();
    }
  });
  while (groups_.waiting() < 2) std::this_thread::yield();
  queue(insert("after"));
  finish();
  EXPECT_EQ(answer, "no");
  EXPECT_TRUE(holds("before"));
  EXPECT_TRUE(holds("after"));
  EXPECT_FALSE(holds("failing"));
  EXPECT_EQ(commits(), 3U);
}

TEST_F(WriteGroupsTest, LargeWritesStayAlone) {
  hold();
  queue(insert("small"));
  queue(insert("large"), Company::None);
  queue(insert("small too"));
  finish();
  EXPECT_EQ(commits(), 4U);
  EXPECT_TRUE(holds("large"));
}

TEST_F(WriteGroupsTest, SlowGroupsTakeNobodyMore) {
  hold();
  for (int i = 0; i < 3; ++i) {
    queue([i](store::Transaction& transaction) {
      transaction.insert(example_quad(std::to_string(i), "p", "o"));
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
    });
  }
  finish();
  EXPECT_EQ(commits(), 4U);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(holds(std::to_string(i)));
}

TEST_F(WriteGroupsTest, WhoCannotWaitLeavesTheQueue) {
  hold();
  const auto soon = WriteGroups::Clock::now() + std::chrono::milliseconds(50);
  try {
    groups_.commit(*store_, insert("late"), Company::Welcome, soon, nullptr);
    FAIL() << "its turn came while another was at work";
  } catch (const HttpError& error) {
    EXPECT_EQ(error.status(), 503);
  }
  const std::atomic<bool> has_left = true;
  EXPECT_THROW(groups_.commit(*store_, insert("gone"), Company::Welcome,
                              WriteGroups::Clock::now() + patience, &has_left),
               sparql::QueryCancelled);
  EXPECT_EQ(groups_.waiting(), 0U);
  finish();
  EXPECT_FALSE(holds("late"));
  EXPECT_FALSE(holds("gone"));
}

TEST_F(WriteGroupsTest, AFullQueueIs503) {
  hold();
  for (int i = 0; i < 16; ++i) queue(insert(std::to_string(i)));
  try {
    commit(insert("too many"));
    FAIL() << "seventeen wait";
  } catch (const HttpError& error) {
    EXPECT_EQ(error.status(), 503);
  }
}

TEST_F(WriteGroupsTest, ABusyStoreIsToldToAll) {
  store::OpenOptions impatient = tests::writing();
  impatient.writer_wait = std::chrono::milliseconds(10);
  const auto busy = store::Store::open(directory_.path(), impatient);
  const auto elsewhere = store_->begin();
  for (int i = 0; i < 3; ++i) {
    threads_.emplace_back([&] {
      EXPECT_THROW(groups_.commit(*busy, insert("a"), Company::Welcome,
                                  WriteGroups::Clock::now() + patience, nullptr),
                   store::StoreError);
    });
  }
  finish();
}

TEST_F(WriteGroupsTest, ManyThreadsLoseNothing) {
  for (int thread = 0; thread < 8; ++thread) {
    threads_.emplace_back([this, thread] {
      for (int i = 0; i < 40; ++i) {
        const std::string name = std::to_string(thread) + "-" + std::to_string(i);
        if (i % 10 != 9) {
          commit(insert(name));
          continue;
        }
        EXPECT_THROW(commit([&](store::Transaction& transaction) {
                       insert("bad " + name)(transaction);
                       throw sparql::UpdateError("no");
                     }),
                     sparql::UpdateError);
      }
    });
  }
  finish();
  EXPECT_EQ(store_->snapshot()->quad_count(), 8U * 36U);
  EXPECT_THAT(store_->check().problems, testing::IsEmpty());
}

}  // namespace
}  // namespace prosper::endpoint
