// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/serializer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/graph_isomorphism.hpp"
#include "tests/store/rdf/collecting_sink.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

using testing::HasSubstr;

const SerializeOptions options{{{"ex", "http://ex/"},
                                {"o", "http://ex/objects/"},
                                {"xsd", std::string(vocabularies::xsd::ns)},
                                {"", "http://default#"},
                                {"true", "http://true/"},
                                {"a\u00B7", "http://dot/"}}};

Term ex(const std::string& local) {
  return Iri{"http://ex/" + local};
}

std::vector<Term> awkward_objects() {
  std::vector<Term> objects{ex("objects/M5031"),
                            ex("objects/a/b"),
                            ex("objects/.a"),
                            ex("objects/a."),
                            ex("objects/-a"),
                            ex("objects/a%20é"),
                            ex("objects/a%2"),
                            ex("objects/a,b(c)"),
                            ex("objects/"),
                            ex("objects/1:2"),
                            Iri{"http://ex/é?q=1&r='2'#f"},
                            Iri{"urn:isbn:1"},
                            Iri{"http://default#x"},
                            Iri{"http://true/x"},
                            Iri{"http://dot/x"},
                            Iri{std::string(vocabularies::rdf::nil)},
                            BlankNode{"x"},
                            BlankNode{"b1"},
                            BlankNode{"B1"},
                            BlankNode{"0a"},
                            BlankNode{"_0a"},
                            BlankNode{"a.b-c_d"},
                            BlankNode{"é"}};
  for (const std::string_view text : {"",
                                      " ",
                                      "\t",
                                      "\n\n",
                                      "\r\n",
                                      "plain",
                                      "\"quoted\" 'and' \\back\\slash\\",
                                      "a\"\"\"b",
                                      "<a href='x'>&amp;&lt;]]></a>",
                                      "é 成 \U0001F600 \u2028",
                                      "  spaces around  ",
                                      "\\u00E9",
                                      "1.",
                                      "01",
                                      "+1",
                                      "-0.0",
                                      "1e5",
                                      ".5",
                                      "true",
                                      "TRUE",
                                      "\xEF\xBB\xBF",
                                      "\u200D"}) {
    const std::string lexical_form(text);
    objects.push_back(make_string(lexical_form));
    objects.push_back(make_language_string(lexical_form, "fr-FR"));
    for (const std::string_view datatype :
         {vocabularies::xsd::integer, vocabularies::xsd::decimal, vocabularies::xsd::double_,
          vocabularies::xsd::boolean, vocabularies::xsd::date}) {
      objects.push_back(make_typed_literal(lexical_form, datatype));
    }
    objects.push_back(make_typed_literal(lexical_form, "http://ex/odd.type"));
  }
  return objects;
}

std::vector<Quad> awkward_quads() {
  std::vector<Quad> quads;
  for (const Term& object : awkward_objects()) {
    quads.push_back({ex("s"), ex("p"), object, std::nullopt});
  }
  quads.push_back({ex("s"), ex("q"), ex("o"), std::nullopt});
  quads.push_back({BlankNode{"x"}, ex("q"), BlankNode{"x"}, std::nullopt});
  quads.push_back({ex("s"), Iri{std::string(vocabularies::rdf::type)}, ex("T"), std::nullopt});
  quads.push_back({ex("s"), Iri{std::string(vocabularies::rdf::ns) + "_1"}, ex("T"), std::nullopt});
  quads.push_back({ex("s"), Iri{"http://other/ns/p.q"}, ex("o"), std::nullopt});
  quads.push_back({ex("s"), ex("p1é"), ex("o"), std::nullopt});
  return quads;
}

class RoundTrip : public testing::TestWithParam<RdfFormat> {};

TEST_P(RoundTrip, KeepsEveryTermByteForByte) {
  const std::vector<Quad> quads = awkward_quads();
  for (const SerializeOptions& chosen : {options, SerializeOptions{}}) {
    const std::string text = serialize(quads, GetParam(), chosen);
    EXPECT_TRUE(are_isomorphic(parse_quads(text, GetParam()), quads)) << text;
  }
}

TEST_P(RoundTrip, KeepsTermsAlone) {
  for (const Term& object : awkward_objects()) {
    const std::vector<Quad> quads{{ex("s"), ex("p"), object, std::nullopt}};
    const std::string text = serialize(quads, GetParam(), options);
    EXPECT_TRUE(are_isomorphic(parse_quads(text, GetParam()), quads)) << text;
  }
}

