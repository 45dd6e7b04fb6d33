// SPDX-License-Identifier: Apache-2.0
// Damaged blocks give an error or wrong numbers, never a crash; run under AddressSanitizer.
#include <gtest/gtest.h>

#include "store/blocks/block_cutter.hpp"
#include "store/lmdb/error.hpp"
#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

/// Everything one can read of a block; how many reads were refused.
int read_everything(const std::string& bytes, std::mt19937_64& random) {
  int refused = 0;
  const auto block = std::make_unique<RowBlock>();
  const auto attempt = [&](const auto& action) {
    try {
      action();
    } catch (const lmdb::Error& error) {
      EXPECT_EQ(error.kind(), lmdb::Error::Kind::Damaged);
      ++refused;
    }
  };
  bool is_loaded = false;
  attempt([&] {
    block->load(bytes);
    is_loaded = true;
  });
  if (!is_loaded) return refused;
  std::vector<std::uint64_t> values(block->rows());
  for (std::size_t column = 0; column < row_columns; ++column) {
    attempt([&] { block->decode(column, 0, block->rows(), values.data()); });
    attempt([&] { block->at(column, random() % block->rows()); });
    attempt([&] { block->lower_bound(column, 0, block->rows(), values[0] + random() % 9); });
  }
  attempt([&] { block->find({random(), random(), 0, 0}, 2); });
  attempt([&] { count_triples(*block, 0, block->rows()); });
  return refused;
}

std::vector<std::string> sound_blocks() {
  std::vector<std::string> sound;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    std::mt19937_64 random(seed);
    const bool is_notices = seed % 2 == 0;
    std::vector<Row> rows =
        is_notices ? tests::notice_rows(random, 60) : tests::random_rows(random, 1000);
    if (seed % 4 == 2) {
      for (Row& row : rows) std::swap(row[0], row[2]);
      std::sort(rows.begin(), rows.end());
    }
    BlockCutter cutter;
    std::vector<EncodedBlock> blocks;
    cutter.add(rows, blocks);
    cutter.finish(blocks);
    sound.push_back(blocks[0].bytes);
  }
  return sound;
}

TEST(DamagedBlock, FlippedBytesAreHarmless) {
  std::mt19937_64 random(11);
  int refused = 0;
  for (const std::string& sound : sound_blocks()) {
    for (int i = 0; i < 400; ++i) {
      std::string bytes = sound;
      const std::size_t region = i % 2 == 0 ? 120 : bytes.size();
      for (std::uint64_t flips = 1 + random() % 4; flips > 0; --flips) {
        bytes[random() % std::min(region, bytes.size())] = static_cast<char>(random());
      }
      EXPECT_EQ(has_valid_checksum(bytes), bytes == sound);
      refused += read_everything(bytes, random);
    }
  }
  EXPECT_GT(refused, 100);
}

TEST(DamagedBlock, RandomBytesAreHarmless) {
  std::mt19937_64 random(13);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes(random() % (block_bytes + 50), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    if (bytes.size() > 60) {
      // A header that may pass: few rows, known encodings, ends that ascend.
      bytes[1] = static_cast<char>(random() % 32);
      bytes[2] = bytes[3] = 0;
      for (std::size_t column = 0; column < row_columns; ++column) {
        bytes[4 + 11 * column] = static_cast<char>(random() % encoding_count);
        const std::size_t end = 48 + (bytes.size() - 56) / row_columns * (column + 1);
        bytes[5 + 11 * column] = static_cast<char>(end & 0xffU);
        bytes[6 + 11 * column] = static_cast<char>(end >> 8U);
      }
    }
    read_everything(bytes, random);
  }
}

TEST(DamagedBlock, TruncatedBlocksAreHarmless) {
  std::mt19937_64 random(17);
  for (const std::string& sound : sound_blocks()) {
    for (std::size_t size = 0; size < sound.size(); size += 1 + random() % 97) {
      read_everything(sound.substr(0, size), random);
    }
  }
}

}  // namespace
}  // namespace prosper::store
