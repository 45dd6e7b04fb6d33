// SPDX-License-Identifier: Apache-2.0
#include "sparql/results/result_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/syntax_error.hpp"
#include "tests/sparql/results/row_list.hpp"

namespace prosper::sparql {
namespace {

std::vector<SolutionRow> awkward_rows() {
  std::vector<SolutionRow> rows;
  const auto add = [&rows](const rdf::Term& term) {
    rows.push_back({term, std::nullopt});
    rows.push_back({std::nullopt, term});
    rows.push_back({term, term});
  };
  rows.push_back({std::nullopt, std::nullopt});
  add(rdf::Iri{"http://ex/é?a=1&b='2'#f"});
  add(rdf::BlankNode{"b0"});
  for (const std::string text :
       {"", " ", "\t", "\n", "\r\n", "plain", "a,b", "\"", "'", "\\", "<a>&amp;</a>", "]]>",
        "é 漢字 \U0001F600", "1", "true", "\\u00E9", " . <x> <y> <z>", "#"}) {
    add(rdf::make_string(text));
    add(rdf::make_language_string(text, "fr-FR"));
    add(rdf::make_typed_literal(text, vocabularies::xsd::integer));
    add(rdf::make_typed_literal(text, vocabularies::xsd::decimal));
    add(rdf::make_typed_literal(text, "http://ex/type"));
  }
  return rows;
}

class ResultRoundTrip : public testing::TestWithParam<ResultFormat> {};

TEST_P(ResultRoundTrip, KeepsEveryTerm) {
  const std::vector<std::string> variables{"a", "été"};
  const std::vector<SolutionRow> rows = awkward_rows();
  const ResultDocument read = read_results(written(variables, rows, GetParam()), GetParam());
  EXPECT_EQ(read.variables, variables);
  EXPECT_EQ(read.boolean, std::nullopt);
  ASSERT_EQ(read.rows.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_TRUE(read.rows[i] == rows[i]) << i;
}

TEST_P(ResultRoundTrip, KeepsRowsWithoutVariables) {
  const ResultDocument read = read_results(written({}, {{}, {}}, GetParam()), GetParam());
  EXPECT_TRUE(read.variables.empty());
  EXPECT_EQ(read.rows.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Formats, ResultRoundTrip,
                         testing::Values(ResultFormat::Json, ResultFormat::Xml, ResultFormat::Tsv));

TEST(CsvReader, ReadsPlainStrings) {
  const ResultDocument read = read_results(
      "\xEF\xBB\xBFx,y\r\nhttp://ex/,_:b\r\n,\"\"\n\"a \"\"b\"\"\r\n,c\",1", ResultFormat::Csv);
  EXPECT_EQ(read.variables, (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(read.rows,
            (std::vector<SolutionRow>{{rdf::make_string("http://ex/"), rdf::make_string("_:b")},
                                      {std::nullopt, rdf::make_string("")},
                                      {rdf::make_string("a \"b\"\r\n,c"), rdf::make_string("1")}}));
}

TEST(ResultReader, ReadsBooleans) {
  for (const bool answer : {true, false}) {
    for (const ResultFormat format : {ResultFormat::Json, ResultFormat::Xml}) {
      rdf::StringSink text;
      write_boolean(answer, format, text);
      EXPECT_EQ(read_results(text.text(), format).boolean, answer);
    }
  }
}

TEST(ResultReader, ReadsWhatOthersWrite) {
  const ResultDocument json = read_results(
      R"({"head":{"link":[],"vars":["x"]},"results":{"distinct":false,"bindings":[
        {"x":{"type":"typed-literal","value":"1","datatype":"http://ex/t"}},
        {"x":{"value":"x","type":"literal","its:dir":"ltr"}}]}})",
      ResultFormat::Json);
  EXPECT_EQ(json.rows, (std::vector<SolutionRow>{{rdf::make_typed_literal("1", "http://ex/t")},
                                                 {rdf::make_string("x")}}));
  const ResultDocument xml = read_results(
      R"(<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>
         <r:sparql xmlns:r="http://www.w3.org/2005/sparql-results#"><r:head>
           <r:variable name="x"/><r:link href="m"/></r:head>
         <r:results ordered="true"> <r:result> <r:binding name="x">
           <r:literal>a <![CDATA[<b>]]><!-- c --> c</r:literal> </r:binding></r:result>
           <r:result><r:binding name="x"><r:unbound/></r:binding></r:result>
         </r:results></r:sparql>)",
      ResultFormat::Xml);
  EXPECT_EQ(xml.rows, (std::vector<SolutionRow>{{rdf::make_string("a <b> c")}, {std::nullopt}}));
  const ResultDocument tsv =
      read_results("?x\t$y\r\n'a'\ttrue\r\n_:b\t-1.5e3\r\n", ResultFormat::Tsv);
  EXPECT_EQ(
      tsv.rows,
      (std::vector<SolutionRow>{
          {rdf::make_string("a"), rdf::make_typed_literal("true", vocabularies::xsd::boolean)},
          {rdf::BlankNode{"b"}, rdf::make_typed_literal("-1.5e3", vocabularies::xsd::double_)}}));
}

TEST(ResultReader, ReplacesLabelsNoWriterCouldWrite) {
  const ResultDocument read = read_results(
      R"({"head":{"vars":["a","b","c"]},"results":{"bindings":[{
        "a":{"type":"bnode","value":"x> <http://evil/"},
        "b":{"type":"bnode","value":"nodeID://b1"},
        "c":{"type":"bnode","value":"_x6e"}}]}})",
      ResultFormat::Json);
  std::vector<std::string> labels;
  for (const auto& cell : read.rows.at(0)) labels.push_back(std::get<rdf::BlankNode>(*cell).label);
  EXPECT_EQ(labels[0].find_first_not_of("_x0123456789abcdef"), std::string::npos);
  EXPECT_NE(labels[0], labels[1]);
  EXPECT_EQ(labels[2], "_x5f783665");
}

