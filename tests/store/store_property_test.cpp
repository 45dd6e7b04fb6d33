// SPDX-License-Identifier: Apache-2.0
// Random operations on a store and on the reference implementation give the same quads.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "store/memory_quad_source.hpp"
#include "store/store.hpp"
#include "tests/store/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

using tests::example;
using tests::scan_quads;

class RandomQuads {
 public:
  explicit RandomQuads(unsigned seed) : random_(seed) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  rdf::Term name(const char* kind, unsigned count) {
    return example(kind + std::to_string(below(count)));
  }

  rdf::Term object() {
    switch (below(7)) {
      case 0:
        return rdf::make_string("text " + std::to_string(below(6)));
      case 1:
        return rdf::make_language_string("text", below(2) == 0 ? "fr" : "FR-be");
      case 2:
        return rdf::make_typed_literal(std::to_string(below(9)), vocabularies::xsd::integer);
      case 3:
        return rdf::make_typed_literal("0" + std::to_string(below(3)), vocabularies::xsd::integer);
      case 4:
        return rdf::BlankNode{"b" + std::to_string(below(4))};
      case 5:
        return rdf::Iri{std::string(default_public_base) + "id/" + std::to_string(below(5))};
      default:
        return name("o", 6);
    }
  }

  std::optional<rdf::Term> graph() {
    if (below(4) == 0) return std::nullopt;
    return name("g", 4);
  }

  rdf::Quad quad() { return {name("s", 8), name("p", 4), object(), graph()}; }

 private:
  std::mt19937 random_;
};

/// All quads of a graph leave the reference; how many.
std::uint64_t clear_memory(MemoryQuadSource& memory, const GraphScope& scope) {
  QuadPattern pattern;
  pattern.graph = scope;
  const auto quads = scan_quads(memory, pattern);
  for (const rdf::Quad& quad : quads) memory.remove(quad);
  return quads.size();
}

void replace_one_graph(RandomQuads& random, Transaction& transaction, MemoryQuadSource& memory) {
  const auto graph = std::get<rdf::Iri>(random.name("g", 4));
  std::set<rdf::Quad> wanted;
  std::vector<rdf::Triple> triples;
  for (unsigned i = random.below(8); i > 0; --i) {
    rdf::Quad quad = random.quad();
    quad.graph = graph;
    triples.push_back(rdf::triple_of(quad));
    wanted.insert(quad);
  }
  GraphChange expected;
  QuadPattern pattern;
  const auto known = memory.find(graph);
  if (known) {
    pattern.graph = GraphScope::one(*known);
    for (const rdf::Quad& quad : scan_quads(memory, pattern)) {
      if (!wanted.contains(quad) && memory.remove(quad)) ++expected.removed;
    }
  }
  for (const rdf::Quad& quad : wanted) expected.added += memory.insert(quad) ? 1 : 0;
  const GraphChange change = transaction.replace_graph(graph, triples);
  EXPECT_EQ(change.added, expected.added);
  EXPECT_EQ(change.removed, expected.removed);
}

void clear_something(RandomQuads& random, Transaction& transaction, MemoryQuadSource& memory) {
  const rdf::Term name = random.name("g", 4);
  switch (random.below(4)) {
    case 0:
      EXPECT_EQ(transaction.clear(GraphScope::all()), clear_memory(memory, GraphScope::all()));
      return;
    case 1:
      EXPECT_EQ(transaction.clear(GraphScope::named()), clear_memory(memory, GraphScope::named()));
      return;
    default: {
      const auto here = transaction.find(name);
      const auto there = memory.find(name);
      if (!here) return;
      ASSERT_TRUE(there);
      EXPECT_EQ(transaction.clear(GraphScope::one(*here)),
                clear_memory(memory, GraphScope::one(*there)));
    }
  }
}

void expect_same_answer(RandomQuads& random, const QuadSource& source,
                        const MemoryQuadSource& memory) {
  const rdf::Quad probe = random.quad();
  QuadPattern here;
  QuadPattern there;
  bool is_known = true;
  const auto bind = [&](const rdf::Term& term, auto& left, auto& right) {
    if (random.below(2) == 0) return;
    const auto id = source.find(term);
    const auto memory_id = memory.find(term);
    is_known = is_known && id && memory_id;
    left = id;
    right = memory_id;
  };
  bind(probe.subject, here.subject, there.subject);
  bind(probe.predicate, here.predicate, there.predicate);
  bind(probe.object, here.object, there.object);
  switch (random.below(4)) {
    case 0:
      here.graph = there.graph = GraphScope::named();
      break;
    case 1:
      here.graph = there.graph = GraphScope::one(default_graph);
      break;
    case 2: {
      std::optional<TermId> left;
      std::optional<TermId> right;
      bind(example("g1"), left, right);
      if (left && right) {
        here.graph = GraphScope::one(*left);
        there.graph = GraphScope::one(*right);
      }
      break;
    }
    default:
      break;
  }
  if (!is_known) return;
  const auto expected = scan_quads(memory, there);
  EXPECT_EQ(scan_quads(source, here), expected);
  EXPECT_EQ(source.estimate(here), expected.size());
}

void expect_same_graphs(const QuadSource& source, const MemoryQuadSource& memory) {
  const auto names = [](const QuadSource& of) {
    std::set<rdf::Term> terms;
    for (const TermId id : of.graphs(default_graph, 100)) terms.insert(of.term(id));
    return terms;
  };
  EXPECT_EQ(names(source), names(memory));
}

void run_random_operations(unsigned seed) {
  const tests::TemporaryDirectory directory;
  RandomQuads random(seed);
  const auto store = Store::open(directory.path(), tests::writing());
  MemoryQuadSource committed;
  for (int round = 0; round < 4; ++round) {
    const auto transaction = store->begin();
    MemoryQuadSource memory;
    for (const rdf::Quad& quad : scan_quads(committed)) memory.insert(quad);
    for (unsigned i = 0; i < 60; ++i) {
      const rdf::Quad quad = random.quad();
      const unsigned choice = random.below(100);
      if (choice < 60) {
        EXPECT_EQ(transaction->insert(quad), memory.insert(quad));
      } else if (choice < 80) {
        EXPECT_EQ(transaction->remove(quad), memory.remove(quad));
      } else if (choice < 88) {
        replace_one_graph(random, *transaction, memory);
      } else if (choice < 90) {
        clear_something(random, *transaction, memory);
      } else {
        expect_same_answer(random, *transaction, memory);
      }
    }
    EXPECT_EQ(scan_quads(*store->snapshot()), scan_quads(committed)) << "seen before the commit";
    if (random.below(4) == 0) continue;
    transaction->commit();
    clear_memory(committed, GraphScope::all());
    for (const rdf::Quad& quad : scan_quads(memory)) committed.insert(quad);
    const auto snapshot = store->snapshot();
    EXPECT_EQ(scan_quads(*snapshot), scan_quads(committed));
    EXPECT_EQ(snapshot->quad_count(), committed.size());
    for (int i = 0; i < 10; ++i) expect_same_answer(random, *snapshot, committed);
    expect_same_graphs(*snapshot, committed);
    EXPECT_THAT(store->check().problems, testing::IsEmpty());
  }
}

class StoreAgainstMemory : public testing::TestWithParam<unsigned> {};

TEST_P(StoreAgainstMemory, RandomOperations) {
  constexpr unsigned seeds_each = 50;
  for (unsigned seed = GetParam() * seeds_each; seed < (GetParam() + 1) * seeds_each; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    run_random_operations(seed);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, StoreAgainstMemory, testing::Range(0U, 4U));

}  // namespace
}  // namespace prosper::store
