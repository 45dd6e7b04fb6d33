// SPDX-License-Identifier: Apache-2.0
// What Prosper ships beside notices: graphs, hashes, and that it names what functions use.
#include "mappings/shipped_graphs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prosper::mappings {
namespace {

constexpr const char* base = "http://example.org/";

TEST(ShippedGraphs, HoldOntologyThesauriAndDatasets) {
  std::vector<std::string> keys;
  for (const ShippedGraph& shipped : shipped_graphs(base)) {
    keys.push_back(shipped.key);
    EXPECT_EQ(shipped.graph.value, base + shipped.key);
    EXPECT_FALSE(shipped.triples.empty()) << shipped.key;
    EXPECT_TRUE(std::is_sorted(shipped.triples.begin(), shipped.triples.end())) << shipped.key;
  }
  EXPECT_THAT(keys, testing::ElementsAre("graph/datasets", "graph/ontology", "graph/thesaurus/T51",
                                         "graph/thesaurus/prosper"));
}

TEST(ShippedGraphs, HaveHashesOfTheirContent) {
  const std::vector<ShippedGraph> one = shipped_graphs(base);
  const std::vector<ShippedGraph> again = shipped_graphs(base);
  const std::vector<ShippedGraph> elsewhere = shipped_graphs("http://example.com/");
  ASSERT_EQ(one.size(), elsewhere.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].hash.size(), 64U);
    EXPECT_EQ(one[i].hash, again[i].hash);
    // The ontology and the ministry's lists name nothing below the public base.
    const bool names_own =
        one[i].key == "graph/datasets" || one[i].key == "graph/thesaurus/prosper";
    EXPECT_EQ(one[i].hash != elsewhere[i].hash, names_own) << one[i].key;
  }
}

}  // namespace
}  // namespace prosper::mappings
