// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "store/store_backup.hpp"
#include "store/store_compaction.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

using tests::example;

constexpr std::uint64_t accounts = 24;
constexpr std::int64_t total = 1000 * std::int64_t{accounts};

std::chrono::seconds duration() {
  const char* text = std::getenv("PROSPER_CONCURRENCY_SECONDS");
  return std::chrono::seconds(text == nullptr ? 60 : std::stoll(text));
}

rdf::Iri account(std::uint64_t number) {
  return std::get<rdf::Iri>(example("account/" + std::to_string(number)));
}

rdf::Term number(std::int64_t value) {
  return rdf::make_typed_literal(std::to_string(value), vocabularies::xsd::integer);
}

std::int64_t value_of(const rdf::Term& term) {
  return std::stoll(std::get<rdf::Literal>(term).lexical_form);
}

/// One graph an account: its amount, the number of the commit that wrote it, and a few quads more
/// or less, so that the store's pages move.
std::vector<rdf::Triple> triples_of(std::uint64_t which, std::int64_t amount, std::int64_t stamp) {
  const rdf::Iri name = account(which);
  std::vector<rdf::Triple> triples = {{name, example("amount"), number(amount)},
                                      {name, example("stamp"), number(stamp)}};
  for (std::int64_t i = 0; i < (stamp * 7 + std::int64_t(which)) % 13; ++i) {
    triples.push_back(
        {name, example("note"),
         rdf::make_string("note " + std::to_string(stamp / 3) + "-" + std::to_string(i))});
  }
  return triples;
}

class Concurrency : public testing::Test {
 protected:
  void complain(const std::string& problem) {
    const std::lock_guard lock(mutex_);
    problems_.push_back(problem);
    is_over_ = true;
  }

  void start(std::function<void()> work) {
    threads_.emplace_back([this, work = std::move(work)] {
      try {
        while (!is_over_) work();
      } catch (const std::exception& error) {
        complain(error.what());
      }
    });
  }

  void write(std::mt19937& random, std::map<std::uint64_t, std::int64_t>& amounts) {
    const auto transaction = store_->begin();
    const auto from = random() % accounts;
    const auto to = random() % accounts;
    amounts[from] -= 5;
    amounts[to] += 5;
    ++stamp_;
    for (const auto& [which, amount] : amounts) {
      transaction->replace_graph(account(which), triples_of(which, amount, stamp_));
    }
    if (random() % 5 == 0) {  // given up: nobody may see it
      amounts[from] += 5;
      amounts[to] -= 5;
      return;
    }
    transaction->commit();
    ++commits_;
  }

  /// Everything in one state: one stamp, the whole sum, as many rows as counted.
  void read(std::int64_t& last_stamp) {
    const auto snapshot = store_->snapshot();
    std::int64_t sum = 0;
    std::map<std::int64_t, int> stamps;
    std::uint64_t rows = 0;
    const auto amount = snapshot->find(example("amount"));
    const auto stamp = snapshot->find(example("stamp"));
    const auto cursor = snapshot->scan({});
    for (QuadBatch batch; cursor->next(batch);) {
      rows += batch.size();
      for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch.predicate[i] == amount) sum += value_of(snapshot->term(batch.object[i]));
        if (batch.predicate[i] == stamp) ++stamps[value_of(snapshot->term(batch.object[i]))];
      }
    }
    if (stamps.size() != 1 || stamps.begin()->second != int{accounts})
      return complain("stamps mix");
    if (sum != total) return complain("the sum is " + std::to_string(sum));
    if (rows != snapshot->quad_count()) return complain("rows and counts differ");
    if (stamps.begin()->first < last_stamp) return complain("an older state after a newer one");
    last_stamp = stamps.begin()->first;
    ++reads_;
  }

  void care(std::mt19937& random) {
    switch (random() % 5) {
      case 0:
        for (const std::string& problem : store_->check().problems) complain(problem);
        break;
      case 1:
        if (store_->statistics().named_graphs != accounts) complain("a graph is missing");
        break;
      case 2:
        compact(directory_.path() / "store", tests::writing());
        break;
      case 3: {
        const auto copy = directory_.path() / "copy";
        back_up(directory_.path() / "store", copy, tests::reading());
        std::filesystem::remove_all(copy);
        break;
      }
      default: {  // a scan that is broken off
        const auto snapshot = store_->snapshot();
        QuadBatch batch;
        snapshot->scan({})->next(batch);
      }
    }
  }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_ = Store::open(directory_.path() / "store", tests::writing());
  std::int64_t stamp_ = 0;
  std::atomic<std::uint64_t> commits_ = 0;
  std::atomic<std::uint64_t> reads_ = 0;
  std::atomic<bool> is_over_ = false;
  std::mutex mutex_;
  std::vector<std::string> problems_;
  std::vector<std::thread> threads_;
};

TEST_F(Concurrency, EveryReaderSeesOneState) {
  std::mt19937 writes(1);
  std::map<std::uint64_t, std::int64_t> amounts;
  for (std::uint64_t which = 0; which < accounts; ++which) amounts[which] = 1000;
  while (commits_ == 0) write(writes, amounts);

  start([&] { write(writes, amounts); });
  for (int i = 0; i < 3; ++i) {
    start([this, last = std::make_shared<std::int64_t>(0)] { read(*last); });
  }
  start([this, random = std::make_shared<std::mt19937>(2)] { care(*random); });
  const auto end = std::chrono::steady_clock::now() + duration();
  while (std::chrono::steady_clock::now() < end && !is_over_) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  is_over_ = true;
  for (std::thread& thread : threads_) thread.join();

  EXPECT_THAT(problems_, testing::IsEmpty());
  EXPECT_THAT(store_->check().problems, testing::IsEmpty());
  EXPECT_EQ(store_->statistics().readers, 1U);
  RecordProperty("commits", std::to_string(commits_));
  RecordProperty("reads", std::to_string(reads_));
  std::cout << commits_ << " commits, " << reads_ << " states read\n";
  EXPECT_GT(commits_, 1U);
  EXPECT_GT(reads_, 1U);
}

}  // namespace
}  // namespace prosper::store
