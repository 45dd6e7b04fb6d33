// SPDX-License-Identifier: Apache-2.0
// Every encoding gives back what went in, also with the values at the edges.
#include <gtest/gtest.h>

#include "store/blocks/bit_pack.hpp"
#include "tests/store/blocks/block_rows.hpp"

namespace prosper::store {
namespace {

using tests::ColumnValues;
using Values = std::vector<std::uint64_t>;

constexpr std::uint64_t top = ~std::uint64_t{0};

/// A block whose column 2 has the values in the given encoding, over column 1 where it depends on
/// another; the others are constant or a dictionary.
std::string encode_column(const Values& values, const Values& others, ColumnEncoding encoding) {
  const Values zeros(values.size(), 0);
  const RowColumns columns = {zeros.data(), others.data(), values.data(), zeros.data()};
  const bool all_equal =
      std::adjacent_find(others.begin(), others.end(), std::not_equal_to<>()) == others.end();
  BlockPlan plan;
  plan.columns[1].encoding = encoding == ColumnEncoding::Grouped ? ColumnEncoding::Dictionary
                             : all_equal                         ? ColumnEncoding::Constant
                                                                 : ColumnEncoding::Packed;
  plan.columns[2] = {encoding, 1, unit_slope};
  PlanHints hints;
  return encode_block(columns, values.size(), plan, nullptr, hints);
}

void expect_pieces(RowBlock& block, const Values& values, std::mt19937_64& random) {
  for (int i = 0; i < 5; ++i) {
    const std::size_t from = random() % values.size();
    const std::size_t count = random() % (values.size() - from + 1);
    Values piece(count);
    block.decode(2, from, count, piece.data());
    const auto start = values.begin() + static_cast<std::ptrdiff_t>(from);
    ASSERT_EQ(piece, Values(start, start + static_cast<std::ptrdiff_t>(count)));
    ASSERT_EQ(block.at(2, from), values[from]);
  }
}

/// Decodes column 2 in pieces and one by one, before and after it was decoded at once.
void expect_values(const std::string& bytes, const Values& values, std::mt19937_64& random) {
  RowBlock block;
  block.load(bytes);
  ASSERT_EQ(block.rows(), values.size());
  expect_pieces(block, values, random);
  Values decoded(values.size());
  block.decode(2, 0, values.size(), decoded.data());
  ASSERT_EQ(decoded, values);
  expect_pieces(block, values, random);
}

std::vector<Values> edge_columns() {
  std::vector<Values> columns = {{0}, {top}, {0, top}, {top, 0}, {0, top, 0, top, 1, top - 1}};
  columns.push_back(Values(200, top));
  for (const std::size_t rows : {1U, 2U, 63U, 64U, 65U, 127U, 128U, 129U, 200U}) {
    Values ascending;
    Values jumping;
    for (std::size_t i = 0; i < rows; ++i) {
      ascending.push_back(top - rows + i);
      jumping.push_back(i % 3 == 0 ? top - i : i);
    }
    columns.push_back(ascending);
    columns.push_back(jumping);
  }
  return columns;
}

void expect_round_trip(const Values& values, const Values& others, ColumnEncoding encoding,
                       std::mt19937_64& random) {
  SCOPED_TRACE(static_cast<int>(encoding));
  const std::string bytes = encode_column(values, others, encoding);
  if (bytes.size() > block_bytes) return;
  expect_values(bytes, values, random);
}

constexpr std::array value_encodings = {ColumnEncoding::Packed, ColumnEncoding::Runs,
                                        ColumnEncoding::Delta, ColumnEncoding::Dictionary,
                                        ColumnEncoding::Linear};

TEST(Encodings, KeepEdgeValues) {
  std::mt19937_64 random(1);
  for (const Values& values : edge_columns()) {
    Values others;
    for (std::size_t i = 0; i < values.size(); ++i) others.push_back(i % 2 == 0 ? top : i);
    for (const ColumnEncoding encoding : value_encodings) {
      expect_round_trip(values, others, encoding, random);
    }
  }
}

TEST(Encodings, KeepRandomColumnsOfAllWidths) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    std::mt19937_64 random(seed);
    for (unsigned width = 0; width <= 64; ++width) {
      Values values;
      Values others;
      const std::size_t rows = 1 + random() % (3000 / (width + 4));
      const std::uint64_t base = random();
      for (std::size_t i = 0; i < rows; ++i) {
        values.push_back(base + (random() & low_bits(width)));
        others.push_back(random() % 9);
      }
      if (seed % 3 == 0) std::sort(values.begin(), values.end());
      for (const ColumnEncoding encoding : value_encodings) {
        expect_round_trip(values, others, encoding, random);
      }
      // A grouped width must be readable with one load.
      const auto [min, max] = std::minmax_element(values.begin(), values.end());
      if (width_of(*max - *min) > 57) continue;
      expect_round_trip(values, others, ColumnEncoding::Grouped, random);
    }
  }
}

