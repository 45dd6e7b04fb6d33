// SPDX-License-Identifier: Apache-2.0
// Opening: what is refused and in which words, the public base, generations.
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/directory.hpp"
#include "store/lmdb/environment.hpp"
#include "store/settings.hpp"
#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using testing::HasSubstr;
using tests::example;
using tests::example_quad;
using tests::reading;
using tests::scan_quads;
using tests::writing;
using Kind = StoreError::Kind;

void expect_error(Kind kind, const std::string& words, const std::function<void()>& action) {
  try {
    action();
    FAIL() << "no error, expected: " << words;
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(words));
  }
}

void insert_one(Store& store, const rdf::Quad& quad) {
  const auto transaction = store.begin();
  transaction->insert(quad);
  transaction->commit();
}

rdf::Quad about(const std::string& iri) {
  return {rdf::Iri{iri}, example("p"), rdf::make_string("o"), std::nullopt};
}

OpenOptions under(const std::string& base, OpenOptions options) {
  options.public_base = base;
  return options;
}

TEST(StoreOpen, NothingThereIsNotFound) {
  const tests::TemporaryDirectory directory;
  expect_error(Kind::NotFound, directory.path().string(),
               [&] { Store::open(directory.path(), reading()); });
  expect_error(Kind::NotFound, "CURRENT",
               [&] { Store::open(directory.path() / "absent", reading()); });
  OpenOptions without_create = writing();
  without_create.create = false;
  expect_error(Kind::NotFound, "CURRENT", [&] { Store::open(directory.path(), without_create); });
}

TEST(StoreOpen, CreatesAnEmptyStore) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path() / "new" / "store", writing());
  EXPECT_EQ(store->public_base(), default_public_base);
  EXPECT_EQ(store->snapshot()->quad_count(), 0U);
  EXPECT_EQ(store->statistics().generation, 1U);
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
  EXPECT_EQ(read_current(directory.path() / "new" / "store"), "gen-000001");
}

TEST(StoreOpen, ReadingRefusesToWrite) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), writing());
  const auto store = Store::open(directory.path(), reading());
  expect_error(Kind::Io, "opened for reading", [&] { store->begin(); });
}

TEST(StoreOpen, DamagedCurrentSaysWhatIsExpected) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), writing());
  std::ofstream(directory.path() / "CURRENT") << "something\n";
  expect_error(Kind::Damaged, "gen-000001", [&] { Store::open(directory.path(), reading()); });
  std::ofstream(directory.path() / "CURRENT") << "gen-000007\n";
  expect_error(Kind::Damaged, "gen-000007", [&] { Store::open(directory.path(), reading()); });
}

TEST(StoreOpen, OtherFormatVersionIsRefused) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), writing());
  {
    const auto environment = lmdb::Environment::open(directory.path() / "gen-000001", {});
    const auto table = environment->open_table("settings", lmdb::Table::Kind::Unique);
    lmdb::WriteTransaction transaction(environment);
    write_settings(transaction, table, {99, "http://example.org/"});
    transaction.commit();
  }
  expect_error(Kind::FormatVersion, "format 99", [&] { Store::open(directory.path(), reading()); });
}

TEST(StoreOpen, BadOptionsAreRefused) {
  const tests::TemporaryDirectory directory;
  expect_error(Kind::BaseMismatch, "ends in '/'",
               [&] { Store::open(directory.path(), under("http://example.org", writing())); });
  ::setenv("PROSPER_MAP_SIZE", "1 TiB", 1);
  OpenOptions options = writing();
  options.map_size = 0;
  expect_error(Kind::Io, "PROSPER_MAP_SIZE", [&] { Store::open(directory.path(), options); });
  ::unsetenv("PROSPER_MAP_SIZE");
}

TEST(PublicBase, StoredOneIsKept) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), under("http://a.example/", writing()));
  EXPECT_EQ(Store::open(directory.path(), reading())->public_base(), "http://a.example/");
  EXPECT_EQ(Store::open(directory.path(), writing())->public_base(), "http://a.example/");
}

