// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/concept_resolver.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <vector>

#include "vocabularies/terms/skos.hpp"
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
  read_datasets("http://example.org/", graphs);
  EXPECT_EQ(graphs.names, (std::set<std::string>{"<http://example.org/graph/datasets>",
                                                 "<http://example.org/graph/ontology>",
                                                 "<http://example.org/graph/thesaurus/T51>",
                                                 "<http://example.org/graph/thesaurus/prosper>"}));
}

/// Subject → language of its prefLabels.
class PreferredLabels final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    if (quad.predicate != rdf::Term(rdf::Iri{std::string(skos::pref_label)})) return;
    languages[rdf::to_ntriples(quad.subject)].push_back(
        std::get<rdf::Literal>(quad.object).language);
  }

  std::map<std::string, std::vector<std::string>> languages;
};

TEST(Seeds, nameTermsOfOurOwnInTwoLanguages) {
  PreferredLabels labels;
  read_thesaurus_seeds("http://example.org/", labels);
  std::size_t own = 0;
  for (const auto& [subject, languages] : labels.languages) {
    if (!subject.starts_with("<http://example.org/voc/")) {
      const std::set<std::string> distinct(languages.begin(), languages.end());
      EXPECT_EQ(distinct.size(), languages.size()) << subject << " has two labels in a language";
      continue;
    }
    ++own;
    EXPECT_EQ(languages, (std::vector<std::string>{"fr", "en"})) << subject;
  }
  EXPECT_GT(own, 100U);
}

}  // namespace
}  // namespace prosper::vocabularies
