// SPDX-License-Identifier: Apache-2.0
// What hostile or broken documents do: a SyntaxError that says what is wrong, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/io/parser.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

struct Malformed {
  RdfFormat format;
  std::string_view text;
  std::string_view complaint;
};

void PrintTo(const Malformed& malformed, std::ostream* out) {
  *out << malformed.text;
}

class MalformedDocument : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedDocument, IsRefusedWithAReason) {
  try {
    parse_quads(GetParam().text, GetParam().format);
    FAIL() << "accepted";
  } catch (const SyntaxError& error) {
    EXPECT_THAT(error.message(), testing::HasSubstr(std::string(GetParam().complaint)));
    EXPECT_NE(error.line(), 0U);
  }
}

using enum RdfFormat;

INSTANTIATE_TEST_SUITE_P(
    Turtle, MalformedDocument,
    testing::Values(
        Malformed{Turtle, "<s> <urn:p> 1 .", "relative IRI <s> but no base"},
        Malformed{Turtle, "@prefix a: <b> .", "relative IRI <b> but no base"},
        Malformed{Turtle, "@base <b> .", "relative IRI <b> but no base"},
        Malformed{Turtle, "<urn:a b> <urn:p> 1 .", "IRI"},
        Malformed{Turtle, "<urn:a\\u0020b> <urn:p> 1 .", "IRI"},
        Malformed{Turtle, "<urn:s> <urn:p> <urn:\\u007Ba> .", "not allowed in an IRI"},
        Malformed{Turtle, "<urn:s> <urn:p> \"\\uD800\" .", "surrogate"},
        Malformed{Turtle, "<urn:s> <urn:p> \"\\uDFFF\"@fr .", "surrogate"},
        Malformed{Turtle, "<urn:s> <urn:p> \"\\U00110000\" .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> \"x\\q\" .", "escape"},
        Malformed{Turtle, "<urn:s> <urn:p> \"x\xC3\" .", "invalid UTF-8"},
        Malformed{Turtle, "<urn:s> <urn:p> \"x\"@en- .", "language tag 'en-'"},
        Malformed{Turtle, "<urn:s> <urn:p> \"x\"@ .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> \"x\"^^u:x .", "undefined prefix 'u:'"},
        Malformed{Turtle, "<urn:s> _:p 1 .", ""}, Malformed{Turtle, "\"s\" <urn:p> 1 .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> 1", ""}, Malformed{Turtle, "<urn:s> <urn:p> .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> \"never ends", "end"},
        Malformed{Turtle, "<urn:s> <urn:p> '''never ends'' .", "end"},
        Malformed{Turtle, "<urn:s> <urn:p> \"line\nbreak\" .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> (1 2 .", ""},
        Malformed{Turtle, "<urn:s> <urn:p> [ <urn:q> 1 .", ""},
        Malformed{Turtle, "<urn:g> { <urn:s> <urn:p> 1 }", "Turtle has no graphs"},
        Malformed{Turtle, "GRAPH <urn:{> { }", ""},
        Malformed{Turtle, "# {\n{ }", "Turtle has no graphs"}, Malformed{Turtle, "}", ""},
        Malformed{Turtle, "%%%", ""}, Malformed{TriG, "<urn:g> { <urn:s> <urn:p> 1 ", ""},
        Malformed{TriG, "<urn:g> { <urn:h> { } }", ""},
        Malformed{TriG, "(1) { <urn:s> <urn:p> 1 }", ""}));