TEST(PublicBase, SameQuadsUnderAnotherBase) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), under("http://a.example/", writing()));
  insert_one(*store, about("http://a.example/id/1"));
  const auto moved = Store::open(directory.path(), under("https://b.example/x/", writing()));
  EXPECT_THAT(scan_quads(*moved->snapshot()),
              testing::ElementsAre(about("https://b.example/x/id/1")));
  EXPECT_TRUE(moved->snapshot()->find(rdf::Iri{"https://b.example/x/id/1"}));
  EXPECT_FALSE(moved->snapshot()->find(rdf::Iri{"http://a.example/id/1"}));
  insert_one(*moved, about("https://b.example/x/id/2"));
  EXPECT_TRUE(store->snapshot()->find(rdf::Iri{"http://a.example/id/2"}));
  EXPECT_THAT(moved->check().problems, testing::IsEmpty());
}

TEST(PublicBase, RefusedWhenAStoredIriBeginsWithIt) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), under("http://a.example/", writing()));
  insert_one(*store, about("http://b.example/id/1"));
  insert_one(*store, about("http://a.example/id/1"));
  expect_error(Kind::BaseMismatch, "<http://b.example/id/1>",
               [&] { Store::open(directory.path(), under("http://b.example/", reading())); });
  EXPECT_NO_THROW(Store::open(directory.path(), under("http://c.example/", reading())));
}

TEST(PublicBase, RefusedWhenTheStoredBaseCameInUnderAnother) {
  const tests::TemporaryDirectory directory;
  Store::open(directory.path(), under("http://a.example/", writing()));
  const auto moved = Store::open(directory.path(), under("http://b.example/", writing()));
  insert_one(*moved, about("http://a.example/id/1"));
  insert_one(*moved, example_quad("s", "p", "stays"));
  EXPECT_THAT(moved->check().problems, testing::IsEmpty());
  expect_error(Kind::BaseMismatch, "http://a.example/",
               [&] { Store::open(directory.path(), reading()); });
  const auto transaction = moved->begin();
  EXPECT_TRUE(transaction->remove(about("http://a.example/id/1")));
  transaction->commit();
  EXPECT_NO_THROW(Store::open(directory.path(), reading()));
  EXPECT_THAT(moved->check().problems, testing::IsEmpty());
}

/// What a bulk load will do: a complete second generation, then CURRENT.
void switch_generation(const std::filesystem::path& directory) {
  std::filesystem::create_directory(directory / "gen-000002");
  std::filesystem::copy(directory / "gen-000001" / "data.mdb", directory / "gen-000002");
  write_current(directory, "gen-000002");
}

TEST(Generations, SnapshotsFollowCurrent) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), writing());
  insert_one(*store, example_quad("s", "p", "old"));
  const auto old_snapshot = store->snapshot();
  switch_generation(directory.path());
  insert_one(*store, example_quad("s", "p", "new"));
  EXPECT_EQ(store->statistics().generation, 2U);
  EXPECT_EQ(scan_quads(*old_snapshot).size(), 1U);
  EXPECT_EQ(scan_quads(*store->snapshot()).size(), 2U);
}

TEST(Generations, UnusedOnesAreDeletedOnceNobodyHoldsThem) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), writing());
  insert_one(*store, example_quad("s", "p", "o"));
  auto old_snapshot = store->snapshot();
  switch_generation(directory.path());
  std::filesystem::create_directory(directory.path() / "gen-000003");
  insert_one(*store, example_quad("s", "p", "o2"));
  EXPECT_TRUE(std::filesystem::exists(directory.path() / "gen-000001")) << "still held";
  EXPECT_FALSE(std::filesystem::exists(directory.path() / "gen-000003")) << "left by a failed load";
  EXPECT_EQ(scan_quads(*old_snapshot).size(), 1U);
  old_snapshot.reset();
  insert_one(*store, example_quad("s", "p", "o3"));
  EXPECT_FALSE(std::filesystem::exists(directory.path() / "gen-000001"));
}

}  // namespace
}  // namespace prosper::store
