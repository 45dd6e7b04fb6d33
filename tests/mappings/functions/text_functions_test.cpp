// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/mappings/functions/calls.hpp"

namespace prosper::mappings {
namespace {

using testing::show;

class TextFunctions : public ::testing::Test {
 protected:
  TextFunctions() { register_text_functions(registry_); }

  std::string call(const std::string& name, testing::Parameters parameters) {
    return show(testing::call(registry_, name, parameters, context_));
  }

  FunctionRegistry registry_;
  FunctionContext context_;
};

TEST_F(TextFunctions, ChangeEachText) {
  EXPECT_EQ(call("slug", {{"text", "Œuvre d'art"}}), "oeuvre-d-art");
  EXPECT_EQ(call("slug", {{"text", List{"A b", "", "C"}}}), "[a-b, c]");
  EXPECT_EQ(call("slug", {{"text", " "}}), "null");
  EXPECT_EQ(call("norm", {{"text", " l’an  II "}}), "l'an II");
  EXPECT_EQ(call("lower", {{"text", "ÉCOLE"}}), "école");
  EXPECT_EQ(call("upper", {{"text", "école"}}), "ÉCOLE");
  EXPECT_EQ(call("trim", {{"text", " a "}}), "a");
  EXPECT_EQ(call("stripHtml", {{"text", "<b>a</b>"}}), "a");
  EXPECT_EQ(call("encode", {{"text", "a/b"}}), "a%2Fb");
  EXPECT_EQ(call("isoDate", {{"text", "1993/03/29"}}), "1993-03-29");
  EXPECT_EQ(call("isoDate", {{"text", "hier"}}), "null");
  EXPECT_EQ(call("isoDate", {}), "null");
}

TEST_F(TextFunctions, SplitAndNumber) {
  EXPECT_EQ(call("split", {{"text", "a ; b (x ; y);a"}}), "[a, b (x ; y)]");
  EXPECT_EQ(call("split", {{"text", "a,b#c"}, {"separators", ",#"}}), "[a, b, c]");
  EXPECT_EQ(call("split", {{"text", List{"a;b", "b;c"}}}), "[a, b, c]");
  EXPECT_EQ(call("split", {{"text", ";;"}}), "null");
  EXPECT_EQ(call("numbered", {{"text", "Été ; hiver"}}),
            "[{n: 1, text: Été, slug: ete}, {n: 2, text: hiver, slug: hiver}]");
}

TEST_F(TextFunctions, Join) {
  EXPECT_EQ(call("concat", {{"a", "id/"}, {"b", "x"}}), "id/x");
  EXPECT_EQ(call("concat", {{"a", "x"}, {"b", Value()}, {"c", "y"}, {"separator", ", "}}), "x, y");
  EXPECT_EQ(call("concatAll", {{"a", "id/"}, {"b", Value()}}), "null");
  EXPECT_EQ(call("concatAll", {{"a", "id/"}, {"b", "x"}}), "id/x");
  EXPECT_EQ(call("concat", {{"a", Value()}}), "null");
}

TEST_F(TextFunctions, Choose) {
  EXPECT_EQ(call("coalesce", {{"a", " "}, {"b", "x"}, {"c", "y"}}), "x");
  EXPECT_EQ(call("ifEqual", {{"text", "oui"}, {"equals", List{"Oui", "oui"}}, {"then", "1"}}), "1");
  EXPECT_EQ(call("ifEqual", {{"text", "non"}, {"equals", "oui"}, {"then", "1"}}), "null");
  EXPECT_EQ(call("ifEqual", {{"text", "non"}, {"equals", "oui"}, {"then", "1"}, {"else", "2"}}),
            "2");
  EXPECT_EQ(call("ifPrefix", {{"text", "PA00078014"}, {"prefix", List{"IA", "PA"}}, {"then", "m"}}),
            "m");
  EXPECT_EQ(call("ifContains", {{"text", "Don de l'État"}, {"part", "etat"}, {"then", "e"}}), "e");
  EXPECT_EQ(call("ifPresent", {{"text", ""}, {"then", "a"}, {"else", "b"}}), "b");
  EXPECT_EQ(call("lookup", {{"text", "Legs"}, {"table", "don=gift\nlegs = bequest"}}), "bequest");
  EXPECT_EQ(
      call("lookup", {{"text", "vol"}, {"table", List{"don=gift", "legs=bequest"}}, {"else", "x"}}),
      "x");
}

TEST_F(TextFunctions, CheckWebAddresses) {
  EXPECT_EQ(call("url", {{"text", "https://example.org/a"}}), "https://example.org/a");
  EXPECT_EQ(call("url", {{"text", List{"http", "//example.org"}}}), "http://example.org");
  EXPECT_EQ(call("url", {{"text", "javascript:x"}}), "null");
  EXPECT_EQ(call("urls", {{"text", "http://a.org;nope;http://b.org"}}),
            "[http://a.org, http://b.org]");
}

TEST_F(TextFunctions, PickFieldsOfRecords) {
  const Value records =
      List{Record{{{"slug", "a"}, {"n", "1"}}}, Record{{{"slug", List{"b", "c"}}}}};
  EXPECT_EQ(call("pick", {{"value", records}, {"name", "slug"}}), "[a, b, c]");
  EXPECT_EQ(call("pick", {{"value", records}, {"name", "n"}}), "1");
  EXPECT_EQ(call("pick", {{"value", records}, {"name", "z"}}), "null");
}

}  // namespace
}  // namespace prosper::mappings
