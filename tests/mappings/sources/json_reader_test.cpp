// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/json_reader.hpp"

#include <gtest/gtest.h>

#include "mappings/sources/geometry.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/mappings/sources/row_files.hpp"

namespace prosper::mappings {
namespace {

TEST(JsonReader, ReadsOneNoticeOfTheApi) {
  const auto rows = read_file(write_file(
      "notice.json",
      R"({"REF":" 1 ","AUTR":[],"DENO":["vase","pot"],"POP_COORDONNEES":{"lat":45.5,"lon":4},"POINT":{"type":"Point"},"X":null,"COMM":"","OK":true})"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(cell(rows[0], "REF"), "1");
  EXPECT_EQ(cell(rows[0], "DENO"), "vase|pot");
  EXPECT_NE(rows[0].cells.find("DENO")->list(), nullptr);
  EXPECT_EQ(cell(rows[0], "POP_COORDONNEES"), "45.5,4");
  EXPECT_EQ(cell(rows[0], "POINT.type"), "Point");
  EXPECT_EQ(cell(rows[0], "OK"), "true");
  for (const char* absent : {"AUTR", "X", "COMM"}) EXPECT_EQ(rows[0].cells.find(absent), nullptr);
}

TEST(JsonReader, ReadsListsAndSeveralDocuments) {
  const auto list = read_file(write_file("list.json", "[\n{\"REF\":\"1\"},\n\n{\"REF\":\"2\"}]"));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[1].line, 4U);
  EXPECT_EQ(list[1].text, "{\"REF\":\"2\"}");
  const auto lines = read_file(write_file("lines.json", "{\"REF\":\"1\"}\n{\"REF\":\"2\"}\n"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].line, 2U);
}

TEST(JsonReader, ReadsElasticsearchAnswers) {
  const std::string hits =
      R"({"hits":{"total":2,"hits":[{"_id":"a","_source":{"REF":"1"}},{"_source":{"REF":"2"}}]}})";
  for (const std::string& text : {hits, "{\"responses\":[" + hits + "]}"}) {
    const auto rows = read_file(write_file("hits.json", text));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(cell(rows[1], "REF"), "2");
  }
  EXPECT_TRUE(read_file(write_file("none.json", R"({"hits":{"hits":[]}})")).empty());
}

TEST(JsonReader, ReadsGeoJson) {
  const auto rows = read_file(write_file(
      "features.geojson",
      R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1.5,43.25]},"properties":{"chpdeno":"immeuble"}}]})"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(cell(rows[0], "chpdeno"), "immeuble");
  EXPECT_EQ(cell(rows[0], "geometry"), "POINT(1.5 43.25)");
}

TEST(JsonReader, HandsOverDamagedRecords) {
  const auto rows = read_file(
      write_file("bad.json", "[{\"REF\":1},{\"REF\": tru},7,{\"A\":\"\xFF\"},{\"REF\":\"5\"}]"));
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].error, "");
  EXPECT_EQ(rows[1].error, "not valid JSON");
  EXPECT_EQ(rows[2].error, "a JSON object was expected, not number");
  EXPECT_EQ(rows[3].error, "invalid UTF-8 at byte 7 of the row");
  EXPECT_EQ(cell(rows[4], "REF"), "5");
}

TEST(JsonReader, RefusesACutDocument) {
  for (const char* text :
       {"[{\"REF\":\"1\"},", "{\"REF\":\"1", "{\"REF\"}", "{\"a\":1 \"b\":2}", "[1 2]"})
    EXPECT_THROW(read_file(write_file("cut.json", text)), rdf::SyntaxError) << text;
  EXPECT_THROW(read_file(write_file("deep.json", std::string(100000, '['))), rdf::SyntaxError);
}

TEST(Geometry, WritesEveryShape) {
  EXPECT_EQ(geojson_to_wkt(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})"),
            "POLYGON((0 0, 1 0, 1 1, 0 0))");
  EXPECT_EQ(geojson_to_wkt(R"({"type":"MultiPoint","coordinates":[[0.5,1],[2,3]]})"),
            "MULTIPOINT(0.5 1, 2 3)");
  EXPECT_EQ(geojson_to_wkt(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[0,0]]]]})"),
            "MULTIPOLYGON(((0 0, 1 0, 0 0)))");
  for (const char* bad : {"null", "{}", R"({"type":"Point","coordinates":["x",1]})",
                          R"({"type":"LineString","coordinates":[]})", "not json"})
    EXPECT_FALSE(geojson_to_wkt(bad)) << bad;
}

}  // namespace
}  // namespace prosper::mappings
