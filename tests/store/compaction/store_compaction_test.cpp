// SPDX-License-Identifier: Apache-2.0
// A compaction changes nothing but where things lie.
#include "store/store_compaction.hpp"

#include <algorithm>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/files/temporary_directory.hpp"
#include "tests/store/child_process.hpp"
#include "tests/store/program/history.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example;
using tests::example_quad;

constexpr const char* program = PROSPER_STORE_PROGRAM;

class Compaction : public testing::Test {
 protected:
  void run_history(const char* command, const char* rounds) const {
    ASSERT_EQ(tests::ChildProcess({program, command, store_, rounds}).wait(), 0);
  }

  void commit(const std::function<void(Transaction&)>& change) const {
    const auto transaction = Store::open(store_, tests::writing())->begin();
    change(*transaction);
    transaction->commit();
  }

  std::vector<rdf::Quad> dumped() const {
    tests::QuadCollector sink;
    dump(*Store::open(store_, tests::reading())->snapshot(), sink);
    std::sort(sink.quads.begin(), sink.quads.end());
    return sink.quads;
  }

  StoreStatistics statistics() const { return Store::open(store_, tests::reading())->statistics(); }

  std::vector<std::string> problems() const {
    return Store::open(store_, tests::reading())->check().problems;
  }

  std::size_t generations() const {
    const auto folders = std::filesystem::directory_iterator(store_);
    return static_cast<std::size_t>(std::count_if(begin(folders), end(folders), [](auto& entry) {
      return entry.path().filename().string().starts_with("gen-");
    }));
  }

  /// Compacts and compares everything that must stay.
  CompactReport compact_and_compare(const CompactOptions& options = {}) const {
    const auto quads = dumped();
    const StoreStatistics before = statistics();
    const CompactReport report = compact(store_, tests::writing(), options);
    const StoreStatistics after = statistics();
    EXPECT_TRUE(dumped() == quads);
    EXPECT_THAT(problems(), testing::IsEmpty());
    EXPECT_EQ(report.merged_terms, before.late_terms);
    EXPECT_EQ(report.quads, quads.size());
    EXPECT_EQ(report.generation, before.generation + 1);
    EXPECT_EQ(after.late_terms, 0U);
    EXPECT_LT(after.pages.free, 20U) << "the last commits' own";
    EXPECT_EQ(after.terms, before.terms);
    EXPECT_EQ(after.quads, before.quads);
    EXPECT_EQ(after.named_graphs, before.named_graphs);
    EXPECT_EQ(after.public_base, before.public_base);
    EXPECT_EQ(sorted(after.predicates), sorted(before.predicates));
    EXPECT_EQ(generations(), 1U);
    return report;
  }

  static std::vector<std::pair<std::string, std::uint64_t>> sorted(
      std::vector<std::pair<std::string, std::uint64_t>> counts) {
    std::sort(counts.begin(), counts.end());
    return counts;
  }

  /// The tables are as large as those of a load of all quads into an empty store.
  void expect_as_if_loaded() const {
    const auto fresh = Store::open(directory_.path() / "fresh", tests::writing());
    const auto load = fresh->begin_bulk({});
    for (const rdf::Quad& quad : dumped()) load->feeds()[0]->quad(quad);
    load->commit();
    auto compacted = statistics().parts;
    auto loaded = fresh->statistics().parts;
    const auto is_other = [](const auto& part) {
      return part.first == "imports" || part.first.starts_with("settings");
    };
    std::erase_if(compacted, is_other);
    std::erase_if(loaded, is_other);
    EXPECT_EQ(compacted, loaded);
  }

  tests::TemporaryDirectory directory_;
  std::filesystem::path store_ = directory_.path() / "store";
};

TEST_F(Compaction, OfAStoreWithoutABulkLoad) {
  run_history("history", "100");
  EXPECT_GT(statistics().late_terms, 100U);
  const CompactReport report = compact_and_compare();
  EXPECT_LT(report.bytes_after, report.bytes_before);
  std::uint64_t steps = 0;
  EXPECT_THAT(tests::verify(*Store::open(store_, tests::reading()), steps), testing::IsEmpty());
  EXPECT_EQ(steps, 100U) << "import states are part of what is verified";
  expect_as_if_loaded();
}

TEST_F(Compaction, OfLateAndOrderedTermsWithGaps) {
  run_history("loading", "152");
  const StoreStatistics before = statistics();
  EXPECT_GT(before.late_terms, 0U);
  EXPECT_GT(before.terms, before.late_terms);
  compact_and_compare();
  expect_as_if_loaded();
  run_history("loading", "73");
  compact_and_compare();
  std::uint64_t steps = 0;
  EXPECT_THAT(tests::verify(*Store::open(store_, tests::reading()), steps), testing::IsEmpty());
  EXPECT_EQ(steps, 225U);
}

