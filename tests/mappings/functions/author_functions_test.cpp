// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <stdexcept>

#include "mappings/functions/author_grammar.hpp"
#include "tests/mappings/functions/calls.hpp"
#include "vocabularies/thesauri/concept_resolver.hpp"

namespace prosper::mappings {
namespace {

using testing::at;
using testing::show;

class AuthorFunctions : public ::testing::Test {
 protected:
  AuthorFunctions() { register_author_functions(registry_); }

  Value call(const std::string& name, testing::Parameters parameters) {
    return testing::call(registry_, name, parameters, context_);
  }

  static std::string path_of(std::string_view text) { return actor_path(parse_authors(text)[0]); }

  FunctionRegistry registry_;
  FunctionContext context_;
};

TEST_F(AuthorFunctions, GiveOneRecordAnAuthor) {
  const Value authors = call(
      "authors", {{"text", "LE BRUN Charles (peintre, attribué) ; ANONYME"}, {"field", "AUTR"}});
  const std::string iri = path_of("LE BRUN Charles");
  EXPECT_EQ(at(authors, "0.n"), "1");
  EXPECT_EQ(at(authors, "0.label"), "LE BRUN Charles (peintre, attribué)");
  EXPECT_EQ(at(authors, "0.name"), "LE BRUN Charles");
  EXPECT_EQ(at(authors, "0.iri"), iri);
  EXPECT_EQ(at(authors, "0.class"), "http://www.cidoc-crm.org/cidoc-crm/E21_Person");
  EXPECT_EQ(at(authors, "0.carriedOutBy"), iri);
  EXPECT_EQ(at(authors, "0.influencedBy"), "absent");
  EXPECT_EQ(at(authors, "0.qualifierIri"), "voc/attribution/attribue");
  EXPECT_EQ(at(authors, "0.roles"), "[{slug: peintre, label: peintre, iri: voc/role/peintre}]");
  EXPECT_EQ(at(authors, "1.n"), "2");
  EXPECT_EQ(at(authors, "1.iri"), "id/actor/anonyme");
  EXPECT_EQ(at(authors, "1.class"), "http://www.cidoc-crm.org/cidoc-crm/E74_Group");
  EXPECT_EQ(at(authors, "1.kind"), "anonymous");
  EXPECT_EQ(context_.parse_counts.at({"authors", "AUTR"}).parsed, 1U);
}

TEST_F(AuthorFunctions, TellRelationsApart) {
  const auto field = [&](const char* text, const char* name) {
    return at(call("authors", {{"text", text}}), std::string("0.") + name);
  };
  EXPECT_EQ(field("RUBENS (d'après)", "influencedBy"), path_of("RUBENS"));
  EXPECT_EQ(field("RUBENS (d'après)", "carriedOutBy"), "absent");
  EXPECT_EQ(field("anciennement attribué à X", "formerlyAttributedTo"), path_of("X"));
  EXPECT_EQ(field("X (commanditaire)", "commissionedBy"), path_of("X"));
  EXPECT_EQ(field("X (auteur du modèle)", "conception"), "voc/production/conception");
  EXPECT_EQ(field("X (?)", "confidence"), "uncertain");
  EXPECT_EQ(field("Rodin Auguste (1840-1917)", "birthYear"), "1840");
  EXPECT_EQ(field("X (dit), Y", "alt"),
            "[{n: 1, name: Y, slug: y, kind: patronyme, iri: voc/name/patronyme}]");
}

TEST_F(AuthorFunctions, DescribeDerivedGroupsAndTheirMasters) {
  const Value authors = call("authors", {{"text", "COROT Camille (1796-1875) (atelier)"}});
  const std::string master = path_of("COROT Camille (1796-1875)");
  EXPECT_EQ(at(authors, "0.iri"), master + "/atelier");
  EXPECT_EQ(at(authors, "0.carriedOutBy"), master + "/atelier");
  EXPECT_EQ(at(authors, "0.master.iri"), master);
  const Value actors = call("actors", {{"text", "COROT Camille (1796-1875) (atelier)"}});
  EXPECT_EQ(at(actors, "0.iri"), master);
  EXPECT_EQ(at(actors, "0.authorityStatus"), "voc/statut-autorite/non-aligne");
  EXPECT_EQ(at(actors, "0.birth"), master + "/birth");
  EXPECT_EQ(at(actors, "0.birthSpan.begin"), "1796-01-01T00:00:00Z");
  EXPECT_EQ(at(actors, "1.iri"), master + "/atelier");
  EXPECT_EQ(at(actors, "1.label"), "COROT Camille (atelier)");
  EXPECT_EQ(at(actors, "1.groupType"), "http://vocab.getty.edu/aat/300404274");
  EXPECT_EQ(at(actors, "1.influencedBy"), master);
  EXPECT_EQ(at(actors, "1.formation"), master + "/atelier/formation");
}

TEST_F(AuthorFunctions, DescribeEachActorOnce) {
  const Value actors = call("actors", {{"text", "X (peintre) ; X (graveur) ; anonyme (peintre)"}});
  ASSERT_EQ(actors.list()->size(), 2U);
  EXPECT_EQ(at(actors, "1.label"), "anonyme (peintre)");
  EXPECT_EQ(at(actors, "1.authorityStatus"), "absent");
  EXPECT_EQ(at(call("actors", {{"text", "Kanak (population)"}}), "0.types"),
            "[voc/groupe/population]");
}

TEST_F(AuthorFunctions, UseTheThesaurusOfAuthors) {
  vocabularies::ConceptResolver concepts;
  const rdf::Iri author{"http://data.culture.fr/thesaurus/resource/ark:/67717/T513-44866"};
  const rdf::Iri scheme{"http://data.culture.fr/thesaurus/resource/ark:/67717/T513"};
  const std::string skos = "http://www.w3.org/2004/02/skos/core#";
  concepts.quad({author, rdf::Iri{skos + "inScheme"}, scheme, {}});
  concepts.quad({author, rdf::Iri{skos + "prefLabel"}, rdf::make_string("HEBERT Ernest"), {}});
  concepts.prepare();
  context_.concepts = &concepts;
  EXPECT_EQ(at(call("authors", {{"text", "HEBERT Ernest (d'après)"}}), "0.influencedBy"),
            "id/actor/T513-44866");
  const Value actors = call("actors", {{"text", "HEBERT Ernest ; X"}});
  EXPECT_EQ(at(actors, "0.concept"), author.value);
  EXPECT_EQ(at(actors, "0.authorityStatus"), "absent");
  EXPECT_EQ(at(actors, "1.iri"), path_of("X"));
}

TEST_F(AuthorFunctions, TellLives) {
  const Value life =
      call("biography", {{"text", "CHAPU : Le Mée-sur-Seine, 1833 ; Paris, 1891 ; femme"},
                         {"authors", "CHAPU Henri (sculpteur)"},
                         {"field", "PAUT"}});
  EXPECT_EQ(at(life, "iri"), path_of("CHAPU Henri"));
  EXPECT_EQ(at(life, "birth"), path_of("CHAPU Henri") + "/birth");
  EXPECT_EQ(at(life, "birthPlace"), "Le Mée-sur-Seine");
  EXPECT_EQ(at(life, "birthSpan.yearFrom"), "1833");
  EXPECT_EQ(at(life, "deathSpan.label"), "1891");
  EXPECT_EQ(at(life, "gender"), "voc/genre/femme");
  const Value dated = call("biography", {{"text", "Paris, 1833/01/02 ; Paris, 1891"},
                                         {"authors", "CHAPU Henri (1833-....)"}});
  EXPECT_EQ(at(dated, "birthPlace"), "Paris");
  EXPECT_EQ(at(dated, "birthSpan"), "absent");
  EXPECT_EQ(at(dated, "deathSpan.yearTo"), "1891");
  EXPECT_EQ(show(call("biography", {{"text", "prose"}, {"authors", "X"}, {"field", "PAUT"}})),
            "null");
  EXPECT_EQ(context_.parse_counts.at({"biographies", "PAUT"}).kept_as_text, 1U);
}

TEST_F(AuthorFunctions, RefuseWrongCallsAndIgnoreEmptyCells) {
  EXPECT_EQ(show(call("authors", {{"text", " "}})), "null");
  EXPECT_EQ(show(call("actors", {{"text", ""}})), "null");
  EXPECT_TRUE(context_.parse_counts.empty());
  EXPECT_THROW(call("authors", {{"text", "X"}, {"convention", "palissy?"}}), std::invalid_argument);
}

}  // namespace
}  // namespace prosper::mappings
