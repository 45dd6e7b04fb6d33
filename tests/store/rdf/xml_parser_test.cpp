// SPDX-License-Identifier: Apache-2.0
// What RDF/XML documents are made of: encodings, entities, limits.
#include "store/rdf/io/xml_parser.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/io/rdfxml_reader.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;

/// The text of the one literal of a document.
std::string literal_of(std::string_view document) {
  for (const Quad& quad : parse_quads(document, RdfFormat::RdfXml)) {
    if (const auto* literal = std::get_if<Literal>(&quad.object)) return literal->lexical_form;
  }
  return "no literal";
}

std::string error_of(std::string_view document) {
  try {
    parse_quads(document, RdfFormat::RdfXml);
  } catch (const SyntaxError& error) {
    return error.message();
  }
  return "accepted";
}

TEST(XmlParser, ReadsEncodings) {
  const std::string rest = "?><T xmlns='u:'><p>";
  const std::string end = "</p></T>";
  const auto with = [&](const std::string& encoding, const std::string& text) {
    return "<?xml version='1.0' encoding='" + encoding + "'" + rest + text + end;
  };
  EXPECT_EQ(literal_of(with("UTF-8", "é€")), "é€");
  EXPECT_EQ(literal_of("\xEF\xBB\xBF" + with("utf-8", "é")), "é");
  EXPECT_EQ(literal_of(with("ISO-8859-1", "\xE9")), "é");
  EXPECT_EQ(literal_of(with("ISO-8859-15", "\xE9\xA4")), "é€");
  EXPECT_EQ(literal_of(with("windows-1252", "\xE9\x80")), "é€");
  EXPECT_EQ(literal_of(with("US-ASCII", "e&#233;")), "eé");
  EXPECT_THAT(error_of(with("EUC-JP", "x")), HasSubstr("unknown encoding"));
  EXPECT_THAT(error_of(with("no-such", "x")), HasSubstr("unknown encoding"));
  EXPECT_THAT(error_of(with("UTF-8", "\xE9")), HasSubstr("not well-formed"));
  for (const bool is_little : {true, false}) {
    std::string wide = is_little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : with("UTF-16", "x")) {
      wide += is_little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    EXPECT_EQ(literal_of(wide), "x");
  }
}

TEST(XmlParser, ExpandsEntitiesOfTheDocument) {
  const auto with = [](const std::string& declarations, const std::string& document) {
    return "<!DOCTYPE T [" + declarations + "]>" + document;
  };
  EXPECT_EQ(literal_of(with("<!ENTITY u 'u:'><!ENTITY x 'a&#38;amp;b'>",
                            "<T xmlns='&u;'><p>[&x;]</p></T>")),
            "[a&b]");
  EXPECT_EQ(literal_of(with("<!ENTITY x '<q xmlns=\"u:\">y</q>'>", "<T xmlns='u:'>&x;</T>")), "y");
  EXPECT_EQ(literal_of(with("<!ATTLIST T xmlns CDATA #FIXED 'u:'>", "<T><p>x</p></T>")), "x");
  EXPECT_THAT(error_of(with("<!ENTITY x '&x;'>", "<T xmlns='u:'><p>&x;</p></T>")),
              HasSubstr("recursive entity"));
}

TEST(XmlParser, ReadsNothingOutsideTheDocument) {
  EXPECT_THAT(error_of("<!DOCTYPE T [<!ENTITY x SYSTEM '/etc/hostname'>]>"
                       "<T xmlns='u:'><p>&x;</p></T>"),
              HasSubstr("lies outside this document"));
  EXPECT_THAT(error_of("<!DOCTYPE T [<!ENTITY x SYSTEM '/etc/hostname'>]>"
                       "<T xmlns='u:' p='&x;'/>"),
              HasSubstr("malformed XML"));
  EXPECT_EQ(literal_of("<!DOCTYPE T SYSTEM 'http://no/t.dtd'><T xmlns='u:'><p>x</p></T>"), "x");
  EXPECT_THAT(error_of("<!DOCTYPE T SYSTEM 'http://no/t.dtd'><T xmlns='u:'><p>&x;</p></T>"),
              HasSubstr("the entity &x; is not declared in this document"));
}

TEST(XmlParser, LimitsNestingAndMarkup) {
  std::string deep;
  for (int i = 0; i < 501; ++i) deep += "<T xmlns='u:'><p>";
  EXPECT_THAT(error_of(deep), HasSubstr("nest deeper than 1000 levels"));
  const std::string long_comment = "<!--" + std::string(std::size_t{9} << 20U, 'x') + "-->";
  EXPECT_EQ(literal_of(long_comment + "<T xmlns='u:'><p>x</p></T>" + long_comment), "x");
  const std::string comment = "<!--" + std::string(std::size_t{40} << 20U, 'x');
  EXPECT_THAT(error_of(comment), HasSubstr("more than 16 megabytes"));
}

TEST(XmlParser, ReadsDocumentsInPieces) {
  const std::string document =
      "<?xml version='1.0'?><!DOCTYPE T [<!ENTITY x 'é'>]><T xmlns='u:' xmlns:r="
      "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><p>&x;é<!--c-->\r\nz</p>"
      "<q r:parseType='Literal'><a b='&x;'/></q></T>";
  const auto expected = parse_quads(document, RdfFormat::RdfXml);
  ASSERT_EQ(expected.size(), 3U);
  for (std::size_t size = 1; size < 20; ++size) {
    CollectingSink sink;
    QuadMaker maker(sink);
    const ParseOptions options;
    RdfXmlReader reader(options, maker);
    for (std::string_view rest = document; !rest.empty();
         rest.remove_prefix(std::min(size, rest.size()))) {
      reader.feed(rest.substr(0, size));
    }
    reader.finish();
    EXPECT_EQ(sink.quads, expected) << size;
  }
}

TEST(XmlParser, KnowsWhenADocumentEndsTooEarly) {
  EXPECT_THAT(error_of(""), HasSubstr("no element found"));
  EXPECT_THAT(error_of("<T xmlns='u:'>"), HasSubstr("malformed XML"));
  EXPECT_THAT(error_of("<T xmlns='u:'/><T/>"), HasSubstr("junk after document element"));
  EXPECT_THAT(error_of("\0"sv), HasSubstr("malformed XML"));
}

}  // namespace
}  // namespace prosper::rdf