TEST_F(Compaction, OfNothing) {
  commit([](Transaction&) {});
  compact_and_compare();
  commit([](Transaction& transaction) { transaction.insert(example_quad("s", "p", "o")); });
  compact_and_compare();
  expect_as_if_loaded();
}

TEST_F(Compaction, OfTermsOfEveryKind) {
  const std::string base(default_public_base);
  const std::vector<rdf::Term> terms = {
      rdf::BlankNode{"b"},
      rdf::Iri{base + "id/1"},
      rdf::Iri{base},
      example("iri"),
      rdf::make_string(""),
      rdf::make_string(std::string("a\0b", 3)),
      rdf::make_string(std::string(20'000, 'x')),
      rdf::make_language_string("a", "fr"),
      rdf::make_language_string("a", "FR"),
      rdf::make_typed_literal("12", "http://www.w3.org/2001/XMLSchema#integer"),
      rdf::make_typed_literal("012", "http://www.w3.org/2001/XMLSchema#integer"),
      rdf::make_typed_literal("x", "http://example.org/type"),
  };
  const auto insert_some = [&](Transaction& transaction, std::size_t remainder) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i % 3 != remainder) continue;
      transaction.insert({example("s"), example("p"), terms[i], std::nullopt});
    }
  };
  for (std::size_t round = 0; round < 3; ++round) {
    commit([&](Transaction& transaction) { insert_some(transaction, round); });
    compact_and_compare();
  }
  expect_as_if_loaded();
}

TEST_F(Compaction, InLittleMemory) {
  commit([](Transaction& transaction) {
    for (int i = 0; i < 20'000; ++i) {
      const std::string number = std::to_string(i * 7919 % 20'000);
      transaction.insert(
          example_quad("s" + number, "p", "o" + number, "g" + std::to_string(i % 9)));
    }
  });
  CompactOptions options;
  options.memory = 0;
  compact_and_compare(options);
  expect_as_if_loaded();
}

TEST_F(Compaction, KeepsIrisOfAnotherBaseApart) {
  run_history("history", "5");
  OpenOptions elsewhere = tests::writing();
  elsewhere.public_base = "https://example.org/";
  {
    const auto transaction = Store::open(store_, elsewhere)->begin();
    const rdf::Term displaced = rdf::Iri{std::string(default_public_base) + "id/late"};
    transaction->insert({displaced, displaced, displaced, std::nullopt});
    transaction->commit();
  }
  compact(store_, tests::writing());
  EXPECT_THROW(Store::open(store_, tests::reading()), StoreError);
  EXPECT_THAT(Store::open(store_, elsewhere)->check().problems, testing::IsEmpty());
}

TEST_F(Compaction, ThatIsGivenUpLeavesNothing) {
  run_history("loading", "60");
  const auto quads = dumped();
  for (const std::string_view last : {"terms", "orders", "disk"}) {
    CompactOptions options;
    options.progress = [&](std::string_view step, double done) {
      EXPECT_GE(done, 0);
      EXPECT_LE(done, 1);
      if (step == last) throw std::runtime_error("given up");
    };
    EXPECT_THROW(compact(store_, tests::writing(), options), std::runtime_error);
    EXPECT_EQ(generations(), 1U) << last;
    EXPECT_TRUE(dumped() == quads);
  }
  compact_and_compare();
}

TEST_F(Compaction, RefusesADamagedStore) {
  run_history("history", "30");
  const auto generation = statistics().generation;
  const auto file = store_ / ("gen-00000" + std::to_string(generation)) / "data.mdb";
  std::string bytes(std::filesystem::file_size(file), '\0');
  const int opened = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(::pread(opened, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  const std::string wanted = "http://example.org/version";
  std::size_t refused = 0;
  std::size_t places = 0;
  // Late terms are stored as they are: another letter is seen by their checksums only. Old pages
  // hold copies that nobody reads.
  for (auto at = bytes.find(wanted); at != std::string::npos; at = bytes.find(wanted, at + 1)) {
    ++places;
    const auto last = static_cast<off_t>(at + wanted.size() - 1);
    ASSERT_EQ(::pwrite(opened, "m", 1, last), 1);
    try {
      compact(store_, tests::writing(), {.progress = [](std::string_view step, double) {
                if (step == "disk") throw std::runtime_error("enough");
              }});
    } catch (const StoreError& error) {
      EXPECT_EQ(error.kind(), StoreError::Kind::Damaged);
      EXPECT_THAT(error.what(), testing::HasSubstr("prosper check"));
      ++refused;
    } catch (const std::runtime_error&) {
    }
    ASSERT_EQ(::pwrite(opened, "n", 1, last), 1);
  }
  ::close(opened);
  EXPECT_GT(places, 0U);
  EXPECT_EQ(refused, 1U) << "of " << places << " places";
  EXPECT_EQ(generations(), 1U);
  compact_and_compare();
}

}  // namespace
}  // namespace prosper::store
