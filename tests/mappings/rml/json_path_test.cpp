// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/json_path.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace prosper::mappings::rml {
namespace {

struct Query {
  std::string path;
  std::string found;
};

class JsonPaths : public testing::TestWithParam<Query> {};

TEST_P(JsonPaths, LeadToNodes) {
  const auto root =
      nlohmann::ordered_json::parse(R"({"a":{"b":[1,{"c d":"x"}],"]":2},"e":[[1,2],[3]],"'":4})");
  JsonPath path;
  ASSERT_EQ(parse_json_path(GetParam().path, path), "");
  std::string found;
  for (const auto* node : find_nodes(root, path)) found += node->dump() + " ";
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(Queries, JsonPaths,
                         testing::Values(Query{"$.a.b[0]", "1 "}, Query{"a.b[1]['c d']", "\"x\" "},
                                         Query{"$['a'][\"]\"]", "2 "}, Query{"$.e[*][*]", "1 2 3 "},
                                         Query{"$.e[0].*", "1 2 "}, Query{"$.none.b", ""},
                                         Query{"$.a.b[9]", ""}, Query{"$['\\'']", "4 "},
                                         Query{"$.a.b[0].x", ""}));

TEST(JsonPath, RefusesWhatItDoesNotKnow) {
  for (const char* text : {"$.", "$a", "$.a[", "$.a['b'", "$[?(@.a)]", "$.a]", "$.e[*]]", "$..a"}) {
    JsonPath path;
    EXPECT_NE(parse_json_path(text, path), "") << text;
  }
}

}  // namespace
}  // namespace prosper::mappings::rml