INSTANTIATE_TEST_SUITE_P(
    Lines, MalformedDocument,
    testing::Values(Malformed{NTriples, "<urn:s> <urn:p> <urn:o> <urn:g> .", "fourth term"},
                    Malformed{NTriples, "<s> <urn:p> <urn:o> .", ""},
                    Malformed{NTriples, "<urn:s> <urn:p> 1 .", ""},
                    Malformed{NTriples, "<urn:s> a <urn:o> .", ""},
                    Malformed{NTriples, "a:s <urn:p> <urn:o> .", ""},
                    Malformed{NTriples, "[] <urn:p> <urn:o> .", ""},
                    Malformed{NTriples, "(\"1\") <urn:p> <urn:o> .", ""},
                    Malformed{NTriples, "<urn:s> <urn:p> 'x' .", ""},
                    Malformed{NTriples, "<urn:s> <urn:p> \"\"\"x\"\"\" .", ""},
                    Malformed{NTriples, "@prefix a: <urn:a> .", ""},
                    Malformed{NTriples, "<urn:s> <urn:p> <urn:o> ; <urn:q> <urn:o> .", ""},
                    Malformed{NTriples, "<urn:s> <urn:p> <urn:o>", ""},
                    Malformed{NTriples, "_:-b <urn:p> <urn:o> .", "blank node label '_:-b'"},
                    Malformed{NTriples, "_:\u00B7b <urn:p> <urn:o> .", "blank node label"},
                    Malformed{NQuads, "<urn:s> <urn:p> <urn:o> \"g\" .", ""},
                    Malformed{NQuads, "<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> .", ""},
                    Malformed{NQuads, "<urn:s> <urn:p> \"x\"^^<d> .", ""}));

constexpr std::string_view xml_start =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>";

TEST(MalformedRdfXml, IsRefused) {
  for (const std::string_view text :
       {"", "<rdf:Description>", "<rdf:Description rdf:about='s'><e:p>x</e:p></rdf:Description>",
        "<rdf:Description rdf:about='http://s/ x'><e:p>x</e:p></rdf:Description>",
        "<rdf:Description rdf:nodeID='1'><e:p>x</e:p></rdf:Description>",
        "<e:T><e:p xml:lang='en-'>x</e:p></e:T>", "<e:T><e:p>\xC3</e:p></e:T>", "&undefined;",
        "<e:T><e:p>&#0;</e:p></e:T>"}) {
    const std::string ending = text.empty() ? "" : "</rdf:RDF>";
    try {
      parse_quads(std::string(xml_start) + "\n" + std::string(text) + "\n" + ending, RdfXml);
      ADD_FAILURE() << "accepted " << text;
    } catch (const SyntaxError& error) {
      EXPECT_GE(error.line(), 1U) << error.what();
      EXPECT_LE(error.line(), 3U) << error.what();
    }
  }
  EXPECT_THROW(parse_quads("", RdfXml), SyntaxError);
}

TEST(MalformedRdfXml, DoesNotReadFilesOrBlowUp) {
  const std::string file = std::string("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>") +
                           std::string(xml_start) + "<e:T><e:p>[&f;]</e:p></e:T></rdf:RDF>";
  try {
    for (const Quad& quad : parse_quads(file, RdfXml)) {
      if (const auto* literal = std::get_if<Literal>(&quad.object)) {
        EXPECT_EQ(literal->lexical_form, "[]");
      }
    }
  } catch (const SyntaxError&) {
  }
  std::string laughs = "<!DOCTYPE x [<!ENTITY l0 'lol'>";
  for (int i = 1; i < 12; ++i) {
    const std::string inner = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) laughs += inner;
    laughs += "'>";
  }
  laughs += "]>" + std::string(xml_start) + "<e:T><e:p>&l11;</e:p></e:T></rdf:RDF>";
  EXPECT_THROW(parse_quads(laughs, RdfXml), SyntaxError);
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Nesting, IsLimited) {
  for (const std::string_view opening : {"[ <urn:q> ", "( ", "([ <urn:q> "}) {
    try {
      parse_quads("<urn:s> <urn:p> " + repeat(opening, 100000), Turtle);
      FAIL() << "accepted " << opening;
    } catch (const SyntaxError& error) {
      EXPECT_THAT(error.message(), testing::HasSubstr("nest deeper than 1000 levels"));
      EXPECT_EQ(error.line(), 1U);
    }
  }
}

