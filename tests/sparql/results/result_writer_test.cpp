// SPDX-License-Identifier: Apache-2.0
#include "sparql/results/result_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/sparql/results/row_list.hpp"

namespace prosper::sparql {
namespace {

rdf::Term ex(const std::string& local) {
  return rdf::Iri{"http://ex/" + local};
}

rdf::Term text(const std::string& value) {
  return rdf::make_string(value);
}

rdf::Term typed(const std::string& value, std::string_view datatype) {
  return rdf::make_typed_literal(value, datatype);
}

const std::vector<std::string> variables{"s", "o"};

const std::vector<SolutionRow> rows{
    {ex("é?a=1&b=<"), text("")},
    {rdf::BlankNode{"b0"}, rdf::make_language_string("l'été, \"chaud\"\n\t&<>\r", "fr-FR")},
    {std::nullopt, typed("01", vocabularies::xsd::integer)},
    {ex("x"), std::nullopt}};

TEST(JsonWriter, WritesEveryKindOfTerm) {
  EXPECT_EQ(written(variables, rows, ResultFormat::Json),
            R"({"head":{"vars":["s","o"]},"results":{"bindings":[
{"s":{"type":"uri","value":"http://ex/é?a=1&b=<"},"o":{"type":"literal","value":""}},
{"s":{"type":"bnode","value":"b0"},"o":{"type":"literal","value":"l'été, \"chaud\"\n\t&<>\r","xml:lang":"fr-FR"}},
{"o":{"type":"literal","value":"01","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},
{"s":{"type":"uri","value":"http://ex/x"}}
]}}
)");
}

TEST(JsonWriter, EscapesControlCharacters) {
  EXPECT_THAT(written({"x"}, {{text("\x01\x1F\b\f\\/")}}, ResultFormat::Json),
              testing::HasSubstr(R"("\u0001\u001f\b\f\\/")"));
}

TEST(XmlWriter, WritesEveryKindOfTerm) {
  EXPECT_EQ(written(variables, rows, ResultFormat::Xml),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
<head><variable name="s"/><variable name="o"/></head>
<results>
<result><binding name="s"><uri>http://ex/é?a=1&amp;b=&lt;</uri></binding><binding name="o"><literal></literal></binding></result>
<result><binding name="s"><bnode>b0</bnode></binding><binding name="o"><literal xml:lang="fr-FR">l'été, "chaud"
	&amp;&lt;&gt;&#xD;</literal></binding></result>
<result><binding name="o"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">01</literal></binding></result>
<result><binding name="s"><uri>http://ex/x</uri></binding></result>
</results>
</sparql>
)");
}

TEST(XmlWriter, ReplacesWhatXmlCannotHold) {
  EXPECT_THAT(written({"x"},
                      {{text("a\x01"
                             "b\x1F\uFFFE\uFFFF.")}},
                      ResultFormat::Xml),
              testing::HasSubstr("<literal>a\uFFFDb\uFFFD\uFFFD\uFFFD.</literal>"));
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(written(variables, rows, ResultFormat::Csv),
            "s,o\r\n"
            "http://ex/é?a=1&b=<,\"\"\r\n"
            "_:b0,\"l'été, \"\"chaud\"\"\n\t&<>\r\"\r\n"
            ",01\r\n"
            "http://ex/x,\r\n");
}

TEST(TsvWriter, WritesTurtleTermsOnOneLine) {
  EXPECT_EQ(written(variables, rows, ResultFormat::Tsv),
            "?s\t?o\n"
            "<http://ex/é?a=1&b=<>\t\"\"\n"
            "_:b0\t\"l'été, \\\"chaud\\\"\\n\\t&<>\\r\"@fr-FR\n"
            "\t01\n"
            "<http://ex/x>\t\n");
}

TEST(TsvWriter, AbbreviatesOnlyNumbersThatTurtleCanSay) {
  EXPECT_EQ(written({"x"},
                    {{typed("+1.50", vocabularies::xsd::decimal)},
                     {typed("1.", vocabularies::xsd::decimal)},
                     {typed("1e0", vocabularies::xsd::double_)},
                     {typed("INF", vocabularies::xsd::double_)},
                     {typed(" 1", vocabularies::xsd::integer)},
                     {typed("true", vocabularies::xsd::boolean)},
                     {typed("1", vocabularies::xsd::int_)}},
                    ResultFormat::Tsv),
            "?x\n"
            "+1.50\n"
            "\"1.\"^^<http://www.w3.org/2001/XMLSchema#decimal>\n"
            "1e0\n"
            "\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>\n"
            "\" 1\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
            "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n"
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#int>\n");
}

TEST(TableWriter, AlignsByTheWidthOfCharacters) {
  EXPECT_EQ(written({"a", "long_name"},
                    {{text("é"), typed("12", vocabularies::xsd::integer)},
                     {text("漢字"), std::nullopt},
                     {text("e\u0301"), text("x")}},
                    ResultFormat::Table),
            "| ?a     | ?long_name |\n"
            "|--------|------------|\n"
            "| \"é\"    | 12         |\n"
            "| \"漢字\" |            |\n"
            "| \"e\u0301\"    | \"x\"        |\n"
            "3 rows\n");
}

TEST(TableWriter, CutsWideCells) {
  const auto cell = [](const std::string& value) {
    const std::string table = written({"x"}, {{rdf::Iri{value}}}, ResultFormat::Table);
    const std::size_t start = table.find("\n| ", table.find('\n') + 1) + 3;
    return table.substr(start, table.find(" |\n", start) - start);
  };
  EXPECT_EQ(cell(std::string(58, 'a')), "<" + std::string(58, 'a') + ">");
  EXPECT_EQ(cell(std::string(59, 'a')), "<" + std::string(58, 'a') + "…");
  std::string wide;
  for (int i = 0; i < 40; ++i) wide += "字";
  // 1 + 29 × 2 columns and the ellipsis.
  EXPECT_EQ(cell(wide), "<" + wide.substr(0, 29 * 3) + "…");
  std::string marks;
  for (int i = 0; i < 100000; ++i) marks += "\u0301";
  EXPECT_LT(cell(marks).size(), 600U);
}

TEST(TableWriter, LetsNoControlCharacterThrough) {
  EXPECT_EQ(written({"x"}, {{text("\x1B[31m\u009B\u202E\n")}}, ResultFormat::Table),
            "| ?x          |\n"
            "|-------------|\n"
            "| \"\uFFFD[31m\uFFFD\uFFFD\\n\" |\n"
            "1 row\n");
}

TEST(Writers, WriteEmptyResults) {
  EXPECT_EQ(written(variables, {}, ResultFormat::Json),
            "{\"head\":{\"vars\":[\"s\",\"o\"]},\"results\":{\"bindings\":[\n]}}\n");
  EXPECT_EQ(written(variables, {}, ResultFormat::Csv), "s,o\r\n");
  EXPECT_EQ(written(variables, {}, ResultFormat::Tsv), "?s\t?o\n");
  EXPECT_EQ(written(variables, {}, ResultFormat::Table), "| ?s | ?o |\n|----|----|\n0 rows\n");
}

std::string boolean(bool answer, ResultFormat format) {
  rdf::StringSink text;
  write_boolean(answer, format, text);
  return text.text();
}

TEST(Writers, WriteBooleans) {
  EXPECT_EQ(boolean(true, ResultFormat::Json), "{\"head\":{},\"boolean\":true}\n");
  EXPECT_THAT(boolean(false, ResultFormat::Xml), testing::HasSubstr("<boolean>false</boolean>"));
  EXPECT_EQ(boolean(false, ResultFormat::Table), "false\n");
  EXPECT_THROW(boolean(true, ResultFormat::Csv), std::invalid_argument);
  EXPECT_THROW(boolean(true, ResultFormat::Tsv), std::invalid_argument);
}

TEST(Writers, StopWithTheStream) {
  struct Failing final : SolutionStream {
    const std::vector<std::string>& variables() const override { return names; }

    bool next(SolutionRow&) override { throw std::runtime_error("cancelled"); }

    std::vector<std::string> names{"x"};
  };

  for (const ResultFormat format : {ResultFormat::Json, ResultFormat::Xml, ResultFormat::Csv}) {
    Failing solutions;
    rdf::StringSink text;
    EXPECT_THROW(write_solutions(solutions, format, text), std::runtime_error);
    EXPECT_THAT(text.text(), testing::Not(testing::HasSubstr("]}}")));
    EXPECT_THAT(text.text(), testing::Not(testing::HasSubstr("</sparql>")));
  }
}

TEST(ResultFormats, AreFoundByTheirNames) {
  for (const ResultFormat format : {ResultFormat::Json, ResultFormat::Xml, ResultFormat::Csv,
                                    ResultFormat::Tsv, ResultFormat::Table}) {
    EXPECT_EQ(result_format_of_media_type(media_type(format)), format);
  }
  EXPECT_EQ(media_type(ResultFormat::Json), "application/sparql-results+json");
  EXPECT_EQ(result_format_of_media_type("Application/JSON"), ResultFormat::Json);
  EXPECT_EQ(result_format_of_media_type("text/html"), std::nullopt);
  EXPECT_EQ(result_format_of_name("srx"), ResultFormat::Xml);
  EXPECT_EQ(result_format_of_name("table"), ResultFormat::Table);
  EXPECT_EQ(result_format_of_name("html"), std::nullopt);
}

}  // namespace
}  // namespace prosper::sparql
