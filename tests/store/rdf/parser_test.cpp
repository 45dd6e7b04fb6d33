// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <string_view>

#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

using testing::HasSubstr;

std::string label_of_subject(const Quad& quad) {
  return std::get<BlankNode>(quad.subject).label;
}

SyntaxError error_of(std::string_view text, RdfFormat format, const ParseOptions& options = {}) {
  try {
    parse_quads(text, format, options);
  } catch (const SyntaxError& error) {
    return error;
  }
  throw std::logic_error("accepted: " + std::string(text.substr(0, 200)));
}

TEST(Parser, ReadsTurtleWithItsPrefixes) {
  CollectingSink sink;
  parse_rdf("@prefix ex: <http://ex/> . @prefix r: <rel/> .\nex:s ex:p 'é'@fr-FR, 01.50, r:x .",
            RdfFormat::Turtle,
            {.base_iri = "http://base/doc", .source_name = "t", .blank_node_prefix = ""}, sink);
  const Term s = Iri{"http://ex/s"};
  const Term p = Iri{"http://ex/p"};
  EXPECT_THAT(sink.quads,
              testing::ElementsAre(
                  Quad{s, p, make_language_string("é", "fr-FR"), std::nullopt},
                  Quad{s, p, make_typed_literal("01.50", vocabularies::xsd::decimal), std::nullopt},
                  Quad{s, p, Iri{"http://base/rel/x"}, std::nullopt}));
  EXPECT_THAT(sink.prefixes, testing::ElementsAre(testing::Pair("ex", "http://ex/"),
                                                  testing::Pair("r", "http://base/rel/")));
}

TEST(Parser, ReadsGraphsOfTriG) {
  const auto quads = parse_quads(
      "<urn:s> <urn:p> 1 . <urn:g> { <urn:s> <urn:p> 2 } _:g { <urn:s> <urn:p> 3 }"
      "GRAPH <urn:h> { <urn:s> <urn:p> 4 } { <urn:s> <urn:p> 5 }",
      RdfFormat::TriG);
  ASSERT_EQ(quads.size(), 5U);
  EXPECT_EQ(quads[0].graph, std::nullopt);
  EXPECT_EQ(quads[1].graph, Term(Iri{"urn:g"}));
  EXPECT_EQ(quads[2].graph, Term(BlankNode{"g"}));
  EXPECT_EQ(quads[3].graph, Term(Iri{"urn:h"}));
  EXPECT_EQ(quads[4].graph, std::nullopt);
}

TEST(Parser, ReadsNQuadsByteForByte) {
  const auto quads = parse_quads(
      "<http://ex/%7ea/../b> <urn:p> \"a\\u00E9\\U0001F600\\t\\n\\\"\" <urn:g> .\n"
      "_:b1 <urn:p> _:B1 .\n",
      RdfFormat::NQuads);
  ASSERT_EQ(quads.size(), 2U);
  EXPECT_EQ(quads[0].subject, Term(Iri{"http://ex/%7ea/../b"}));
  EXPECT_EQ(quads[0].object, Term(make_string("aé\U0001F600\t\n\"")));
  EXPECT_EQ(quads[1].subject, Term(BlankNode{"b1"}));
  EXPECT_EQ(quads[1].object, Term(BlankNode{"B1"}));
}

TEST(Parser, ReadsRdfXml) {
  const auto quads = parse_quads(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
           <e:T rdf:about="s"><e:p xml:lang="fr-FR">é &amp; co</e:p><e:q rdf:nodeID="n"/></e:T>
         </rdf:RDF>)",
      RdfFormat::RdfXml, {.base_iri = "http://base/", .source_name = "", .blank_node_prefix = "x"});
  ASSERT_EQ(quads.size(), 3U);
  EXPECT_EQ(quads[0].subject, Term(Iri{"http://base/s"}));
  EXPECT_EQ(quads[1].object, Term(make_language_string("é & co", "fr-FR")));
  EXPECT_EQ(quads[2].object, Term(BlankNode{"xn"}));
}

TEST(Parser, KeepsBlankNodeLabelsAsWritten) {
  const auto quads =
      parse_quads("_:b1 <urn:p> _:B1 . _:_b1 <urn:p> _:__B1, _:b, _:genid1 .", RdfFormat::Turtle);
  EXPECT_EQ(label_of_subject(quads[0]), "b1");
  EXPECT_EQ(quads[0].object, Term(BlankNode{"B1"}));
  EXPECT_EQ(label_of_subject(quads[1]), "_b1");
  EXPECT_EQ(quads[1].object, Term(BlankNode{"__B1"}));
  EXPECT_EQ(quads[2].object, Term(BlankNode{"b"}));
  EXPECT_EQ(quads[3].object, Term(BlankNode{"genid1"}));
}