TEST_P(RoundTrip, OfNothingIsNothing) {
  EXPECT_TRUE(parse_quads(serialize({}, GetParam()), GetParam()).empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         testing::Values(RdfFormat::Turtle, RdfFormat::TriG, RdfFormat::NTriples,
                                         RdfFormat::NQuads, RdfFormat::RdfXml));

TEST(DatasetRoundTrip, KeepsGraphs) {
  std::vector<Quad> quads;
  for (const std::optional<Term>& graph :
       {std::optional<Term>(), std::optional<Term>(ex("g")), std::optional<Term>(BlankNode{"g"}),
        std::optional<Term>(), std::optional<Term>(ex("h"))}) {
    quads.push_back({ex("s"), ex("p"), make_string("x"), graph});
    quads.push_back({ex("s"), ex("p"), BlankNode{"shared"}, graph});
  }
  for (const RdfFormat format : {RdfFormat::TriG, RdfFormat::NQuads}) {
    const std::string text = serialize(quads, format, options);
    EXPECT_TRUE(are_isomorphic(parse_quads(text, format), quads)) << text;
  }
}

TEST(DatasetRoundTrip, DropsGraphsWhereTheFormatHasNone) {
  const std::vector<Quad> quads{{ex("s"), ex("p"), ex("o"), ex("g")}};
  for (const RdfFormat format : {RdfFormat::Turtle, RdfFormat::NTriples, RdfFormat::RdfXml}) {
    EXPECT_EQ(parse_quads(serialize(quads, format), format),
              (std::vector<Quad>{{ex("s"), ex("p"), ex("o"), std::nullopt}}));
  }
}

TEST(RoundTripOfIris, KeepsDotSegments) {
  const std::vector<Quad> quads{{ex("s"), ex("p"), Iri{"http://ex/a/../b/./c"}, std::nullopt}};
  for (const RdfFormat format : {RdfFormat::Turtle, RdfFormat::NTriples, RdfFormat::NQuads}) {
    EXPECT_EQ(parse_quads(serialize(quads, format), format), quads);
  }
}

TEST(TurtleSerializer, GroupsAndShortens) {
  const std::vector<Quad> quads{
      {ex("s"), Iri{std::string(vocabularies::rdf::type)}, ex("T"), std::nullopt},
      {ex("s"), ex("p"), make_typed_literal("01", vocabularies::xsd::integer), std::nullopt},
      {ex("s"), ex("p"), make_typed_literal("1.", vocabularies::xsd::decimal), std::nullopt},
      {ex("t"), ex("p"), make_language_string("é", "fr"), std::nullopt}};
  EXPECT_EQ(serialize(quads, RdfFormat::Turtle,
                      {{{"ex", "http://ex/"}, {"xsd", std::string(vocabularies::xsd::ns)}}}),
            "@prefix ex: <http://ex/> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
            "\n"
            "ex:s a ex:T ;\n"
            "  ex:p 01, \"1.\"^^xsd:decimal .\n"
            "\n"
            "ex:t ex:p \"é\"@fr .\n");
}

TEST(TurtleSerializer, TakesPrefixesInTheMiddle) {
  StringSink text;
  const auto serializer = make_serializer(RdfFormat::TriG, text, {});
  serializer->quad({ex("s"), ex("p"), ex("o"), ex("g")});
  serializer->prefix("ex", "http://ex/");
  serializer->prefix("ex", "http://ex/");
  serializer->prefix("not a prefix", "http://ex/");
  serializer->quad({ex("s"), ex("p"), ex("o"), ex("g")});
  serializer->finish();
  EXPECT_EQ(text.text(),
            "<http://ex/g> {\n  <http://ex/s> <http://ex/p> <http://ex/o> .\n}\n"
            "@prefix ex: <http://ex/> .\n"
            "\nex:g {\n  ex:s ex:p ex:o .\n}\n");
}

TEST(RdfXmlSerializer, RefusesWhatXmlCannotSay) {
  const auto refusal = [](const Term& predicate, const Term& object) -> std::string {
    try {
      serialize({{ex("s"), predicate, object, std::nullopt}}, RdfFormat::RdfXml);
    } catch (const SerializeError& error) {
      return error.what();
    }
    return {};
  };
  EXPECT_THAT(refusal(ex("1"), ex("o")), HasSubstr("cannot write the predicate <http://ex/1>"));
  EXPECT_THAT(refusal(ex("a/"), ex("o")), HasSubstr("cannot write the predicate"));
  EXPECT_THAT(refusal(ex("a(b)"), ex("o")), HasSubstr("cannot write the predicate"));
  for (const std::string local : {"li", "Description", "about", "ID", "RDF", "nodeID"}) {
    EXPECT_THAT(refusal(Iri{std::string(vocabularies::rdf::ns) + local}, ex("o")),
                HasSubstr("cannot write the predicate"));
  }
  EXPECT_THAT(refusal(ex("p"), make_string("\x01")), HasSubstr("U+0001"));
  EXPECT_THAT(refusal(ex("p"), make_string("\uFFFF")), HasSubstr("U+FFFF"));
  EXPECT_EQ(refusal(ex("p"), make_string("\t")), "");
}

TEST(Serializer, LetsExceptionsOfTheByteSinkThrough) {
  struct FullDisk final : ByteSink {
    void write(std::string_view) override { throw std::length_error("full"); }
  };

  for (const RdfFormat format : {RdfFormat::Turtle, RdfFormat::NQuads, RdfFormat::JsonLd}) {
    FullDisk disk;
    const auto serializer = make_serializer(format, disk);
    EXPECT_THROW(serializer->quad({ex("s"), ex("p"), ex("o"), std::nullopt}), std::length_error);
  }
}

}  // namespace
}  // namespace prosper::rdf
