// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sparql/parser/parse.hpp"
#include "store/memory_quad_source.hpp"
#include "tests/sparql/differential/comparison.hpp"
#include "tests/sparql/differential/mutation.hpp"
#include "tests/sparql/differential/random/random_quads.hpp"
#include "tests/sparql/differential/random/request_writer.hpp"
#include "tests/sparql/differential/random/seeds.hpp"
#include "tests/sparql/differential/scratch_store.hpp"

/// Random queries over random small datasets: the engine over a store, the engine in memory and the
/// naive evaluator give the same solutions. PROSPER_SEEDS=N runs N seeds, PROSPER_FIRST_SEED=N
/// starts there.
namespace prosper::sparql::differential {
namespace {

/// One dataset in memory and in a store.
struct Dataset {
  explicit Dataset(std::uint64_t seed) : quads(random_quads(seed)), store(quads) {
    for (const rdf::Quad& quad : quads) memory.insert(quad);
  }

  std::vector<rdf::Quad> quads;
  store::MemoryQuadSource memory;
  ScratchStore store;
};

/// Null when the generator wrote something illegal.
std::optional<algebra::Query> parse(const RequestTree& tree) {
  try {
    return parse_query(to_text(tree));
  } catch (const rdf::SyntaxError&) {
    return std::nullopt;
  }
}

RequestOptions options_of(std::uint64_t seed) {
  RequestOptions options;
  options.default_graph = seed % 2 == 0 ? DefaultGraphMode::Union : DefaultGraphMode::Own;
  return options;
}

std::optional<std::string> compare(const RequestTree& tree, const Dataset& dataset,
                                   const RequestOptions& options) {
  const auto query = parse(tree);
  if (!query) return std::nullopt;
  const Answer expected = answer(*query, dataset.memory, options, Engine::Reference);
  if (!expected) return std::nullopt;
  if (auto found =
          difference(expected, answer(*query, dataset.memory, options, Engine::Vectorised)))
    return "in memory: " + *found;
  if (auto found = difference(
          expected, answer(*query, dataset.store.snapshot(), options, Engine::Vectorised)))
    return "in a store: " + *found;
  return std::nullopt;
}

/// The smallest query, going down step by step, for which the answers still differ.
RequestTree shrink(RequestTree tree, const Dataset& dataset, const RequestOptions& options) {
  for (bool is_smaller = true; is_smaller;) {
    is_smaller = false;
    for (RequestTree& candidate : smaller_trees(tree)) {
      if (!compare(candidate, dataset, options)) continue;
      tree = std::move(candidate);
      is_smaller = true;
      break;
    }
  }
  return tree;
}

TEST(DifferentialTest, EnginesAgree) {
  const std::uint64_t first = number_from("PROSPER_FIRST_SEED", 1);
  const std::uint64_t count = number_from("PROSPER_SEEDS", 1000);
  std::optional<Dataset> dataset;
  std::uint64_t dataset_seed = 0;
  std::size_t legal = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    if (!dataset || dataset_seed != seed / seeds_per_dataset) {
      dataset_seed = seed / seeds_per_dataset;
      dataset.emplace(dataset_seed);
    }
    const RequestTree tree = RequestWriter(seed).query();
    if (parse(tree)) ++legal;
    const RequestOptions options = options_of(seed);
    if (!compare(tree, *dataset, options)) continue;
    const RequestTree small = shrink(tree, *dataset, options);
    ADD_FAILURE() << "seed " << seed
                  << (options.default_graph == DefaultGraphMode::Own ? " own" : " union") << "\n"
                  << to_text(small) << "\n"
                  << to_text(dataset->quads) << *compare(small, *dataset, options);
  }
  EXPECT_GT(legal * 10, count * 9) << "the generator writes too many illegal queries";
}

class MutationTest : public testing::TestWithParam<Mutation> {};

/// Differences a bug would make are there to be seen.
TEST_P(MutationTest, IsFound) {
  std::optional<Dataset> dataset;
  for (std::uint64_t seed = 1; seed < 3000; ++seed) {
    if (seed % seeds_per_dataset == 1) dataset.emplace(seed / seeds_per_dataset);
    const auto query = parse(RequestWriter(seed).query());
    if (!query) continue;
    algebra::Query mutant = *query;
    mutant.pattern = mutate(query->pattern, GetParam());
    const RequestOptions options = options_of(seed);
    const Answer expected = answer(*query, dataset->memory, options, Engine::Reference);
    if (difference(expected, answer(mutant, dataset->memory, options, Engine::Vectorised))) return;
  }
  FAIL() << "no seed told the mutant from the original";
}

INSTANTIATE_TEST_SUITE_P(Mutations, MutationTest,
                         testing::Values(Mutation::LeftJoinIsJoin, Mutation::MinusIsLeft,
                                         Mutation::UnionIsLeft, Mutation::FilterIsDropped,
                                         Mutation::DistinctIsDropped, Mutation::StarIsPlus,
                                         Mutation::OptionalConditionIsDropped));

}  // namespace
}  // namespace prosper::sparql::differential