TEST(Nesting, MayBeDeepAndWideWithinTheLimit) {
  const std::string deep =
      "<urn:s> <urn:p> " + repeat("[ <urn:q> ", 900) + "1" + repeat(" ]", 900) + " .";
  EXPECT_EQ(parse_quads(deep, Turtle).size(), 901U);
  EXPECT_EQ(parse_quads("<urn:s> <urn:p> " + repeat("[], ", 5000) + "1 .", Turtle).size(), 5001U);
  const std::string quoted = "<urn:s> <urn:p> \"" + repeat("[", 5000) + "\" . # " +
                             repeat("(", 5000) + "\n<urn:(((" + repeat("(", 2000) + "> <urn:p> 1 .";
  EXPECT_EQ(parse_quads(quoted, Turtle).size(), 2U);
}

TEST(Nesting, OfXmlIsLimited) {
  const std::string deep = std::string(xml_start) + repeat("<e:T><e:p>", 100000);
  EXPECT_THROW(parse_quads(deep, RdfXml), SyntaxError);
}

TEST(HugeLiteral, IsKeptWhole) {
  const std::string text = repeat("0123456789abcdeé", 100000);
  for (const RdfFormat format : {Turtle, TriG, NTriples, NQuads}) {
    const auto quads = parse_quads("<urn:s> <urn:p> \"" + text + "\" .", format);
    ASSERT_EQ(quads.size(), 1U);
    EXPECT_TRUE(quads[0].object == Term(make_string(text)));
  }
}

/// Every prefix of a document either parses or is refused, and nothing else happens.
void try_every_prefix(std::string_view text, RdfFormat format) {
  const ParseOptions options{.base_iri = "http://b/", .source_name = "", .blank_node_prefix = ""};
  for (std::size_t length = 0; length <= text.size(); ++length) {
    try {
      parse_quads(text.substr(0, length), format, options);
    } catch (const SyntaxError& error) {
      EXPECT_FALSE(error.message().empty()) << length;
    }
  }
  EXPECT_NO_THROW(parse_quads(text, format, options));
}

constexpr std::string_view every_turtle_construct = R"(@base <http://a/b> . PREFIX e: <é#>
@prefix : <http://c/> . :s a e:T ; e:p 1, -1.5 , 1e-3, true, "x\u00e9\n"@fr-FR, 'y'^^e:d,
"""long " \" ""string""", '''it's''' ; :q [ e:r ( 1 [] () _:b1 _:B1 ) ; e:t\,u%20 :v ] . # end
[ e:p _:x.y ] e:q <../z> . () e:p () . )";

TEST(TruncatedDocument, NeverCrashesTheReader) {
  try_every_prefix(every_turtle_construct, Turtle);
  try_every_prefix(std::string(every_turtle_construct) +
                       "GRAPH _:g { :s :p :o . } :g { [] :p 1 } { :s :p 2, 3 ; :q 4 . }",
                   TriG);
  try_every_prefix("<urn:s> <urn:p> \"x\\u00E9\"@fr <urn:g> .\n_:a <urn:p> _:b _:g . # c\n",
                   NQuads);
}

TEST(TruncatedDocument, OfRdfXmlIsRefused) {
  const std::string text = std::string(xml_start) +
                           "<e:T rdf:about='http://s/é'><e:p rdf:parseType='Literal'><b>&amp;</b>"
                           "</e:p><e:q rdf:parseType='Collection'><e:T/></e:q></e:T></rdf:RDF>";
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_THROW(parse_quads(std::string_view(text).substr(0, length), RdfXml), SyntaxError)
        << length;
  }
  EXPECT_NO_THROW(parse_quads(text, RdfXml));
}

TEST(MutatedDocument, NeverCrashesTheReader) {
  constexpr std::string_view replacements = "<>\"'[](){}.;,:@#\\_ b1\n\x80";
  for (std::size_t at = 0; at < every_turtle_construct.size(); ++at) {
    for (const char replacement : replacements) {
      std::string text(every_turtle_construct);
      text[at] = replacement;
      try {
        parse_quads(text, TriG);
      } catch (const SyntaxError& error) {
        EXPECT_FALSE(error.message().empty());
      }
    }
  }
}

}  // namespace
}  // namespace prosper::rdf
