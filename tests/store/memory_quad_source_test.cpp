// SPDX-License-Identifier: Apache-2.0
#include "store/memory_quad_source.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace prosper::store {
namespace {

rdf::Term iri(const std::string& name) {
  return rdf::Iri{"http://example.org/" + name};
}

rdf::Quad quad(const std::string& s, const std::string& p, const std::string& o,
               const std::string& g = "") {
  rdf::Quad result{iri(s), iri(p), iri(o), std::nullopt};
  if (!g.empty()) result.graph = iri(g);
  return result;
}

std::set<QuadIds> rows(const QuadSource& source, const QuadPattern& pattern) {
  std::set<QuadIds> found;
  const auto cursor = source.scan(pattern);
  QuadBatch batch;
  while (cursor->next(batch)) {
    EXPECT_LE(batch.size(), QuadCursor::batch_rows);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const QuadIds row{batch.subject[i], batch.predicate[i], batch.object[i], batch.graph[i]};
      EXPECT_TRUE(found.insert(row).second) << "a row came twice";
    }
  }
  EXPECT_EQ(batch.size(), 0U);
  return found;
}

TEST(MemoryQuadSource, InsertsAndRemovesOnce) {
  MemoryQuadSource source;
  EXPECT_TRUE(source.insert(quad("s", "p", "o")));
  EXPECT_FALSE(source.insert(quad("s", "p", "o")));
  EXPECT_TRUE(source.insert(quad("s", "p", "o", "g")));
  EXPECT_EQ(source.size(), 2U);
  EXPECT_FALSE(source.remove(quad("s", "p", "x")));
  EXPECT_FALSE(source.remove(quad("s", "p", "o", "other")));
  EXPECT_TRUE(source.remove(quad("s", "p", "o")));
  EXPECT_FALSE(source.remove(quad("s", "p", "o")));
  EXPECT_EQ(source.size(), 1U);
}

TEST(MemoryQuadSource, TellsTermsApart) {
  MemoryQuadSource source;
  const std::vector<rdf::Term> terms = {
      rdf::Iri{"a"},
      rdf::BlankNode{"a"},
      rdf::make_string("a"),
      rdf::make_language_string("a", "fr"),
      rdf::make_language_string("a", "FR"),
      rdf::make_typed_literal("1", "http://www.w3.org/2001/XMLSchema#integer"),
      rdf::make_typed_literal("01", "http://www.w3.org/2001/XMLSchema#integer"),
  };
  for (const rdf::Term& term : terms) source.insert({iri("s"), iri("p"), term, std::nullopt});
  std::set<TermId> ids;
  for (const rdf::Term& term : terms) {
    const auto id = source.find(term);
    ASSERT_TRUE(id) << rdf::to_ntriples(term);
    EXPECT_EQ(source.term(*id), term);
    ids.insert(*id);
  }
  EXPECT_EQ(ids.size(), terms.size());
  EXPECT_FALSE(source.find(rdf::make_string("b")));
}

TEST(MemoryQuadSource, GraphScopes) {
  MemoryQuadSource source;
  source.insert(quad("s", "p", "o"));
  source.insert(quad("s", "p", "o", "g1"));
  source.insert(quad("s", "p", "o2", "g2"));
  QuadPattern pattern;
  EXPECT_EQ(rows(source, pattern).size(), 3U);
  pattern.graph = GraphScope::named();
  EXPECT_EQ(rows(source, pattern).size(), 2U);
  EXPECT_EQ(source.estimate(pattern), 2U);
  pattern.graph = GraphScope::one(default_graph);
  EXPECT_EQ(rows(source, pattern).size(), 1U);
  pattern.graph = GraphScope::one(source.find(iri("g2")).value());
  EXPECT_EQ(rows(source, pattern).size(), 1U);
}

TEST(MemoryQuadSource, ListsGraphsInPages) {
  MemoryQuadSource source;
  source.insert(quad("s", "p", "o"));
  for (const char* name : {"g1", "g2", "g3"}) source.insert(quad("s", "p", "o", name));
  const auto all = source.graphs(default_graph, 10);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
  EXPECT_THAT(source.graphs(default_graph, 2), testing::ElementsAre(all[0], all[1]));
  EXPECT_THAT(source.graphs(all[1], 2), testing::ElementsAre(all[2]));
  source.remove(quad("s", "p", "o", "g2"));
  EXPECT_THAT(source.graphs(default_graph, 10), testing::ElementsAre(all[0], all[2]));
}

// Every combination of bound positions gives what filtering all rows one by one gives.
TEST(MemoryQuadSource, EveryPatternAgreesWithFiltering) {
  MemoryQuadSource source;
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const auto name = [&](unsigned kinds) { return "t" + std::to_string(random() % kinds); };
    source.insert(quad(name(20), name(5), name(30), random() % 3 == 0 ? "" : name(4)));
  }
  const std::set<QuadIds> all = rows(source, {});
  ASSERT_EQ(all.size(), source.size());
  ASSERT_GT(all.size(), QuadCursor::batch_rows);
  const QuadIds probe = *std::next(all.begin(), 500);
  for (unsigned mask = 0; mask < 16; ++mask) {
    QuadPattern pattern;
    if (mask & 1U) pattern.subject = probe.subject;
    if (mask & 2U) pattern.predicate = probe.predicate;
    if (mask & 4U) pattern.object = probe.object;
    if (mask & 8U) pattern.graph = GraphScope::one(probe.graph);
    std::set<QuadIds> expected;
    for (const QuadIds& row : all) {
      if ((!(mask & 1U) || row.subject == probe.subject) &&
          (!(mask & 2U) || row.predicate == probe.predicate) &&
          (!(mask & 4U) || row.object == probe.object) &&
          (!(mask & 8U) || row.graph == probe.graph)) {
        expected.insert(row);
      }
    }
    EXPECT_EQ(rows(source, pattern), expected) << "mask " << mask;
    EXPECT_EQ(source.estimate(pattern), expected.size()) << "mask " << mask;
  }
}

}  // namespace
}  // namespace prosper::store