struct Malformed {
  ResultFormat format;
  std::string_view text;
  std::string_view complaint;
};

void PrintTo(const Malformed& malformed, std::ostream* out) {
  *out << malformed.text;
}

class MalformedResult : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedResult, IsRefusedWithAReason) {
  try {
    read_results(GetParam().text, GetParam().format);
    FAIL() << "accepted";
  } catch (const rdf::SyntaxError& error) {
    EXPECT_THAT(error.message(), testing::HasSubstr(std::string(GetParam().complaint)));
  }
}

using enum ResultFormat;

INSTANTIATE_TEST_SUITE_P(
    Json, MalformedResult,
    testing::Values(
        Malformed{Json, "", "malformed JSON"}, Malformed{Json, "[]", "expected a JSON object"},
        Malformed{Json, "{", "malformed JSON"}, Malformed{Json, "{}", "\"head\""},
        Malformed{Json, "{\"boolean\":1}", "\"boolean\""},
        Malformed{Json, "{\"head\":{\"vars\":[1]},\"results\":{\"bindings\":[]}}", "variable"},
        Malformed{Json, "{\"head\":{\"vars\":[]}}", "\"results\""},
        Malformed{Json, "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[1]}}", "binding"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"uri\",\"value\":\"u:x\"}}]}}",
                  "'x' is not in the head"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"uri\",\"value\":\"u:x y\"}}]}}",
                  "not allowed in the IRI"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"uri\",\"value\":\"a/b\"}}]}}",
                  "relative IRI"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"literal\",\"value\":\"\\u0000\"}}]}}",
                  "U+0000"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"literal\",\"value\":\"\\uD800\"}}]}}",
                  "malformed JSON"},
        Malformed{Json,
                  "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
                  "[{\"x\":{\"type\":\"triple\",\"value\":\"x\"}}]}}",
                  "unknown term type"}));

INSTANTIATE_TEST_SUITE_P(
    Others, MalformedResult,
    testing::Values(
        Malformed{Xml, "", "malformed XML"}, Malformed{Xml, "<sparql>", "malformed XML"},
        Malformed{Xml, "<html/>", "<sparql>"}, Malformed{Xml, "<sparql/>", "<results>"},
        Malformed{Xml, "<sparql><boolean>maybe</boolean></sparql>", "true or false"},
        Malformed{Xml,
                  "<sparql><head><variable name='x'/></head><results><result>"
                  "<binding name='x'/></result></results></sparql>",
                  "is empty"},
        Malformed{Xml,
                  "<sparql><head><variable name='x'/></head><results><result>"
                  "<binding name='x'><triple/></binding></result></results></sparql>",
                  "<triple>"},
        Malformed{Xml,
                  "<sparql><head><variable name='x'/></head><results><result><binding name='x'>"
                  "<literal>\xC3</literal></binding></result></results></sparql>",
                  "UTF-8"},
        Malformed{Tsv, "", "variables"}, Malformed{Tsv, "x\n", "expected a variable"},
        Malformed{Tsv, "?x\n1\t2\n", "expected 1 cells, found 2"},
        Malformed{Tsv, "?x\noops\n", "expected an RDF term"},
        Malformed{Tsv, "?x\n1, 2\n", "one RDF term"},
        Malformed{Tsv, "?x\n1 . #\n", "malformed RDF term"},
        Malformed{Tsv, "?x\n_:-b\n", "blank node label"},
        Malformed{Tsv, "?x\n[]\n", "expected an RDF term"},
        Malformed{Tsv, "?x\n<rel>\n", "relative IRI"}, Malformed{Tsv, "?x\n\"a\n", "malformed"},
        Malformed{Csv, "", "variables"}, Malformed{Csv, "x,y\n1\n", "expected 2 cells, found 1"},
        Malformed{Csv, "x\n\"a\n", "never closed"},
        Malformed{Csv, "x\n\"a\"b\n", "end of the line"}, Malformed{Csv, "x\n\xFF\n", "UTF-8"},
        Malformed{ResultFormat::Table, "", "tables cannot be read"}));

TEST(MalformedResult, SaysWhere) {
  try {
    read_results("{\n  \"head\": é\n}", ResultFormat::Json);
    FAIL() << "accepted";
  } catch (const rdf::SyntaxError& error) {
    EXPECT_EQ(error.line(), 2U);
    EXPECT_NEAR(static_cast<double>(error.column()), 11, 1);
  }
}

TEST(MalformedResult, MayNestDeeply) {
  EXPECT_THROW(read_results(std::string(100000, '['), ResultFormat::Json), rdf::SyntaxError);
  EXPECT_THROW(
      read_results(std::string(100000, '[') + std::string(100000, ']'), ResultFormat::Json),
      rdf::SyntaxError);
  std::string deep;
  for (int i = 0; i < 50000; ++i) deep += "<a>";
  for (int i = 0; i < 50000; ++i) deep += "</a>";
  EXPECT_THROW(read_results(deep, ResultFormat::Xml), rdf::SyntaxError);
}

}  // namespace
}  // namespace prosper::sparql
