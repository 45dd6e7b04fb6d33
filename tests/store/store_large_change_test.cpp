// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <random>

#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example_quad;
using tests::scan_quads;

/// Changes large enough that several threads code the blocks, followed by a set of quads.
class StoreLargeChange : public testing::Test {
 protected:
  StoreLargeChange() : store_(Store::open(directory_.path(), tests::writing())) {}

  rdf::Quad draw() {
    const auto number = [&](unsigned below) { return std::to_string(random_() % below); };
    return example_quad("s" + number(400), "p" + number(5), "o" + number(300), "g" + number(40));
  }

  void insert_some(Transaction& transaction, int count) {
    for (int i = 0; i < count; ++i) {
      const rdf::Quad quad = draw();
      EXPECT_EQ(transaction.insert(quad), model_.insert(quad).second);
    }
  }

  void remove_some(Transaction& transaction, int count) {
    for (int i = 0; i < count; ++i) {
      const auto found = model_.lower_bound(draw());
      if (found == model_.end()) continue;
      EXPECT_TRUE(transaction.remove(*found));
      model_.erase(found);
    }
  }

  void expect_model() {
    EXPECT_EQ(scan_quads(*store_->snapshot()), model_);
    EXPECT_TRUE(store_->check().problems.empty());
  }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_;
  std::set<rdf::Quad> model_;
  std::mt19937 random_{7};
};

TEST_F(StoreLargeChange, FollowsASet) {
  for (int round = 0; round < 4; ++round) {
    const auto transaction = store_->begin();
    insert_some(*transaction, 9000);
    remove_some(*transaction, 3000);
    transaction->commit();
    expect_model();
  }
}

TEST_F(StoreLargeChange, ASecondOneInATransactionSeesTheFirst) {
  const auto transaction = store_->begin();
  insert_some(*transaction, 9000);
  EXPECT_EQ(transaction->quad_count(), model_.size());
  remove_some(*transaction, 4000);
  insert_some(*transaction, 4000);
  EXPECT_EQ(transaction->quad_count(), model_.size());
  transaction->commit();
  expect_model();
}

TEST_F(StoreLargeChange, AfterClearingEverythingNothingOldComesBack) {
  {
    const auto transaction = store_->begin();
    insert_some(*transaction, 9000);
    transaction->commit();
  }
  const auto transaction = store_->begin();
  EXPECT_EQ(transaction->clear(GraphScope::all()), model_.size());
  model_.clear();
  insert_some(*transaction, 5000);
  transaction->commit();
  expect_model();
}

}  // namespace
}  // namespace prosper::store
