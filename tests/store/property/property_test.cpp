// SPDX-License-Identifier: Apache-2.0
// Random operations on a store and on a plain model give the same; and the test would notice.
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/property/faulty_store.hpp"
#include "tests/store/property/model.hpp"
#include "tests/store/property/random_operations.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::Fault;

constexpr unsigned parts = 4;

std::uint64_t seeds_of_a_part() {
  const char* text = std::getenv("PROSPER_SEEDS");
  return (text == nullptr ? 100 : std::stoull(text) + parts - 1) / parts;
}

std::unique_ptr<Store> open(const std::filesystem::path& directory) {
  return Store::open(directory, tests::writing());
}

class StoreAgainstModel : public testing::TestWithParam<unsigned> {};

TEST_P(StoreAgainstModel, RandomOperations) {
  const std::uint64_t seeds = seeds_of_a_part();
  for (std::uint64_t seed = GetParam() * seeds; seed < (GetParam() + 1) * seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const tests::TemporaryDirectory directory;
    ASSERT_NO_THROW(tests::run_random_operations(directory.path(), seed, open));
  }
}

INSTANTIATE_TEST_SUITE_P(Parts, StoreAgainstModel, testing::Range(0U, parts));

class SeededBug : public testing::TestWithParam<int> {};

TEST_P(SeededBug, IsNoticed) {
  const auto open_faulty = [](const std::filesystem::path& directory) {
    return tests::make_faulty(open(directory), static_cast<Fault>(GetParam()));
  };
  constexpr std::uint64_t seeds = 50;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const tests::TemporaryDirectory directory;
    try {
      tests::run_random_operations(directory.path(), seed, open_faulty);
    } catch (const tests::Mismatch& mismatch) {
      RecordProperty("noticed", "seed " + std::to_string(seed) + ": " + mismatch.what());
      return;
    }
  }
  FAIL() << "the bug went unnoticed in " << seeds << " seeds";
}

INSTANTIATE_TEST_SUITE_P(Faults, SeededBug, testing::Range(0, tests::fault_count));

}  // namespace
}  // namespace prosper::store
