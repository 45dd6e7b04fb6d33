// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/concept_resolver.hpp"

#include <gtest/gtest.h>
#include <set>

#include "vocabularies/thesauri/label_key.hpp"
#include "vocabularies/thesauri/seeds.hpp"

namespace prosper::vocabularies {
namespace {

class Graphs final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override { names.insert(rdf::to_ntriples(quad.graph.value())); }

  std::set<std::string> names;
};

TEST(LabelKey, ignoresCaseApostropheBlanksAndCount) {
  EXPECT_EQ(label_key("  Costume  de l’Opéra (3) "), "costume de l'opéra");
  EXPECT_EQ(label_key("vase (?)"), "vase");
  EXPECT_EQ(label_key("anneau (fragment)"), "anneau (fragment)");
  EXPECT_EQ(label_key("E\xCC\x81mail"), "émail");
  EXPECT_EQ(folded_label_key("Œuvre émaillée"), "oeuvre emaillee");
}

TEST(ConceptResolver, findsTheConceptsOfTheSeeds) {
  ConceptResolver resolver;
  read_thesaurus_seeds("http://localhost:7878/", resolver);
  resolver.prepare();
  EXPECT_GT(resolver.concept_count(), 100U);
  const auto cinema = resolver.resolve("T51", "Cinéma");
  ASSERT_TRUE(cinema.has_value());
  EXPECT_EQ(
      cinema->iri,
      "http://data.culture.fr/thesaurus/resource/ark:/67717/6466d493-5d9c-448d-b7de-1136d20d413f");
  EXPECT_EQ(cinema->match, Concept::Match::Preferred);
  EXPECT_EQ(resolver.resolve("T51", "afrique noire")->match, Concept::Match::Alternative);
  EXPECT_EQ(resolver.resolve("T51", "merovingien")->match, Concept::Match::Folded);
  EXPECT_FALSE(resolver.resolve("T51", "poésie").has_value());
  EXPECT_FALSE(resolver.resolve("T505", "cinéma").has_value());
}

TEST(Seeds, goIntoTheirOwnGraphs) {
  Graphs graphs;
  read_thesaurus_seeds("http://example.org/", graphs);
  read_ontologies("http://example.org/", graphs);
  EXPECT_EQ(graphs.names, (std::set<std::string>{"<http://example.org/graph/ontology>",
                                                 "<http://example.org/graph/thesaurus/T51>"}));
}

}  // namespace
}  // namespace prosper::vocabularies