TEST(Encodings, SearchAscendingColumns) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    std::mt19937_64 random(seed);
    Values values;
    const std::uint64_t range = seed % 4 == 0 ? 7 : 1 + random() % 100'000;
    for (std::size_t i = 0; i < 300; ++i) values.push_back(5 + random() % range);
    std::sort(values.begin(), values.end());
    const Values others(values.size(), 3);
    for (const ColumnEncoding encoding : value_encodings) {
      const std::string bytes = encode_column(values, others, encoding);
      ASSERT_LE(bytes.size(), block_bytes);
      RowBlock block;
      block.load(bytes);
      for (int i = 0; i < 50; ++i) {
        const std::uint64_t wanted = random() % (range + 12);
        const std::size_t from = random() % values.size();
        const std::size_t to = from + random() % (values.size() - from + 1);
        const auto start = values.begin();
        const auto found = std::lower_bound(start + static_cast<std::ptrdiff_t>(from),
                                            start + static_cast<std::ptrdiff_t>(to), wanted);
        ASSERT_EQ(block.lower_bound(2, from, to, wanted), static_cast<std::size_t>(found - start));
      }
    }
  }
}

TEST(BitPacking, KeepsEveryWidth) {
  std::mt19937_64 random(3);
  for (unsigned width = 0; width <= 64; ++width) {
    Values values;
    for (int i = 0; i < 77; ++i) values.push_back(random() & low_bits(width));
    std::string bytes;
    Values raised = values;
    for (std::uint64_t& value : raised) value += 5;
    pack(raised.data(), raised.size(), width, 5, bytes);
    EXPECT_EQ(bytes.size(), packed_bytes(values.size(), width));
    bytes.append(unpack_overrun, '\xff');
    const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t from = 0; from < values.size(); ++from) {
      Values out(values.size() - from);
      unpack(start, from, out.size(), width, 11, out.data());
      for (std::size_t i = 0; i < out.size(); ++i) ASSERT_EQ(out[i], values[from + i] + 11);
      EXPECT_EQ(unpack_one(start, from, width), values[from]);
    }
  }
}

TEST(BitPacking, KeepsMixedWidths) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 200; ++round) {
    std::vector<unsigned> widths;
    Values values;
    std::size_t bits = 0;
    for (int i = 0; i < 50; ++i) {
      widths.push_back(static_cast<unsigned>(random() % 58));
      values.push_back(random() & low_bits(widths.back()));
      bits += widths.back();
    }
    std::string bytes((bits + 7) / 8 + 8, '\xff');
    BitWriter writer(bytes.data());
    for (std::size_t i = 0; i < values.size(); ++i) writer.put(values[i], widths[i]);
    bytes.append(unpack_overrun, '\xff');
    const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t bit = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      ASSERT_EQ(unpack_at_bit(start, bit, widths[i]), values[i]);
      bit += widths[i];
    }
  }
}

}  // namespace
}  // namespace prosper::store
