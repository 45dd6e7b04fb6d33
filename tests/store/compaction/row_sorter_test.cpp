// SPDX-License-Identifier: Apache-2.0
#include "store/compaction/row_sorter.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "tests/files/temporary_directory.hpp"

namespace prosper::store {
namespace {

std::vector<Row> random_rows(std::size_t count) {
  std::mt19937_64 random(3);
  std::vector<Row> rows(count);
  for (Row& row : rows) {
    for (std::uint64_t& number : row) {
      // Small ones, great ones, and the greatest difference there is.
      const std::uint64_t kind = random() % 4;
      number = kind == 0 ? random() : kind == 1 ? ~0ULL : random() % 100;
    }
  }
  return rows;
}

std::vector<Row> sorted_by_sorter(const std::vector<Row>& rows, std::size_t memory) {
  const tests::TemporaryDirectory directory;
  RowSorter sorter(memory, directory.path());
  for (const Row& row : rows) sorter.add(row);
  sorter.finish();
  std::vector<Row> sorted;
  for (; sorter.peek() != nullptr; sorter.take()) sorted.push_back(*sorter.peek());
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
  return sorted;
}

TEST(RowSorter, SortsInMemoryAndInRuns) {
  for (const std::size_t count : {0U, 1U, 4096U, 4097U, 50'000U}) {
    auto rows = random_rows(count);
    const auto in_runs = sorted_by_sorter(rows, 0);
    const auto in_memory = sorted_by_sorter(rows, std::size_t{64} << 20U);
    std::sort(rows.begin(), rows.end());
    EXPECT_EQ(in_memory, rows) << count;
    EXPECT_EQ(in_runs, rows) << count;
  }
}

}  // namespace
}  // namespace prosper::store
