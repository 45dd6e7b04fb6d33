// SPDX-License-Identifier: Apache-2.0
// Where other LMDB stores failed: readers that leak, values of unusual size, a full map, a full
// disk.
#include <atomic>
#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/child_process.hpp"
#include "tests/store/program/history.hpp"
#include "tests/store/small_disk.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::ChildProcess;
using tests::example;
using tests::example_quad;

constexpr const char* program = PROSPER_STORE_PROGRAM;

TEST(StoreReaders, AThousandBrokenOffScansLeakNoSlot) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), tests::writing());
  {
    const auto transaction = store->begin();
    for (int i = 0; i < 3000; ++i)
      transaction->insert(example_quad("s" + std::to_string(i), "p", "o"));
    transaction->commit();
  }
  const auto break_off = [&](int times) {
    for (int i = 0; i < times; ++i) {
      try {
        const auto snapshot = store->snapshot();
        const auto cursor = snapshot->scan({});
        QuadBatch batch;
        cursor->next(batch);
        if (i % 2 == 0) throw std::runtime_error("cancelled");
      } catch (const std::runtime_error&) {
        continue;
      }
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(break_off, 250);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store->statistics().readers, 1U) << "the statistics' own";
}

TEST(StoreReaders, ManyProcessesReadBesideAWriter) {
  const tests::TemporaryDirectory directory;
  const std::string path = directory.path() / "store";
  ChildProcess writer({program, "history", path, "0"});
  ASSERT_EQ(writer.read_line(), "1");
  std::vector<std::unique_ptr<ChildProcess>> readers;
  for (int i = 0; i < 16; ++i) {
    readers.push_back(
        std::make_unique<ChildProcess>(std::vector<std::string>{program, "follow", path, "5"}));
  }
  for (const auto& reader : readers) EXPECT_EQ(reader->wait(), 0) << reader->read_line();
  writer.kill_now();
  writer.wait();
  std::uint64_t steps = 0;
  EXPECT_THAT(tests::verify(*Store::open(path, tests::writing()), steps), testing::IsEmpty());
}

TEST(StoreSizes, LongTermsComeBackByteForByte) {
  const tests::TemporaryDirectory directory;
  std::string text;
  while (text.size() < (10U << 20U)) text += "dix mégaoctets " + std::to_string(text.size());
  const rdf::Term subject = rdf::Iri{"http://example.org/" + std::string(3000, 'i')};
  const rdf::Term below_base = rdf::Iri{std::string(default_public_base) + std::string(3000, 'b')};
  const rdf::Quad quads[] = {
      {subject, example("p"), rdf::make_string(text), subject},
      {below_base, example("p"), rdf::make_language_string("text", std::string(500, 'x')), {}},
      {example("s"),
       example("p"),
       rdf::make_typed_literal(text.substr(0, 5000),
                               "http://example.org/" + std::string(3000, 'd')),
       {}},
      {rdf::BlankNode{std::string(2000, 'n')}, example("p"), rdf::make_string(""), {}},
  };
  {
    const auto transaction = Store::open(directory.path(), tests::writing())->begin();
    for (const rdf::Quad& quad : quads) EXPECT_TRUE(transaction->insert(quad));
    transaction->commit();
  }
  const auto store = Store::open(directory.path(), tests::writing());
  EXPECT_EQ(tests::scan_quads(*store->snapshot()), std::set(std::begin(quads), std::end(quads)));
  for (const rdf::Quad& quad : quads) EXPECT_TRUE(store->snapshot()->find(quad.object));
  EXPECT_FALSE(store->snapshot()->find(rdf::make_string(text + "!")));
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
  const auto transaction = store->begin();
  for (const rdf::Quad& quad : quads) EXPECT_TRUE(transaction->remove(quad));
  transaction->commit();
  EXPECT_EQ(store->snapshot()->quad_count(), 0U);
  EXPECT_FALSE(store->snapshot()->find(quads[0].object));
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

/// Commits graphs until a StoreError; returns it and how many commits were done.
StoreError fill_up(Store& store, std::uint64_t& committed) {
  for (committed = 0;; ++committed) {
    try {
      const auto transaction = store.begin();
      for (int i = 0; i < 400; ++i) {
        const std::string name = std::to_string(committed) + "-" + std::to_string(i);
        transaction->insert(
            example_quad("s" + name, "p", "o" + name, "g" + std::to_string(committed)));
      }
      transaction->commit();
    } catch (const StoreError& error) {
      return error;
    }
  }
}

/// Reads and checks go on; what was committed is there, what failed is not.
void expect_intact(Store& store, std::uint64_t committed) {
  EXPECT_EQ(store.snapshot()->quad_count(), committed * 400);
  EXPECT_EQ(tests::scan_rows(*store.snapshot(), {}).size(), committed * 400);
  EXPECT_THAT(store.check().problems, testing::IsEmpty());
}

TEST(StoreFull, AFullMapIsClearAndALargerOneGoesOn) {
  const tests::TemporaryDirectory directory;
  std::uint64_t committed = 0;
  {
    OpenOptions small = tests::writing();
    small.map_size = std::uint64_t{4} << 20U;
    const auto store = Store::open(directory.path(), small);
    const StoreError error = fill_up(*store, committed);
    EXPECT_EQ(error.kind(), StoreError::Kind::Full);
    EXPECT_THAT(error.what(), testing::HasSubstr("PROSPER_MAP_SIZE"));
    EXPECT_GT(committed, 2U);
    expect_intact(*store, committed);
  }
  const auto store = Store::open(directory.path(), tests::writing());
  expect_intact(*store, committed);
  const auto transaction = store->begin();
  EXPECT_TRUE(transaction->insert(example_quad("s", "p", "o")));
  EXPECT_NO_THROW(transaction->commit());
}

TEST(StoreFull, AFullDiskIsClearAndLosesNothing) {
  const tests::TemporaryDirectory directory;
  const tests::SmallDisk disk(directory.path() / "disk", std::uint64_t{6} << 20U);
  if (!disk.is_mounted()) {
    GTEST_SKIP() << "only root may mount a small disk: " << std::strerror(errno);
  }
  const auto path = directory.path() / "disk" / "store";
  std::uint64_t committed = 0;
  {
    const auto store = Store::open(path, tests::writing());
    const StoreError error = fill_up(*store, committed);
    EXPECT_EQ(error.kind(), StoreError::Kind::Full) << error.what();
    EXPECT_GT(committed, 2U);
    expect_intact(*store, committed);
    disk.resize(std::uint64_t{12} << 20U);
    const auto transaction = store->begin();
    EXPECT_TRUE(transaction->insert(example_quad("s", "p", "o")));
    EXPECT_NO_THROW(transaction->commit()) << "the same process goes on once there is space";
  }
  const auto store = Store::open(path, tests::reading());
  EXPECT_EQ(store->snapshot()->quad_count(), committed * 400 + 1);
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

}  // namespace
}  // namespace prosper::store
