// SPDX-License-Identifier: Apache-2.0
// What a bulk load means to others: readers, writers, import states.
#include <filesystem>
#include <gtest/gtest.h>

#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example_quad;

class BulkLoading : public testing::Test {
 protected:
  BulkLoading() {
    OpenOptions options = tests::writing();
    options.writer_wait = std::chrono::milliseconds(20);
    store_ = Store::open(directory_.path() / "store", options);
  }

  std::uint64_t quads() { return store_->snapshot()->quad_count(); }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_;
};

TEST_F(BulkLoading, ShowsNothingBeforeCommit) {
  const auto old = store_->snapshot();
  BulkOptions options;
  options.feeds = 2;
  const auto load = store_->begin_bulk(options);
  ASSERT_EQ(load->feeds().size(), 2U);
  load->feeds()[0]->quad(example_quad("s", "p", "o", "g"));
  load->feeds()[1]->quad(example_quad("s", "p", "o", "g"));
  load->feeds()[1]->quad(example_quad("s", "p", "o"));
  EXPECT_EQ(quads(), 0U);
  const BulkReport report = load->commit();
  EXPECT_EQ(report.read, 3U);
  EXPECT_EQ(report.added, 2U);
  EXPECT_EQ(report.quads, 2U);
  EXPECT_EQ(old->quad_count(), 0U);
  EXPECT_EQ(quads(), 2U);
  EXPECT_GT(store_->snapshot()->commit_number(), old->commit_number());
}

TEST_F(BulkLoading, RemovesTheOldGenerationUnlessItIsRead) {
  const auto has = [&](const char* name) {
    return std::filesystem::exists(directory_.path() / "store" / name);
  };
  store_->begin_bulk({})->commit();
  EXPECT_FALSE(has("gen-000001"));
  const auto reader = store_->snapshot();
  store_->begin_bulk({})->commit();
  EXPECT_TRUE(has("gen-000002"));
  EXPECT_EQ(reader->quad_count(), 0U);
  EXPECT_EQ(quads(), 0U);
  store_->begin();
  EXPECT_TRUE(has("gen-000002"));
}

TEST_F(BulkLoading, KeepsOtherWritersOutToItsEnd) {
  auto load = store_->begin_bulk({});
  EXPECT_THROW(store_->begin(), StoreError);
  EXPECT_THROW(store_->begin_bulk({}), StoreError);
  load.reset();
  load = store_->begin_bulk({});
  load->commit();
  load.reset();
  const auto transaction = store_->begin();
  EXPECT_TRUE(transaction->insert(example_quad("s", "p", "o")));
  EXPECT_THROW(store_->begin_bulk({}), StoreError);
}

TEST_F(BulkLoading, KeepsImportStatesAndSetsNewOnes) {
  const auto transaction = store_->begin();
  transaction->insert(example_quad("s", "p", "o"));
  transaction->set_import_state("kept", "1");
  transaction->set_import_state("changed", "1");
  transaction->commit();
  const auto load = store_->begin_bulk({});
  load->set_import_state("changed", "2");
  load->set_import_state("new", "3");
  load->commit();
  const auto snapshot = store_->snapshot();
  EXPECT_EQ(snapshot->import_state("kept"), "1");
  EXPECT_EQ(snapshot->import_state("changed"), "2");
  EXPECT_EQ(snapshot->import_state("new"), "3");
  EXPECT_EQ(snapshot->quad_count(), 1U);
}

TEST_F(BulkLoading, LeavesAStoreThatCanBeWrittenOn) {
  const auto load = store_->begin_bulk({});
  for (int i = 0; i < 100; ++i) {
    load->feeds()[0]->quad(example_quad("s" + std::to_string(i), "p", "o", "g"));
  }
  load->commit();
  const auto transaction = store_->begin();
  EXPECT_FALSE(transaction->insert(example_quad("s1", "p", "o", "g")));
  EXPECT_TRUE(transaction->insert(example_quad("s1", "p", "o", "h")));
  EXPECT_TRUE(transaction->remove(example_quad("s2", "p", "o", "g")));
  transaction->commit();
  EXPECT_EQ(quads(), 100U);
  EXPECT_TRUE(store_->check().problems.empty());
}

TEST_F(BulkLoading, CountsIrisThatOtherBasesLeft) {
  // As a transaction does: under another base, an IRI of the stored base is displaced.
  store_.reset();
  OpenOptions options = tests::writing();
  options.public_base = "https://other.example/";
  store_ = Store::open(directory_.path() / "store", options);
  const auto load = store_->begin_bulk({});
  rdf::Quad quad = example_quad("s", "p", "o");
  quad.object = rdf::Iri{std::string(default_public_base) + "id/1"};
  load->feeds()[0]->quad(quad);
  load->commit();
  EXPECT_EQ(tests::scan_quads(*store_->snapshot()).count(quad), 1U);
  store_.reset();
  EXPECT_THROW(Store::open(directory_.path() / "store", tests::writing()), StoreError);
}

TEST_F(BulkLoading, IsRefusedToReaders) {
  const auto reader = Store::open(directory_.path() / "store", tests::reading());
  EXPECT_THROW(reader->begin_bulk({}), StoreError);
}

}  // namespace
}  // namespace prosper::store
