// SPDX-License-Identifier: Apache-2.0
#include "mappings/sources/ajout_pilote_reader.hpp"

#include <gtest/gtest.h>

#include "tests/mappings/sources/row_files.hpp"

namespace prosper::mappings {
namespace {

TEST(AjoutPilote, ReadsCodesValuesAndContinuations) {
  const auto rows =
      read_file(write_file("pilot.txt",
                           "REF\r\n0161\r\nDENO\r\nVASE\r\nBIBL\r\nAutun - Capitale -\r\ndes "
                           "Eduens (p. -\r\n159)\r\nCOMM\r\n\r\n"
                           "DESC\r\nfirst line\r\nsecond line\r\n//\r\nREF\r\n0162\r\n//\r\n"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(cell(rows[0], "REF"), "0161");
  EXPECT_EQ(cell(rows[0], "DENO"), "VASE");
  EXPECT_EQ(cell(rows[0], "BIBL"), "Autun - Capitale des Eduens (p. 159)");
  EXPECT_EQ(rows[0].cells.find("COMM"), nullptr);
  EXPECT_EQ(cell(rows[0], "DESC"), "first line\nsecond line");
  EXPECT_EQ(rows[1].line, 15U);
  EXPECT_EQ(cell(rows[1], "REF"), "0162");
}

TEST(AjoutPilote, ReadsLatin1AndUtf8NoticeByNotice) {
  const auto rows = read_file(
      write_file("latin.txt",
                 "REF\n1\nTITR\nmus\xE9"
                 "e \x9Cuvre\n//\nREF\n2\nTITR\nmusée\n//\nREF\n3\nTITR\nmusée \xE9\n//\n"));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(cell(rows[0], "TITR"), "musée œuvre");
  EXPECT_EQ(cell(rows[1], "TITR"), "musée");
  EXPECT_EQ(rows[2].error.substr(0, 13), "invalid UTF-8");
}

TEST(AjoutPilote, AcceptsALastNoticeWithoutEnd) {
  const auto rows = read_file(write_file("end.txt", "REF\n1\n\n"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(cell(rows[0], "REF"), "1");
}

TEST(AjoutPilote, SaysWhereACodeWasExpected) {
  const auto rows = read_file(write_file("wrong.txt", "//\nREF\n1\n//\nwhat is this\n1\n//\n"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].error,
            "line 5: a field code (such as REF) was expected, found \"what is this\"");
}

TEST(AjoutPilote, KnowsFieldCodes) {
  for (const char* code : {"REF", "PROT-BAT", "NOM_AMI", "URL_M2"})
    EXPECT_TRUE(is_field_code(code));
  for (const char* text : {"", "R", "Ref", "1805", "AUTR AUTR", "-REF"})
    EXPECT_FALSE(is_field_code(text)) << text;
}

}  // namespace
}  // namespace prosper::mappings