TEST(Parser, NeverNamesAnonymousNodesLikeWrittenOnes) {
  const auto quads = parse_quads(
      "[] <urn:p> '_:b9' . _:b1 <urn:p> <urn:_:b8> . _:b2 <urn:p> 1 . [] <urn:p> 2 ."
      "<urn:s> <urn:q> [ <urn:p> 3 ], (4 5) . # _:b7\n",
      RdfFormat::Turtle);
  std::set<std::string> labels;
  for (const Quad& quad : quads) {
    if (is_blank(quad.subject)) labels.insert(label_of_subject(quad));
  }
  EXPECT_EQ(labels.size(), 7U);
  EXPECT_EQ(quads[0].object, Term(make_string("_:b9")));
  EXPECT_EQ(quads[1].object, Term(Iri{"urn:_:b8"}));
}

TEST(Parser, PrefixesBlankNodes) {
  const ParseOptions options{.base_iri = "", .source_name = "", .blank_node_prefix = "d1-"};
  EXPECT_EQ(label_of_subject(parse_quads("_:x <urn:p> 1 .", RdfFormat::Turtle, options)[0]),
            "d1-x");
  EXPECT_EQ(label_of_subject(parse_quads("[] <urn:p> 1 .", RdfFormat::Turtle, options)[0]),
            "d1-0b1");
  EXPECT_EQ(label_of_subject(parse_quads("_:x <urn:p> \"1\" .", RdfFormat::NQuads, options)[0]),
            "d1-x");
}

TEST(Parser, AcceptsAByteOrderMarkAndEmptyDocuments) {
  EXPECT_EQ(parse_quads("\xEF\xBB\xBF<urn:s> <urn:p> <urn:o> .", RdfFormat::Turtle).size(), 1U);
  for (const RdfFormat format :
       {RdfFormat::Turtle, RdfFormat::TriG, RdfFormat::NTriples, RdfFormat::NQuads}) {
    EXPECT_TRUE(parse_quads("", format).empty());
    EXPECT_TRUE(parse_quads("\xEF\xBB\xBF", format).empty());
    EXPECT_TRUE(parse_quads("  \n # nothing", format).empty());
    EXPECT_TRUE(parse_quads("#", format).empty());
  }
}

TEST(Parser, SaysWhereAnErrorIs) {
  const ParseOptions options{.base_iri = "", .source_name = "notes.ttl", .blank_node_prefix = ""};
  const SyntaxError error =
      error_of("<urn:s> <urn:p> 'é' ;\n  <urn:q> 'éé', ex:a .", RdfFormat::Turtle, options);
  EXPECT_EQ(error.source(), "notes.ttl");
  EXPECT_EQ(error.line(), 2U);
  EXPECT_EQ(error.column(), 17U);
  EXPECT_THAT(error.message(), HasSubstr("undefined prefix 'ex:'"));
}

TEST(Parser, DeliversTheQuadsBeforeTheError) {
  CollectingSink sink;
  EXPECT_THROW(
      parse_rdf("<urn:s> <urn:p> 1 . <urn:s> <urn:p> 2 . oops", RdfFormat::Turtle, {}, sink),
      SyntaxError);
  EXPECT_EQ(sink.quads.size(), 2U);
}

TEST(Parser, LetsExceptionsOfTheSinkThrough) {
  struct Refusing final : QuadSink {
    void quad(const Quad&) override {
      ++count;
      throw std::out_of_range("enough");
    }

    int count = 0;
  };

  for (const RdfFormat format : {RdfFormat::Turtle, RdfFormat::NQuads}) {
    Refusing sink;
    EXPECT_THROW(
        parse_rdf("<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> <urn:o2> .\n", format, {}, sink),
        std::out_of_range);
    EXPECT_EQ(sink.count, 1);
  }
}

TEST(Parser, RefusesJsonLd) {
  EXPECT_THAT(error_of("{}", RdfFormat::JsonLd).message(), HasSubstr("JSON-LD cannot be read"));
}

}  // namespace
}  // namespace prosper::rdf
