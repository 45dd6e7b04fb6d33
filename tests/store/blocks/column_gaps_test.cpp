// SPDX-License-Identifier: Apache-2.0
// Columns that mix ids of several tags, or ordered and late ones, cost what their ids would cost
// side by side.
#include "store/blocks/column_gaps.hpp"

#include <gtest/gtest.h>

#include "store/blocks/block_cutter.hpp"
#include "store/lmdb/error.hpp"
#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

using tests::Row;
using Values = std::vector<std::uint64_t>;

constexpr std::uint64_t late = std::uint64_t{1} << 59U;

constexpr std::uint64_t id(std::uint64_t tag, std::uint64_t number) {
  return tag << 60U | number;
}

ValueRanges ranges_of(const Values& values) {
  ValueRanges ranges;
  for (std::size_t from = 0; from < values.size(); from += 7) {
    ranges.take(std::span(values).subspan(from, std::min<std::size_t>(7, values.size() - from)));
  }
  return ranges;
}

/// Squeezes the values, writes the gaps, reads them and expands.
void expect_round_trip(const Values& values) {
  const ValueRanges ranges = ranges_of(values);
  const auto [min, max] = std::minmax_element(values.begin(), values.end());
  ASSERT_EQ(ranges.min(), *min);
  ASSERT_EQ(ranges.max(), *max);
  if (!ranges.has_gaps()) return;
  Values squeezed(values.size());
  ranges.squeeze(values, squeezed.data());
  ASSERT_EQ(*std::max_element(squeezed.begin(), squeezed.end()), ranges.span());
  for (std::size_t i = 1; i < values.size(); ++i) {
    ASSERT_EQ(values[i - 1] < values[i], squeezed[i - 1] < squeezed[i]);
  }
  std::string bytes;
  ranges.append_gaps(bytes);
  ASSERT_EQ(bytes.size(), ranges.gap_bytes());
  ColumnPayload payload{nullptr, bytes.size(), values.size(), *min, *max - *min};
  bytes.append(unpack_overrun, '\xff');
  payload.bytes = reinterpret_cast<const std::uint8_t*>(bytes.data());
  ColumnGaps gaps;
  ASSERT_TRUE(gaps.open(payload));
  EXPECT_EQ(payload.size, 0U);
  EXPECT_EQ(payload.span, ranges.span());
  for (std::uint64_t& value : squeezed) value += *min;
  gaps.expand(squeezed.size(), squeezed.data());
  ASSERT_EQ(squeezed, values);
}

TEST(ColumnGaps, GiveBackRandomValuesOfManyRanges) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    const std::uint64_t tags = random();
    const unsigned width = static_cast<unsigned>(random() % 60);
    Values values;
    for (std::uint64_t i = 0; i < 1 + seed % 90; ++i) {
      std::uint64_t value = random();
      if (((tags >> range_of(value)) & 1U) == 0) value &= low_bits(59);
      values.push_back((value & ~low_bits(59)) | (value & low_bits(width)));
      if (random() % 40 == 0) values.back() |= low_bits(59);
    }
    expect_round_trip(values);
  }
}

TEST(ColumnGaps, GiveBackEdges) {
  constexpr std::uint64_t top = ~std::uint64_t{0};
  expect_round_trip({0, top});
  expect_round_trip({late - 1, late, late + 1});
  Values every;
  for (std::uint64_t range = 0; range < range_limit; ++range) every.push_back(range << 59U | range);
  expect_round_trip(every);
  EXPECT_TRUE(ranges_of(every).has_gaps());
  EXPECT_TRUE(ranges_of({0, top}).has_gaps());
  EXPECT_FALSE(ranges_of({0, late - 1, late, top}).has_gaps()) << "nothing is left out";
}

/// Objects of few predicates by subject; a tenth of the objects, graphs and subjects are late.
std::vector<Row> mixed_rows(std::mt19937_64& random, std::size_t count, bool is_mixed) {
  std::vector<Row> rows;
  const auto is_late = [&] { return is_mixed && random() % 10 == 0; };
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t subject = id(2, 1000 + i / 6) + (i > count / 2 && is_mixed ? late : 0);
    const std::uint64_t graph = id(2, 90'000 + i / 30) + (is_late() ? late : 0);
    const std::uint64_t predicate = id(3, 7 + i % 6);
    const std::uint64_t tag = i % 6 == 3 ? 4 : 2 + i % 2;
    const std::uint64_t object =
        id(tag, i % 6 * 20'000) + (is_late() ? late + random() % 500 : random() % 1000);
    rows.push_back({subject, predicate, object, graph});
  }
  return rows;
}

std::size_t bytes_of(std::vector<Row> rows, const std::array<std::size_t, 4>& order) {
  for (Row& row : rows) row = {row[order[0]], row[order[1]], row[order[2]], row[order[3]]};
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  BlockCutter cutter;
  std::vector<EncodedBlock> blocks;
  cutter.add(rows, blocks);
  cutter.finish(blocks);
  std::size_t bytes = 0;
  std::vector<Row> found;
  const auto block = std::make_unique<RowBlock>();
  for (const EncodedBlock& encoded : blocks) {
    bytes += encoded.bytes.size();
    block->load(encoded.bytes);
    const std::vector<Row> few = tests::decode_rows(*block, 5);
    const std::vector<Row> part = tests::decode_rows(*block);
    EXPECT_EQ(few, part);
    found.insert(found.end(), part.begin(), part.end());
    for (const Row& row : part) {
      const auto [from, to] = block->find(row, 4);
      EXPECT_EQ(to, from + 1);
    }
  }
  EXPECT_EQ(found, rows);
  return bytes;
}

TEST(ColumnGaps, KeepMixedColumnsSmallInEveryOrder) {
  for (const auto& order : tests::row_orders) {
    SCOPED_TRACE(testing::PrintToString(order));
    std::mt19937_64 random(1);
    const std::size_t pure = bytes_of(mixed_rows(random, 30'000, false), order);
    const std::size_t mixed = bytes_of(mixed_rows(random, 30'000, true), order);
    EXPECT_LT(mixed, 2 * pure);
  }
}

TEST(ColumnGaps, RefuseDamage) {
  const Values values = {id(2, 1), id(2, 9) + late, id(3, 5)};
  const ValueRanges ranges = ranges_of(values);
  std::string bytes;
  ranges.append_gaps(bytes);
  const std::size_t size = bytes.size();
  bytes.append(unpack_overrun, '\0');
  const auto open = [&](std::size_t given) {
    ColumnPayload payload{reinterpret_cast<const std::uint8_t*>(bytes.data()), given, 3, values[0],
                          values[2] - values[0]};
    ColumnGaps gaps;
    return gaps.open(payload);
  };
  EXPECT_TRUE(open(size));
  for (std::size_t given = 0; given < size; ++given) EXPECT_FALSE(open(given));
  for (const char count : {'\0', '\x20', '\xff'}) {
    bytes[0] = count;
    EXPECT_FALSE(open(size));
  }
  bytes[0] = 2;
  bytes[8] = '\x7f';
  EXPECT_FALSE(open(size)) << "gaps longer than the span";
}

}  // namespace
}  // namespace prosper::store
