// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/graph_isomorphism.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace prosper::rdf {
namespace {

Term iri(const std::string& name) {
  return Iri{"http://example.org/" + name};
}

Term blank(const std::string& label) {
  return BlankNode{label};
}

Quad edge(const std::string& from, const std::string& to) {
  return {blank(from), iri("p"), blank(to), std::nullopt};
}

/// A cycle through the given nodes, both directions.
void add_cycle(std::vector<Quad>& quads, const std::vector<std::string>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string& next = nodes[(i + 1) % nodes.size()];
    quads.push_back(edge(nodes[i], next));
    quads.push_back(edge(next, nodes[i]));
  }
}

TEST(GraphIsomorphism, ComparesGroundGraphsAsSets) {
  const Quad one{iri("a"), iri("p"), make_string("x"), std::nullopt};
  const Quad two{iri("a"), iri("p"), make_language_string("x", "fr"), std::nullopt};
  EXPECT_TRUE(are_isomorphic({}, {}));
  EXPECT_TRUE(are_isomorphic({one, two, one}, {two, one}));
  EXPECT_FALSE(are_isomorphic({one}, {two}));
  EXPECT_FALSE(are_isomorphic({one}, {one, two}));
}

TEST(GraphIsomorphism, RenamesBlankNodes) {
  EXPECT_TRUE(are_isomorphic({edge("a", "b"), edge("b", "c")}, {edge("y", "x"), edge("z", "y")}));
  EXPECT_FALSE(are_isomorphic({edge("a", "b"), edge("b", "c")}, {edge("a", "b"), edge("a", "c")}));
}

TEST(GraphIsomorphism, MapsDistinctNodesToDistinctNodes) {
  EXPECT_FALSE(are_isomorphic({edge("a", "a")}, {edge("a", "b")}));
  EXPECT_FALSE(are_isomorphic({edge("a", "b"), edge("c", "d")}, {edge("a", "b"), edge("b", "a")}));
}

TEST(GraphIsomorphism, SeesGraphNames) {
  const Quad in_g{blank("a"), iri("p"), iri("o"), iri("g")};
  const Quad in_h{blank("a"), iri("p"), iri("o"), iri("h")};
  const Quad in_default{blank("a"), iri("p"), iri("o"), std::nullopt};
  EXPECT_FALSE(are_isomorphic({in_g}, {in_h}));
  EXPECT_FALSE(are_isomorphic({in_g}, {in_default}));
  EXPECT_TRUE(are_isomorphic({in_g, in_h}, {in_h, in_g}));
}

TEST(GraphIsomorphism, SharesBlankNodesBetweenGraphsOfADataset) {
  const auto in = [](const std::string& label, const std::string& graph) {
    return Quad{blank(label), iri("p"), iri("o"), blank(graph)};
  };
  EXPECT_TRUE(are_isomorphic({in("a", "g"), in("a", "h")}, {in("n", "1"), in("n", "2")}));
  EXPECT_FALSE(are_isomorphic({in("a", "g"), in("a", "h")}, {in("n", "1"), in("m", "2")}));
  EXPECT_FALSE(are_isomorphic({in("a", "a")}, {in("a", "b")}));
}

TEST(GraphIsomorphism, TellsTwoTrianglesFromAHexagon) {
  // All nodes look alike to colouring: only backtracking decides.
  std::vector<Quad> triangles;
  add_cycle(triangles, {"a", "b", "c"});
  add_cycle(triangles, {"d", "e", "f"});
  std::vector<Quad> hexagon;
  add_cycle(hexagon, {"a", "b", "c", "d", "e", "f"});
  std::vector<Quad> renamed;
  add_cycle(renamed, {"z", "y", "x"});
  add_cycle(renamed, {"w", "v", "u"});
  EXPECT_FALSE(are_isomorphic(triangles, hexagon));
  EXPECT_TRUE(are_isomorphic(triangles, renamed));
}

TEST(GraphIsomorphism, IsFastForManyAlikeNodes) {
  std::vector<Quad> left;
  std::vector<Quad> right;
  for (int i = 0; i < 60; ++i) {
    left.push_back({blank("l" + std::to_string(i)), iri("p"), make_string("same"), std::nullopt});
    right.push_back({blank("r" + std::to_string(i)), iri("p"), make_string("same"), std::nullopt});
  }
  EXPECT_TRUE(are_isomorphic(left, right));
  right.pop_back();
  EXPECT_FALSE(are_isomorphic(left, right));
}

TEST(GraphIsomorphism, OrdersLists) {
  const auto list = [](const std::string& first, const std::string& second) {
    return std::vector<Quad>{{iri("s"), iri("p"), blank("1"), std::nullopt},
                             {blank("1"), iri("first"), make_string(first), std::nullopt},
                             {blank("1"), iri("rest"), blank("2"), std::nullopt},
                             {blank("2"), iri("first"), make_string(second), std::nullopt},
                             {blank("2"), iri("rest"), iri("nil"), std::nullopt}};
  };
  EXPECT_TRUE(are_isomorphic(list("a", "b"), list("a", "b")));
  EXPECT_FALSE(are_isomorphic(list("a", "b"), list("b", "a")));
}

}  // namespace
}  // namespace prosper::rdf
