// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include "store/blocks/block_encoder.hpp"
#include "store/blocks/row_block.hpp"

namespace prosper::tests {

using store::Row;

/// The orders of quads.
inline constexpr std::array<std::array<std::size_t, 4>, 7> row_orders = {{{0, 1, 2, 3},
                                                                          {0, 2, 1, 3},
                                                                          {1, 0, 2, 3},
                                                                          {1, 2, 0, 3},
                                                                          {2, 0, 1, 3},
                                                                          {2, 1, 0, 3},
                                                                          {3, 0, 1, 2}}};

/// Rows column by column, for the encoder.
struct ColumnValues {
  std::array<std::vector<std::uint64_t>, store::row_columns> values;

  explicit ColumnValues(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) values[i].push_back(row[i]);
    }
  }

  store::RowColumns columns() const {
    return {values[0].data(), values[1].data(), values[2].data(), values[3].data()};
  }
};

/// Random sorted rows of many shapes: the seed decides how wide, repetitive and dependent the
/// columns are.
inline std::vector<Row> random_rows(std::mt19937_64& random, std::size_t count) {
  std::array<unsigned, 4> widths{};
  std::array<std::uint64_t, 4> bases{};
  for (std::size_t i = 0; i < 4; ++i) {
    widths[i] = static_cast<unsigned>(random() % (random() % 2 == 0 ? 65 : 12));
    bases[i] = random() % 3 == 0 ? 0 : random();
  }
  const bool follows = random() % 2 == 0;
  std::vector<Row> rows;
  for (std::size_t n = 0; n < count; ++n) {
    Row row{};
    for (std::size_t i = 0; i < 4; ++i) row[i] = bases[i] + (random() & store::low_bits(widths[i]));
    if (follows) row[3] = row[1] / 7 + random() % 4;
    if (random() % 50 == 0) row[random() % 4] = ~std::uint64_t{0};
    if (random() % 50 == 0) row[random() % 4] = 0;
    rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

/// Rows as notices make them: a graph a notice, some subjects, a predicate's objects alike.
inline std::vector<Row> notice_rows(std::mt19937_64& random, std::size_t notices) {
  std::vector<Row> rows;
  std::uint64_t subject = std::uint64_t{2} << 60U;
  for (std::uint64_t notice = 0; notice < notices; ++notice) {
    const std::uint64_t graph = (std::uint64_t{2} << 60U) + 5'000'000 + notice;
    const std::size_t subjects = 3 + random() % 5;
    for (std::size_t i = 0; i < subjects; ++i) {
      ++subject;
      for (std::uint64_t predicate = 1; predicate < 12; ++predicate) {
        if (random() % 3 == 0) continue;
        const std::uint64_t object = predicate * 1'000'000 + random() % (predicate * 50);
        rows.push_back({subject, predicate, (std::uint64_t{4} << 60U) + object, graph});
      }
    }
  }
  return rows;
}

/// `at_once` rows at a time: few and many are decoded in different ways.
inline std::vector<Row> decode_rows(store::RowBlock& block,
                                    std::size_t at_once = store::block_row_limit) {
  std::vector<Row> rows(block.rows());
  std::vector<std::uint64_t> values(block.rows());
  for (std::size_t column = 0; column < store::row_columns; ++column) {
    for (std::size_t from = 0; from < rows.size(); from += at_once) {
      const std::size_t count = std::min(at_once, rows.size() - from);
      block.decode(column, from, count, values.data() + from);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i][column] = values[i];
  }
  return rows;
}

}  // namespace prosper::tests
