// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/memory_quad_source.hpp"
#include "store/settings.hpp"
#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example;
using tests::example_quad;
using tests::scan_quads;
using tests::scan_rows;

class StoreTransactionTest : public testing::Test {
 protected:
  StoreTransactionTest() : store_(Store::open(directory_.path(), tests::writing())) {}

  void insert(const std::vector<rdf::Quad>& quads) {
    const auto transaction = store_->begin();
    for (const rdf::Quad& quad : quads) transaction->insert(quad);
    transaction->commit();
  }

  std::vector<std::string> problems() { return store_->check().problems; }

  tests::TemporaryDirectory directory_;
  std::unique_ptr<Store> store_;
};

TEST_F(StoreTransactionTest, UnchangedNoticeWritesNothing) {
  const std::vector<rdf::Triple> triples = {rdf::triple_of(example_quad("s", "p", "o")),
                                            rdf::triple_of(example_quad("s", "p", "o2"))};
  const rdf::Iri graph{"http://example.org/g"};
  const auto replace = [&] {
    const auto transaction = store_->begin();
    const GraphChange change = transaction->replace_graph(graph, triples);
    transaction->set_import_state("g", "hash");
    transaction->commit();
    return change;
  };
  EXPECT_EQ(replace().added, 2U);
  const auto file = directory_.path() / "gen-000001" / "data.mdb";
  const auto written = std::filesystem::last_write_time(file);
  const std::uint64_t number = store_->snapshot()->commit_number();
  const GraphChange second = replace();
  EXPECT_EQ(second.added + second.removed, 0U);
  EXPECT_EQ(store_->snapshot()->commit_number(), number);
  EXPECT_EQ(std::filesystem::last_write_time(file), written);
}

TEST_F(StoreTransactionTest, ChangesThatCancelOutWriteNothing) {
  const rdf::Quad stays = example_quad("s", "p", "o", "g");
  {
    const auto transaction = store_->begin();
    transaction->insert(stays);
    transaction->commit();
  }
  const auto file = directory_.path() / "gen-000001" / "data.mdb";
  const auto written = std::filesystem::last_write_time(file);
  const auto transaction = store_->begin();
  EXPECT_TRUE(transaction->remove(stays));
  EXPECT_TRUE(transaction->insert(stays));
  EXPECT_TRUE(transaction->insert(example_quad("new", "p", "new")));
  EXPECT_TRUE(transaction->remove(example_quad("new", "p", "new")));
  transaction->commit();
  EXPECT_EQ(store_->snapshot()->commit_number(), 1U);
  EXPECT_EQ(std::filesystem::last_write_time(file), written);
  EXPECT_THAT(store_->check().problems, testing::IsEmpty());
}

TEST_F(StoreTransactionTest, ReplacingAGraphTwiceInOneTransaction) {
  const auto transaction = store_->begin();
  const rdf::Iri graph{"http://example.org/g"};
  EXPECT_EQ(transaction->replace_graph(graph, {rdf::triple_of(example_quad("s", "p", "1"))}).added,
            1U);
  const GraphChange second =
      transaction->replace_graph(graph, {rdf::triple_of(example_quad("s", "p", "2"))});
  EXPECT_EQ(second.added, 1U);
  EXPECT_EQ(second.removed, 1U);
  EXPECT_EQ(transaction->replace_graph(graph, {}).removed, 1U);
  transaction->commit();
  EXPECT_EQ(store_->statistics().terms, 0U);
}

