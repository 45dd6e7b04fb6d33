// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "sparql/forms/query_forms.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/sparql/reference/algebra_fixture.hpp"

namespace prosper::sparql::reference {
namespace {

using conformance::text_of;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class GraphResultsTest : public AlgebraTest {
 protected:
  std::vector<std::string> constructed(const std::vector<std::string>& triples,
                                       algebra::PatternPtr pattern) {
    algebra::ConstructForm form;
    form.triples = std::get<algebra::BasicGraphPattern>(bgp(triples)->value).triples;
    query_.form = form;
    query_.pattern = std::move(pattern);
    graph_ = std::make_unique<conformance::RdfGraph>();
    forms::construct(query_, source_, options_, *graph_);
    return lines();
  }

  std::vector<std::string> described(const std::vector<std::string>& targets,
                                     algebra::PatternPtr pattern) {
    algebra::DescribeForm form;
    for (const std::string& target : targets) form.targets.push_back(position(target));
    query_.form = form;
    query_.pattern = std::move(pattern);
    query_.dataset = dataset_;
    graph_ = std::make_unique<conformance::RdfGraph>();
    forms::describe(query_, source_, options_, *graph_);
    return lines();
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> found;
    for (const rdf::Quad& quad : graph_->quads())
      found.push_back(text_of(quad.subject) + " " + text_of(quad.predicate) + " " +
                      text_of(quad.object));
    return found;
  }

  algebra::Query query_;
  std::unique_ptr<conformance::RdfGraph> graph_;
};

TEST_F(GraphResultsTest, ConstructGivesEachTripleOnceAndSkipsIllegalOnes) {
  const auto rows = values({"s", "o"}, {"a 1", "a 1", "2 b", "UNDEF c"});
  EXPECT_THAT(constructed({"?s p ?o", "a q fixed"}, rows), ElementsAre("a p 1", "a q fixed"));
  EXPECT_THAT(constructed({"a ?o b"}, values({"o"}, {"_:x", "1", "p"})), ElementsAre("a p b"));
}

TEST_F(GraphResultsTest, BlankNodesOfATemplateAreNewInEverySolution) {
  constructed({"_:n p ?o", "_:n q ?o"}, values({"o"}, {"1", "2"}));
  ASSERT_EQ(graph_->quads().size(), 4U);
  std::set<std::string> nodes;
  for (const rdf::Quad& quad : graph_->quads()) nodes.insert(text_of(quad.subject));
  EXPECT_EQ(nodes.size(), 2U);
  EXPECT_EQ(graph_->quads()[0].subject, graph_->quads()[1].subject);
}

TEST_F(GraphResultsTest, BlankNodesOfTheDataStayThemselves) {
  load({"_:b p 1", "_:b p 2"});
  constructed({"?s q ?o"}, bgp({"?s p ?o"}));
  ASSERT_EQ(graph_->quads().size(), 2U);
  EXPECT_EQ(graph_->quads()[0].subject, graph_->quads()[1].subject);
}

class DescribeTest : public GraphResultsTest {
 protected:
  DescribeTest() {
    load({"a p b", "a p _:x", "_:x q _:y g1", "_:y r _:x g1", "_:y r 1", "b p c", "z p a",
          "a p b g1", "a s t g2"});
  }
};

TEST_F(DescribeTest, FollowsBlankNodesThroughAllGraphs) {
  for (const DefaultGraphMode mode : {DefaultGraphMode::Own, DefaultGraphMode::Union}) {
    options_.default_graph = mode;
    const std::vector<std::string> found = described({"a"}, nullptr);
    ASSERT_EQ(found.size(), 6U);
    EXPECT_THAT(found, testing::IsSupersetOf({"a p b", "a s t"}));
  }
}

TEST_F(DescribeTest, DescribesWhatVariablesAreBoundTo) {
  EXPECT_THAT(described({"?x"}, bgp({"z p ?a", "?a p ?x", "?x p c"})), ElementsAre("b p c"));
  EXPECT_THAT(described({"?x", "z"}, values({"x"}, {"1", "b", "b"})),
              UnorderedElementsAre("b p c", "z p a"));
}

TEST_F(DescribeTest, StaysInTheDatasetOfTheQuery) {
  dataset_.default_graphs = {rdf::Iri{"g2"}};
  EXPECT_THAT(described({"a"}, nullptr), ElementsAre("a s t"));
}

TEST_F(DescribeTest, WhatIsNotThereHasNoDescription) {
  EXPECT_THAT(described({"nobody"}, nullptr), testing::IsEmpty());
}

}  // namespace
}  // namespace prosper::sparql::reference
