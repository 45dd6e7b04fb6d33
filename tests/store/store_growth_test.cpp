// SPDX-License-Identifier: Apache-2.0
// Everything that writes, on a disk and in a map that are too small: a clear error, the store as it
// was, reads that go on.
#include <algorithm>
#include <cstring>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <system_error>

#include "store/store_backup.hpp"
#include "store/store_compaction.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/small_disk.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example_quad;

constexpr std::uint64_t quads = 15'000;

rdf::Quad numbered(std::uint64_t i) {
  const std::string text = std::to_string(i * 7919 % 1'000'003);
  return example_quad("s" + text, "p" + std::to_string(i % 7), "o" + text, "g" + std::to_string(i));
}

/// A store without free space, in a bulk load of its own.
class StoreGrowth : public testing::Test {
 protected:
  StoreGrowth() : store_(directory_.path() / "store") {
    const auto store = Store::open(store_, tests::writing());
    const auto load = store->begin_bulk({});
    for (std::uint64_t i = 0; i < quads; ++i) load->feeds()[0]->quad(numbered(i));
    load->commit();
    bytes_ = store->statistics().file_bytes;
  }

  /// Moves the store to a disk on which a second one of its size does not fit.
  bool move_to_small_disk() {
    disk_ = std::make_unique<tests::SmallDisk>(directory_.path() / "disk", bytes_ * 3 / 2);
    if (!disk_->is_mounted()) return false;
    back_up(store_, directory_.path() / "disk" / "store", tests::reading());
    store_ = directory_.path() / "disk" / "store";
    return true;
  }

  static OpenOptions in_map(std::uint64_t bytes) {
    OpenOptions options = tests::writing();
    options.map_size = bytes;
    return options;
  }

  static void update(Store& store) {
    const auto transaction = store.begin();
    for (std::uint64_t i = 0; i < quads; ++i) transaction->insert(numbered(quads + i));
    transaction->commit();
  }

  static void load(Store& store, std::uint64_t memory) {
    BulkOptions options;
    options.memory = memory;
    const auto load = store.begin_bulk(options);
    for (std::uint64_t i = 0; i < quads; ++i) load->feeds()[0]->quad(numbered(quads + i));
    load->commit();
  }

  static void expect_full(const std::function<void()>& write, const std::string& says) {
    try {
      write();
      ADD_FAILURE() << "there was room";
    } catch (const StoreError& error) {
      EXPECT_EQ(error.kind(), StoreError::Kind::Full) << error.what();
      EXPECT_THAT(error.what(), testing::HasSubstr(says));
    } catch (const std::system_error& error) {  // of a feed
      EXPECT_EQ(error.code(), std::errc::no_space_on_device) << error.what();
    }
  }

  void expect_as_before(Store& store, const Snapshot& reader) const {
    EXPECT_EQ(store.snapshot()->quad_count(), quads);
    EXPECT_EQ(tests::scan_rows(reader, {}).size(), quads);
    EXPECT_THAT(store.check().problems, testing::IsEmpty());
    const auto folders = std::filesystem::directory_iterator(store_);
    EXPECT_EQ(std::count_if(begin(folders), end(folders),
                            [](const auto& entry) {
                              return entry.path().filename().string().starts_with("gen-");
                            }),
              1);
  }

  tests::TemporaryDirectory directory_;
  std::filesystem::path store_;
  std::uint64_t bytes_ = 0;
  std::unique_ptr<tests::SmallDisk> disk_;
};

TEST_F(StoreGrowth, OnAFullDisk) {
  if (!move_to_small_disk()) {
    GTEST_SKIP() << "only root may mount a small disk: " << std::strerror(errno);
  }
  const auto store = Store::open(store_, tests::writing());
  const auto reader = store->snapshot();
  const std::string says = "No space left on device";
  const auto copy = store_.parent_path() / "copy";
  const std::function<void()> writes[] = {
      [&] { update(*store); },
      [&] { load(*store, std::uint64_t{1} << 30U); },
      [&] { load(*store, std::uint64_t{1} << 20U); },
      [&] { back_up(store_, copy, tests::reading()); },
      [&] { compact(store_, tests::writing()); },
  };
  for (std::size_t i = 0; i < std::size(writes); ++i) {
    SCOPED_TRACE(i);
    expect_full(writes[i], says);
    EXPECT_FALSE(std::filesystem::exists(copy));
    expect_as_before(*store, *reader);
  }
  disk_->resize(bytes_ * 16);
  EXPECT_NO_THROW(update(*store)) << "it goes on when there is room";
  EXPECT_NO_THROW(compact(store_, tests::writing()));
  EXPECT_EQ(store->snapshot()->quad_count(), 2 * quads);
}

TEST_F(StoreGrowth, InAFullMap) {
  const std::uint64_t map = bytes_ * 5 / 4;
  {
    const auto store = Store::open(store_, in_map(map));
    const auto reader = store->snapshot();
    const std::string says = "PROSPER_MAP_SIZE";
    expect_full([&] { update(*store); }, says);
    expect_as_before(*store, *reader);
    expect_full([&] { load(*store, std::uint64_t{1} << 30U); }, says);
    expect_as_before(*store, *reader);
  }
  {
    // A map may be smaller than the file there is; a new file may not outgrow it.
    const auto store = Store::open(store_, in_map(bytes_ / 2));
    const auto reader = store->snapshot();
    expect_full([&] { compact(store_, in_map(bytes_ / 2)); }, "PROSPER_MAP_SIZE");
    expect_as_before(*store, *reader);
    back_up(store_, directory_.path() / "copy", in_map(bytes_ / 2));
  }
  EXPECT_EQ(Store::open(directory_.path() / "copy", tests::reading())->snapshot()->quad_count(),
            quads);
  const auto store = Store::open(store_, in_map(bytes_ * 8));
  EXPECT_NO_THROW(update(*store)) << "a larger map goes on";
  EXPECT_EQ(store->snapshot()->quad_count(), 2 * quads);
}

}  // namespace
}  // namespace prosper::store
