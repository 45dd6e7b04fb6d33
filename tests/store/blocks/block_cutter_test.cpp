// SPDX-License-Identifier: Apache-2.0
#include "store/blocks/block_cutter.hpp"

#include <gtest/gtest.h>

#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

using tests::Row;

std::vector<EncodedBlock> cut(const std::vector<Row>& rows, std::mt19937_64& random) {
  BlockCutter cutter;
  std::vector<EncodedBlock> blocks;
  for (std::size_t from = 0; from < rows.size();) {
    const std::size_t count = std::min<std::size_t>(1 + random() % 5000, rows.size() - from);
    cutter.add(std::span(rows).subspan(from, count), blocks);
    from += count;
  }
  cutter.finish(blocks);
  EXPECT_EQ(cutter.rows(), rows.size());
  return blocks;
}

std::size_t triples_of(const std::vector<Row>& rows) {
  std::size_t triples = rows.empty() ? 0 : 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    triples += std::equal(rows[i].begin(), rows[i].begin() + 3, rows[i - 1].begin()) ? 0 : 1;
  }
  return triples;
}

/// The blocks hold the rows, their headers tell the truth.
void expect_blocks(const std::vector<EncodedBlock>& blocks, const std::vector<Row>& rows) {
  std::vector<Row> found;
  std::size_t triples = 0;
  for (const EncodedBlock& encoded : blocks) {
    ASSERT_LE(encoded.bytes.size(), block_bytes);
    ASSERT_TRUE(has_valid_checksum(encoded.bytes));
    RowBlock block;
    block.load(encoded.bytes);
    ASSERT_LE(block.rows(), block_row_limit);
    const std::vector<Row> part = tests::decode_rows(block);
    ASSERT_EQ(part.front(), encoded.first);
    for (std::size_t column = 0; column < row_columns; ++column) {
      const auto by_column = [&](const Row& left, const Row& right) {
        return left[column] < right[column];
      };
      const auto [min, max] = std::minmax_element(part.begin(), part.end(), by_column);
      EXPECT_EQ(block.header().columns[column].min, (*min)[column]);
      EXPECT_EQ(block.header().columns[column].max, (*max)[column]);
    }
    EXPECT_LE(count_triples(block, 0, block.rows()), block.header().triples + 1);
    triples += block.header().triples;
    found.insert(found.end(), part.begin(), part.end());
  }
  EXPECT_EQ(found, rows);
  EXPECT_EQ(triples, triples_of(rows));
}

TEST(BlockCutter, KeepsRandomRows) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const std::vector<Row> rows = tests::random_rows(random, 1 + random() % 12'000);
    expect_blocks(cut(rows, random), rows);
  }
}

TEST(BlockCutter, FillsBlocksOfNoticesInEveryOrder) {
  std::mt19937_64 random(7);
  const std::vector<Row> quads = tests::notice_rows(random, 3000);
  for (const auto& order : tests::row_orders) {
    std::vector<Row> rows;
    for (const Row& quad : quads) {
      rows.push_back({quad[order[0]], quad[order[1]], quad[order[2]], quad[order[3]]});
    }
    std::sort(rows.begin(), rows.end());
    const auto blocks = cut(rows, random);
    expect_blocks(blocks, rows);
    std::size_t bytes = 0;
    for (const EncodedBlock& block : blocks) bytes += block.bytes.size();
    const double fill = static_cast<double>(bytes) / static_cast<double>(blocks.size());
    EXPECT_GT(fill, 0.94 * block_bytes);
    EXPECT_LT(static_cast<double>(bytes) / static_cast<double>(rows.size()), 5.0);
  }
}

TEST(BlockCutter, LimitsRowsOfWhatCostsNothing) {
  std::vector<Row> rows;
  for (std::uint64_t i = 0; i < 20'000; ++i) rows.push_back({1, 2, 3, i});
  std::mt19937_64 random(1);
  const auto blocks = cut(rows, random);
  expect_blocks(blocks, rows);
  EXPECT_EQ(blocks.size(), 3U);
}

TEST(BlockCutter, CountsTriplesAcrossBlocks) {
  BlockCutter cutter(600);
  cutter.continue_after({1, 2, 3, 4});
  std::vector<EncodedBlock> blocks;
  std::vector<Row> rows;
  std::mt19937_64 random(5);
  for (std::uint64_t i = 0; i < 3000; ++i) rows.push_back({1, 2, 3, 5 + 1000 * i + random() % 999});
  cutter.add(rows, blocks);
  cutter.finish(blocks);
  ASSERT_GT(blocks.size(), 2U);
  for (const EncodedBlock& encoded : blocks) {
    EXPECT_LE(encoded.bytes.size(), 600U);
    RowBlock block;
    block.load(encoded.bytes);
    EXPECT_EQ(block.header().triples, 0U);
    EXPECT_FALSE(block.header().starts_triple);
  }
  std::string first = blocks[0].bytes;
  set_starts_triple(first, true);
  RowBlock block;
  block.load(first);
  EXPECT_EQ(block.header().triples, 1U);
  EXPECT_TRUE(has_valid_checksum(first));
}

TEST(EncodeSingle, RefusesWhatDoesNotFit) {
  std::mt19937_64 random(9);
  std::vector<Row> rows;
  for (int i = 0; i < 400; ++i) rows.push_back({random(), random(), random(), random()});
  std::sort(rows.begin(), rows.end());
  EXPECT_FALSE(encode_single(rows, nullptr, block_bytes));
  EXPECT_TRUE(encode_single(std::span(rows).first(100), nullptr, block_bytes));
  EXPECT_FALSE(encode_single(std::span(rows).first(100), nullptr, 3000));
}

}  // namespace
}  // namespace prosper::store
