// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "endpoint/http/form.hpp"
#include "endpoint/http/negotiation.hpp"
#include "endpoint/http/relative_reference.hpp"
#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"

namespace prosper::endpoint {
namespace {

TEST(Negotiation, TakesWhatTheClientLikesBest) {
  const std::vector<std::string_view> offers{"text/turtle", "application/rdf+xml", "text/html"};

  struct Case {
    std::string_view accept;
    std::optional<std::size_t> expected;
  };

  const Case cases[] = {
      {"", 0},
      {"*/*", 0},
      {"text/html", 2},
      {"application/rdf+xml;q=0.5, text/turtle;q=0.4", 1},
      {"text/*;q=0.3, text/html;q=0.9", 2},
      {"text/html;q=0, */*;q=0.1", 0},
      {"TEXT/HTML", 2},
      {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 2},
      {"application/json", std::nullopt},
      {"text/turtle;q=0", std::nullopt},
      {"text/turtle;q=abc", std::nullopt},
      {"application/rdf+xml;profile=x;q=1.0, text/turtle;q=0.999", 1},
  };
  for (const Case& test : cases)
    EXPECT_EQ(choose_media_type(test.accept, offers), test.expected) << test.accept;
}

TEST(Form, DecodesFieldsInOrder) {
  const Parameters expected{{"query", "SELECT * {?s ?p 1+1}"}, {"a", ""}, {"a", "é"}, {"b", ""}};
  EXPECT_EQ(parse_form("query=SELECT+*+%7B?s ?p 1%2B1}&a=&&a=%C3%A9&b"), expected);
}

TEST(Form, RefusesWhatIsNotText) {
  for (const char* text : {"a=%", "a=%4", "a=%GG", "a=%FF", "%C3=1", "a=%ED%A0%80"})
    EXPECT_THROW(parse_form(text), HttpError) << text;
}

TEST(Form, LimitsTheNumberOfFields) {
  std::string text;
  for (int i = 0; i < 1001; ++i) text += "a=1&";
  EXPECT_THROW(parse_form(text), HttpError);
}

TEST(Form, EncodesValues) {
  EXPECT_EQ(encode_query_value("a b/é~"), "a%20b%2F%C3%A9~");
}

TEST(RelativeReference, LeadsFromOneDocumentToAnother) {
  struct Case {
    std::string_view from, to, expected;
  };

  const Case cases[] = {
      {"/id/joconde/X", "/doc/joconde/X", "../../doc/joconde/X"},
      {"/id/joconde/X/production/time", "/doc/joconde/X", "../../../../doc/joconde/X"},
      {"/doc/joconde/X", "/doc/joconde/X", "X"},
      {"/doc/joconde/X.ttl", "/doc/joconde/X", "X"},
      {"/sparql", "/", "./"},
      {"/a", "/b:c", "./b:c"},
  };
  for (const Case& test : cases)
    EXPECT_EQ(relative_reference(test.from, test.to), test.expected) << test.from << test.to;
}

TEST(RelativeReference, KnowsTheWayToTheRoot) {
  EXPECT_EQ(path_to_root("/"), "");
  EXPECT_EQ(path_to_root("/sparql"), "");
  EXPECT_EQ(path_to_root("/doc/joconde/X"), "../../");
}

TEST(Request, FindsHeadersWithoutCase) {
  Request request;
  request.headers = {{"content-TYPE", "Text/Turtle ; charset=utf-8"}};
  EXPECT_EQ(request.header("Content-Type"), "Text/Turtle ; charset=utf-8");
  EXPECT_EQ(content_type(request), "text/turtle");
  EXPECT_FALSE(request.header("Accept").has_value());
}

}  // namespace
}  // namespace prosper::endpoint
