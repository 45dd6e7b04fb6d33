// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/csv_reader.hpp"

#include <gtest/gtest.h>

#include "store/rdf/syntax_error.hpp"
#include "tests/mappings/sources/row_files.hpp"

namespace prosper::mappings {
namespace {

TEST(CsvReader, ReadsTheOfficialPipeLayout) {
  const auto rows = read_file(write_file("pipe.csv",
                                         "Reference|Titre|Auteur\n\"A1\"|\"nuit | "
                                         "jour\"|\"\"\n\"A2\"|\"dit \"\"le Vieux\"\"\"|\"x\"\n"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line, 2U);
  EXPECT_EQ(cell(rows[0], "Titre"), "nuit | jour");
  EXPECT_EQ(rows[0].cells.find("Auteur"), nullptr);
  EXPECT_EQ(cell(rows[1], "Titre"), "dit \"le Vieux\"");
  EXPECT_EQ(rows[0].text, "\"A1\"|\"nuit | jour\"|\"\"");
}

TEST(CsvReader, ReadsLineBreaksInQuotesAndAnyLineEnd) {
  const auto rows = read_file(
      write_file("crlf.csv", "\xEF\xBB\xBFREF;HIST;X\r\nA1;\"one\r\ntwo\";1\r\n\r\nA2;three;2"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(cell(rows[0], "REF"), "A1");
  EXPECT_EQ(cell(rows[0], "HIST"), "one\ntwo");
  EXPECT_EQ(rows[1].line, 5U);
  EXPECT_EQ(cell(rows[1], "X"), "2");
}

TEST(CsvReader, TrimsCellsThatAreBlankPadded) {
  const auto rows =
      read_file(write_file("padded.csv", "REF|TITR\nAG012948            |  vase\t\n"));
  EXPECT_EQ(cell(rows.at(0), "REF"), "AG012948");
  EXPECT_EQ(cell(rows.at(0), "TITR"), "vase");
}

struct Dialect {
  std::string header;
  std::optional<char> delimiter;
};

class CsvDialect : public testing::TestWithParam<Dialect> {};

TEST_P(CsvDialect, IsFoundInTheHeader) {
  EXPECT_EQ(detect_delimiter(GetParam().header), GetParam().delimiter);
}

INSTANTIATE_TEST_SUITE_P(Headers, CsvDialect,
                         testing::Values(Dialect{"REF|TICO|A;B", '|'}, Dialect{"ref;tico", ';'},
                                         Dialect{"Identifiant,Nom", ','},
                                         Dialect{"a\tb\tc,d", '\t'}, Dialect{"\"a,b\";c", ';'},
                                         Dialect{"REF", std::nullopt}));

TEST(CsvReader, HandsOverDamagedRowsAndGoesOn) {
  const auto rows = read_file(
      write_file("damaged.csv", "REF;A;B\n1;x\n2;x;y;z\n3;\xFF;y\n4;\"never closed;y\n5;x;y\n"));
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].error, "2 cells, the header has 3");
  EXPECT_EQ(rows[1].error, "4 cells, the header has 3");
  EXPECT_EQ(rows[2].error, "invalid UTF-8 at byte 3 of the row");
  EXPECT_EQ(rows[3].error, "a quote is opened and never closed");
  EXPECT_EQ(rows[3].text, "4;\"never closed;y");
  EXPECT_EQ(rows[4].error, "");
  EXPECT_EQ(cell(rows[4], "REF"), "5");
  EXPECT_EQ(rows[4].line, 6U);
}

TEST(CsvReader, ResumesBehindAQuoteThatSwallowedTheNextRow) {
  const auto rows =
      read_file(write_file("swallow.csv", "REF|A\n\"1\"|\"open\n\"2\"|\"x\"\n\"3\"|\"y\"\n"));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_NE(rows[0].error, "");
  EXPECT_EQ(cell(rows[1], "REF"), "2");
  EXPECT_EQ(cell(rows[2], "REF"), "3");
}

TEST(CsvReader, KeepsCellsAsTheyAreWhenAsked) {
  CsvReader reader(write_file("raw.csv", "a,b\n , \"x\"\n"), {',', false});
  const auto rows = read_all(reader);
  EXPECT_EQ(*rows.at(0).cells.find("a")->text(), " ");
  EXPECT_EQ(*rows.at(0).cells.find("b")->text(), " \"x\"");
}

TEST(CsvReader, NamesColumnsThatHaveNoNameOrTheSame) {
  const auto rows = read_file(write_file("names.csv", ",REF,x,x\n0,1,2,3\n"));
  EXPECT_EQ(cell(rows.at(0), "column 1"), "0");
  EXPECT_EQ(cell(rows.at(0), "x"), "2");
  EXPECT_EQ(cell(rows.at(0), "x (2)"), "3");
}

TEST(CsvReader, RefusesAFileWithoutHeader) {
  EXPECT_THROW(CsvReader(write_file("empty.csv", "\n\n")), rdf::SyntaxError);
  EXPECT_THROW(CsvReader(write_file("one.csv", "REF\n1\n")), rdf::SyntaxError);
}

}  // namespace
}  // namespace prosper::mappings
