// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <random>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/file_check.hpp"
#include "store/lmdb/page_layout.hpp"
#include "store/lmdb/page_walk.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::lmdb {
namespace {

constexpr EnvironmentOptions options{16ULL << 30U, true};

/// Tables of both kinds, long values, deleted pages: every kind of page LMDB writes.
void fill(const std::filesystem::path& directory) {
  const auto environment = Environment::open(directory, options);
  const Table settings = environment->create_table(settings_table, Table::Kind::Unique);
  const Table unique = environment->create_table("unique", Table::Kind::Unique);
  const Table many = environment->create_table("many", Table::Kind::FixedDuplicates);
  std::mt19937 random(5);
  for (int round = 0; round < 4; ++round) {
    WriteTransaction transaction(environment);
    transaction.put(settings, "format", "1");
    for (int i = 0; i < 1500; ++i) {
      const std::string key = std::to_string(random() % 3000);
      transaction.put(unique, key, std::string(random() % 50 == 0 ? 9000 : 30, 'v'));
      transaction.put(many, key.substr(0, 1), std::string(12 - key.size(), '0') + key);
      transaction.remove(unique, std::to_string(random() % 3000));
    }
    transaction.commit();
  }
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_all(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

class DamagedFile : public testing::Test {
 protected:
  DamagedFile() : file_(directory_.path() / "data.mdb") {
    fill(directory_.path());
    sound_ = read_all(file_);
  }

  /// Opening, walking and, when both find nothing, reading must not crash.
  bool is_noticed() {
    try {
      const FileMeta meta = check_file(file_);
      if (!walk_pages(file_, meta, WalkScope::Everything).problems.empty()) return true;
      const auto environment = Environment::open(directory_.path(), options);
      const Table tables[] = {environment->open_table("unique", Table::Kind::Unique),
                              environment->open_table("many", Table::Kind::FixedDuplicates)};
      const ReadTransaction transaction(environment);
      for (const Table table : tables) {
        Cursor cursor(transaction, table);
        std::size_t bytes = 0;
        for (bool more = cursor.first(); more; more = cursor.next()) bytes += cursor.value().size();
        EXPECT_GT(bytes, 0U);
      }
      return false;
    } catch (const Error&) {
      return true;
    }
  }

  tests::TemporaryDirectory directory_;
  std::filesystem::path file_;
  std::string sound_;
};

TEST_F(DamagedFile, SoundFileHasNoProblems) {
  const PageReport report = walk_pages(file_, check_file(file_), WalkScope::Everything);
  EXPECT_THAT(report.problems, testing::IsEmpty());
  EXPECT_EQ(report.tables.size(), 3U);
  std::uint64_t pages = report.free_pages;
  for (const auto& table : report.tables) pages += table.pages;
  EXPECT_GT(pages, 50U);
  EXPECT_FALSE(is_noticed());
}

TEST_F(DamagedFile, TruncationIsNoticed) {
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{100}, std::size_t{4096},
                                  std::size_t{8192}, sound_.size() / 4, sound_.size() / 2}) {
    write_all(file_, sound_.substr(0, bytes));
    EXPECT_THROW(Environment::open(directory_.path(), options), Error) << bytes << " bytes kept";
    EXPECT_TRUE(is_noticed()) << bytes << " bytes kept";
  }
}

TEST_F(DamagedFile, ForeignFilesAreRefused) {
  write_all(file_, std::string(100'000, 'x'));
  try {
    Environment::open(directory_.path(), options);
    FAIL() << "opened a file of x";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Damaged);
    EXPECT_THAT(error.what(), testing::HasSubstr("magic"));
  }
}

TEST_F(DamagedFile, FlippedPageHeadersAreNoticed) {
  const FileMeta meta = check_file(file_);
  std::size_t noticed = 0;
  for (std::uint64_t page = 2; page < meta.pages; ++page) {
    std::string bytes = sound_;
    bytes[page * meta.page_size + 10] ^= 0x07;
    write_all(file_, bytes);
    if (is_noticed()) ++noticed;
  }
  // Free pages and the middle of long values are of no consequence.
  write_all(file_, sound_);
  const PageReport report = walk_pages(file_, meta, WalkScope::Everything);
  EXPECT_GE(noticed + report.free_pages + meta.pages / 3, meta.pages);
}

/// Where the leaf nodes with long values keep the numbers of their overflow pages.
std::vector<std::size_t> overflow_references(const std::string& file, const FileMeta& meta) {
  std::vector<std::size_t> offsets;
  for (std::uint64_t number = 2; number < meta.pages; ++number) {
    const std::size_t start = number * meta.page_size;
    const auto page = std::string_view(file).substr(start, meta.page_size);
    const PageHeader header = load_page_header(page);
    if (header.flags != page_flag::leaf || header_problem(header, number, page.size(), true)) {
      continue;
    }
    for (std::size_t i = 0; i < header.count(); ++i) {
      std::optional<std::string> problem;
      const Node node = load_node(page, header, i, problem);
      if (problem || node.content != Node::Content::Overflow) continue;
      offsets.push_back(start + static_cast<std::size_t>(node.inline_value.data() - page.data()));
    }
  }
  return offsets;
}

TEST_F(DamagedFile, PagesUsedTwiceAreNamed) {
  const FileMeta meta = check_file(file_);
  const auto references = overflow_references(sound_, meta);
  ASSERT_GT(references.size(), 3U);
  // Some of the pages found are free: copying to all of them hits one that is in use.
  std::string bytes = sound_;
  for (const std::size_t offset : references) bytes.replace(offset, 8, sound_, references[0], 8);
  write_all(file_, bytes);
  const auto twice = walk_pages(file_, meta, WalkScope::Everything).problems;
  EXPECT_THAT(twice, testing::Contains(testing::HasSubstr("is used twice")));
}

TEST_F(DamagedFile, NoFlippedBitCrashes) {
  std::mt19937 random(11);
  std::size_t noticed = 0;
  constexpr int flips = 300;
  for (int i = 0; i < flips; ++i) {
    std::string bytes = sound_;
    // Half of the flips where structure is dense: the first bytes of pages.
    std::size_t offset = random() % bytes.size();
    if (i % 2 == 0) offset = offset / 4096 * 4096 + random() % 64;
    bytes[offset] = static_cast<char>(bytes[offset] ^ (1 << (random() % 8)));
    write_all(file_, bytes);
    if (is_noticed()) ++noticed;
  }
  EXPECT_GT(noticed, flips / 20U);
}

}  // namespace
}  // namespace prosper::lmdb
