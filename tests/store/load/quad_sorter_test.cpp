// SPDX-License-Identifier: Apache-2.0
// The seven orders against std::sort, in memory and with hardly any.
#include "store/load/quad_sorter.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <stdexcept>
#include <vector>

#include "store/load/radix_sort.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::store {
namespace {

class Collector final : public OrderReceiver {
 public:
  void begin(const OrderPositions& order) override { current_ = &orders[order]; }

  void quads(std::span<const PackedQuad> quads) override {
    current_->insert(current_->end(), quads.begin(), quads.end());
  }

  void end() override { ++ended; }

  std::map<OrderPositions, std::vector<PackedQuad>> orders;
  std::size_t ended = 0;

 private:
  std::vector<PackedQuad>* current_ = nullptr;
};

std::vector<PackedQuad> random_quads(std::size_t count, std::uint32_t terms) {
  std::mt19937 random(static_cast<unsigned>(count));
  std::vector<PackedQuad> quads(count);
  for (PackedQuad& quad : quads) {
    for (std::uint32_t& term : quad) term = static_cast<std::uint32_t>(random()) % terms;
    quad[1] %= 7;
  }
  return quads;
}

std::vector<PackedQuad> expected_order(std::vector<PackedQuad> quads, const OrderPositions& order) {
  std::sort(quads.begin(), quads.end(), [&](const PackedQuad& left, const PackedQuad& right) {
    for (const std::size_t term : order) {
      if (left[term] != right[term]) return left[term] < right[term];
    }
    return false;
  });
  quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
  return quads;
}

void check(std::size_t count, std::uint32_t terms, std::size_t memory, bool in_memory) {
  const tests::TemporaryDirectory directory;
  const std::vector<PackedQuad> quads = random_quads(count, terms);
  QuadSorter sorter(count, memory, directory.path());
  EXPECT_EQ(sorter.is_in_memory(), in_memory);
  const std::span<const PackedQuad> all(quads);
  sorter.add(all.first(count / 3));
  sorter.add(all.subspan(count / 3));
  Collector collector;
  sorter.sort(collector);
  EXPECT_EQ(collector.ended, 7U);
  ASSERT_EQ(collector.orders.size(), 7U);
  for (const auto& [order, sorted] : collector.orders) {
    EXPECT_EQ(sorted, expected_order(quads, order)) << order[0] << order[1] << order[2];
  }
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
}

constexpr std::size_t plenty = std::size_t{1} << 30U;

TEST(QuadSorter, SortsInMemory) {
  check(100'000, 1'000'000'000, plenty, true);
  check(100'000, 300, plenty, true);
  check(20'000, 9, plenty, true);
}

TEST(QuadSorter, SortsWithHardlyAnyMemory) {
  check(100'000, 1'000'000'000, 100'000, false);
  check(100'000, 300, 1'000, false);
  check(20'000, 9, 0, false);
}

TEST(QuadSorter, SortsNothing) {
  check(0, 1, plenty, true);
  check(1, 1, plenty, true);
  check(1, 1, 0, false);
}

class Thrower final : public OrderReceiver {
 public:
  void begin(const OrderPositions& /*order*/) override {
    if (++begun == 3) throw std::runtime_error("enough");
  }

  void quads(std::span<const PackedQuad> /*quads*/) override {}

  void end() override {}

  int begun = 0;
};

TEST(QuadSorter, LetsExceptionsOfTheReceiverThrough) {
  const tests::TemporaryDirectory directory;
  for (const std::size_t memory : {plenty, std::size_t{0}}) {
    QuadSorter sorter(5000, memory, directory.path());
    sorter.add(random_quads(5000, 100));
    Thrower thrower;
    EXPECT_THROW(sorter.sort(thrower), std::runtime_error);
  }
}

TEST(RadixSort, IsStableAndMaySpareTheSource) {
  std::vector<PackedQuad> quads = random_quads(50'000, 70'000);
  std::vector<PackedQuad> expected = quads;
  std::stable_sort(
      expected.begin(), expected.end(),
      [](const PackedQuad& left, const PackedQuad& right) { return left[2] < right[2]; });
  std::vector<PackedQuad> to(quads.size());
  const auto sorted = sort_by(2, quads, to, quads);
  EXPECT_TRUE(std::equal(sorted.begin(), sorted.end(), expected.begin(), expected.end()));
}

}  // namespace
}  // namespace prosper::store
