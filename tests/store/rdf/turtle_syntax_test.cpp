// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/turtle_syntax.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace prosper::rdf {
namespace {

bool is_short(std::string_view text, std::string_view datatype) {
  return has_turtle_shorthand(make_typed_literal(std::string(text), datatype));
}

TEST(TurtleShorthand, FollowsTheGrammarOfEachDatatype) {
  for (const std::string_view text : {"0", "+1", "-01"}) {
    EXPECT_TRUE(is_short(text, vocabularies::xsd::integer)) << text;
    EXPECT_FALSE(is_short(text, vocabularies::xsd::decimal)) << text;
    EXPECT_FALSE(is_short(text, vocabularies::xsd::double_)) << text;
  }
  for (const std::string_view text : {".5", "-1.0", "+01.50"}) {
    EXPECT_TRUE(is_short(text, vocabularies::xsd::decimal)) << text;
    EXPECT_FALSE(is_short(text, vocabularies::xsd::integer)) << text;
    EXPECT_FALSE(is_short(text, vocabularies::xsd::double_)) << text;
  }
  for (const std::string_view text : {"1e5", "-1.5E-10", ".5e+1", "1.e1"}) {
    EXPECT_TRUE(is_short(text, vocabularies::xsd::double_)) << text;
    EXPECT_FALSE(is_short(text, vocabularies::xsd::float_)) << text;
  }
  EXPECT_TRUE(is_short("true", vocabularies::xsd::boolean));
  EXPECT_TRUE(is_short("false", vocabularies::xsd::boolean));
}

TEST(TurtleShorthand, RefusesEverythingElse) {
  for (const std::string_view text : {"", " 1", "1 ", "+", "-", ".", "1.", "e1", "1e", ".e1", "1e+",
                                      "INF", "NaN", "1_0", "0x1"}) {
    for (const std::string_view datatype :
         {vocabularies::xsd::integer, vocabularies::xsd::decimal, vocabularies::xsd::double_}) {
      EXPECT_FALSE(is_short(text, datatype)) << text << " " << datatype;
    }
  }
  EXPECT_FALSE(is_short("1", vocabularies::xsd::boolean));
  EXPECT_FALSE(is_short("1", vocabularies::xsd::string));
}

TEST(TurtleNames, FollowTheirProductions) {
  for (const std::string_view text : {"a", "_", "0", "é", "a.b", "a-b", "a\u0301", "_.a"}) {
    EXPECT_TRUE(is_blank_node_label(text)) << text;
  }
  for (const std::string_view text : {"", "-a", ".a", "a.", "a b", "a:b", "a%20", "a\\-"}) {
    EXPECT_FALSE(is_blank_node_label(text)) << text;
  }
  for (const std::string_view text : {"", "a", "é1", "a.b"}) EXPECT_TRUE(is_prefix_name(text));
  for (const std::string_view text : {"_", "1", "a.", "a:", "-"})
    EXPECT_FALSE(is_prefix_name(text));
  for (const std::string_view text : {"", ":", "a:b", "1", "%20", "a%e9b", "_-", "a.b"}) {
    EXPECT_TRUE(is_plain_local_name(text)) << text;
  }
  for (const std::string_view text : {".", "a.", "-", "a/b", "%2", "a%zz", "a~", "a#b"}) {
    EXPECT_FALSE(is_plain_local_name(text)) << text;
  }
}

TEST(LanguageTag, FollowsItsProduction) {
  for (const std::string_view text : {"fr", "fr-FR", "zh-Hant-HK", "x-1a", "a-1-2"}) {
    EXPECT_TRUE(is_language_tag(text)) << text;
  }
  for (const std::string_view text : {"", "-", "fr-", "-fr", "fr--FR", "f1", "fr_FR", "é"}) {
    EXPECT_FALSE(is_language_tag(text)) << text;
  }
}

}  // namespace
}  // namespace prosper::rdf