TEST_F(StoreTransactionTest, TermsLeaveWithTheirLastQuad) {
  insert({example_quad("s", "p", "o", "g"), example_quad("s", "p", "o2", "g")});
  EXPECT_EQ(store_->statistics().terms, 5U);
  auto transaction = store_->begin();
  EXPECT_TRUE(transaction->remove(example_quad("s", "p", "o", "g")));
  EXPECT_TRUE(transaction->insert(example_quad("passing", "by", "x")));
  EXPECT_TRUE(transaction->remove(example_quad("passing", "by", "x")));
  transaction->commit();
  EXPECT_EQ(store_->statistics().terms, 4U);
  EXPECT_FALSE(store_->snapshot()->find(example("o")));
  EXPECT_FALSE(store_->snapshot()->find(example("passing")));
  EXPECT_THAT(problems(), testing::IsEmpty());
  transaction = store_->begin();
  EXPECT_EQ(transaction->clear(GraphScope::all()), 1U);
  transaction->commit();
  EXPECT_EQ(store_->statistics().terms, 0U);
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(StoreTransactionTest, IdsStayWithinATransaction) {
  insert({example_quad("s", "p", "o")});
  const auto transaction = store_->begin();
  const TermId id = transaction->find(example("o")).value();
  transaction->clear(GraphScope::all());
  EXPECT_TRUE(scan_rows(*transaction, {}).empty());
  EXPECT_EQ(transaction->term(id), example("o"));
  EXPECT_TRUE(transaction->insert(example_quad("s2", "p", "o")));
  EXPECT_EQ(transaction->find(example("o")), id);
  transaction->commit();
  EXPECT_EQ(store_->snapshot()->term(id), example("o"));
  EXPECT_FALSE(store_->snapshot()->find(example("s")));
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(StoreTransactionTest, ScanGoesOnWhileQuadsComeAndGo) {
  std::vector<rdf::Quad> quads;
  for (int i = 0; i < 5000; ++i) quads.push_back(example_quad("s", "p", std::to_string(i)));
  insert(quads);
  const auto transaction = store_->begin();
  const auto cursor = transaction->scan({});
  QuadBatch batch;
  std::set<TermId> seen;
  while (cursor->next(batch)) {
    for (const TermId object : batch.object) EXPECT_TRUE(seen.insert(object).second);
    const rdf::Term first = transaction->term(batch.object.front());
    transaction->remove({example("s"), example("p"), first, std::nullopt});
    transaction->insert(example_quad("other", "p", "new" + std::to_string(seen.size())));
    EXPECT_GT(transaction->estimate({}), 4000U);  // writes what waits
  }
  EXPECT_GE(seen.size(), 5000U);
}

TEST_F(StoreTransactionTest, ImportStates) {
  const std::string long_key(2000, 'k');
  auto transaction = store_->begin();
  EXPECT_EQ(transaction->import_state("a"), std::nullopt);
  transaction->set_import_state("a", "1");
  transaction->set_import_state("http://example.org/g", "2");
  transaction->set_import_state(long_key, "3");
  EXPECT_EQ(transaction->import_state("a"), "1");
  transaction->insert(example_quad("s", "p", "o", "g"));
  transaction->commit();
  EXPECT_EQ(store_->snapshot()->import_state(long_key), "3");
  EXPECT_EQ(store_->snapshot()->import_state("http://example.org/g"), "2");
  transaction = store_->begin();
  transaction->clear(GraphScope::one(transaction->find(example("g")).value()));
  transaction->commit();
  EXPECT_EQ(store_->snapshot()->import_state("http://example.org/g"), std::nullopt);
  EXPECT_EQ(store_->snapshot()->import_state("a"), "1");
  transaction = store_->begin();
  transaction->clear(GraphScope::all());
  transaction->commit();
  EXPECT_EQ(store_->snapshot()->import_state("a"), std::nullopt);
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(StoreTransactionTest, LongAndOddTermsComeBackByteForByte) {
  const std::string ten_megabytes(10'000'000, 'x');
  const std::vector<rdf::Term> objects = {
      rdf::make_string(ten_megabytes),
      rdf::make_string(ten_megabytes + "y"),
      rdf::make_string(""),
      rdf::make_string(std::string("a\0b", 3)),
      rdf::make_string("1"),
      rdf::make_language_string("", "fr"),
      rdf::make_language_string("été", std::string(500, 'a')),
      rdf::make_language_string("été", "FR"),
      rdf::make_typed_literal("", "http://example.org/" + std::string(1000, 'd')),
      rdf::make_typed_literal("01", "http://www.w3.org/2001/XMLSchema#integer"),
      rdf::make_typed_literal("x", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
      rdf::Iri{"http://example.org/" + std::string(3000, 'i')},
      rdf::Iri{std::string(default_public_base)},
      rdf::Iri{"x:"},
      rdf::BlankNode{std::string(700, 'b')},
  };
  std::vector<rdf::Quad> quads;
  for (const rdf::Term& object : objects) {
    quads.push_back({example("s"), example("p"), object, std::nullopt});
  }
  insert(quads);
  const auto snapshot = store_->snapshot();
  EXPECT_TRUE(scan_quads(*snapshot) == std::set<rdf::Quad>(quads.begin(), quads.end()));
  for (const rdf::Term& object : objects) {
    const auto id = snapshot->find(object);
    ASSERT_TRUE(id);
    EXPECT_TRUE(snapshot->term(*id) == object);
  }
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(StoreTransactionTest, EstimatesOfLargePatternsAreBounds) {
  const auto transaction = store_->begin();
  for (int i = 0; i < 20'000; ++i) {
    transaction->insert(example_quad("s" + std::to_string(i), "p", "o", i % 2 == 0 ? "g" : ""));
  }
  transaction->commit();
  const auto snapshot = store_->snapshot();
  QuadPattern pattern;
  pattern.predicate = snapshot->find(example("p"));
  EXPECT_EQ(snapshot->estimate(pattern), 20'000U);
  pattern.object = snapshot->find(example("o"));
  EXPECT_EQ(snapshot->estimate(pattern), 20'000U);
  pattern.graph = GraphScope::one(snapshot->find(example("g")).value());
  EXPECT_GE(snapshot->estimate(pattern), 10'000U);
  pattern.subject = snapshot->find(example("s4"));
  EXPECT_EQ(snapshot->estimate(pattern), 1U);
  EXPECT_EQ(snapshot->estimate({{}, {}, {}, GraphScope::named()}), 10'000U);
}

TEST_F(StoreTransactionTest, Statistics) {
  insert({example_quad("s", "p", "o", "g"), example_quad("s", "p", "o2"),
          example_quad("s", "q", "o", "g2")});
  const auto reader = store_->snapshot();
  const StoreStatistics statistics = store_->statistics();
  EXPECT_EQ(statistics.quads, 3U);
  EXPECT_EQ(statistics.named_graphs, 2U);
  EXPECT_EQ(statistics.terms, 7U);
  EXPECT_GE(statistics.readers, 1U);
  EXPECT_GE(statistics.file_bytes, statistics.live_bytes);
  EXPECT_EQ(statistics.format_version, format_version);
  const std::pair<std::string, std::uint64_t> p{"http://example.org/p", 2};
  const std::pair<std::string, std::uint64_t> q{"http://example.org/q", 1};
  EXPECT_THAT(statistics.predicates, testing::ElementsAre(p, q));
  std::uint64_t bytes = 0;
  for (const auto& part : statistics.parts) bytes += part.second;
  EXPECT_EQ(bytes, statistics.live_bytes);
}

TEST_F(StoreTransactionTest, DumpGivesGraphByGraph) {
  const std::vector<rdf::Quad> quads = {
      example_quad("a", "p", "1", "g2"), example_quad("b", "p", "1", "g1"),
      example_quad("a", "p", "1"),       example_quad("b", "p", "2", "g2"),
      example_quad("a", "q", "3", "g2"), example_quad("b", "q", "1", "g1")};
  insert(quads);
  MemoryQuadSource memory;
  for (const rdf::Quad& quad : quads) memory.insert(quad);
  const auto snapshot = store_->snapshot();
  for (const QuadSource* source :
       {static_cast<const QuadSource*>(snapshot.get()), static_cast<const QuadSource*>(&memory)}) {
    tests::QuadCollector collector;
    dump(*source, collector);
    EXPECT_THAT(collector.quads, testing::UnorderedElementsAreArray(quads));
    std::set<std::pair<std::optional<rdf::Term>, rdf::Term>> finished;
    for (std::size_t i = 1; i < collector.quads.size(); ++i) {
      const auto& before = collector.quads[i - 1];
      const auto& here = collector.quads[i];
      if (before.graph == here.graph && before.subject == here.subject) continue;
      finished.emplace(before.graph, before.subject);
      EXPECT_FALSE(finished.contains({here.graph, here.subject})) << "a subject came back";
    }
  }
}

TEST(StoreFull, MapFullIsFullAndLosesNothing) {
  const tests::TemporaryDirectory directory;
  OpenOptions options = tests::writing();
  options.map_size = std::uint64_t{1} << 20U;
  const auto store = Store::open(directory.path(), options);
  {
    const auto transaction = store->begin();
    transaction->insert(example_quad("s", "p", "o"));
    transaction->commit();
  }
  {
    const auto transaction = store->begin();
    for (int i = 0; i < 20'000; ++i) {
      transaction->insert(example_quad("s" + std::to_string(i), "p", "o"));
    }
    try {
      transaction->commit();
      FAIL() << "committed into a full map";
    } catch (const StoreError& error) {
      EXPECT_EQ(error.kind(), StoreError::Kind::Full);
      EXPECT_THAT(error.what(), testing::HasSubstr("PROSPER_MAP_SIZE"));
    }
    EXPECT_THROW(transaction->insert(example_quad("t", "p", "o")), StoreError);
    EXPECT_THROW(transaction->commit(), StoreError);
  }
  EXPECT_EQ(store->snapshot()->quad_count(), 1U);
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
  const auto transaction = store->begin();
  EXPECT_TRUE(transaction->insert(example_quad("s2", "p", "o")));
  transaction->commit();
}

}  // namespace
}  // namespace prosper::store
