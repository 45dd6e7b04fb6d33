// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/dimension_grammar.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace prosper::mappings {
namespace {

/// "height 29; width 19 (à la base)": short form for the tables below; "-" when not understood.
std::string read(const std::string& text, LengthUnit unit = LengthUnit::Centimetre) {
  static const char* const names[] = {"h", "w", "l", "d", "t", "dia", "g"};
  const auto parsed = parse_dimensions(text, unit);
  if (!parsed) return "-";
  std::string out;
  for (const Dimension& dimension : *parsed) {
    if (!out.empty()) out += "; ";
    out += std::string(names[static_cast<int>(dimension.kind)]) + " " + dimension.value;
    if (!dimension.qualifier.empty()) out += " (" + dimension.qualifier + ")";
    if (!dimension.part.empty()) out += " [" + dimension.part + "]";
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

class Dimensions : public testing::TestWithParam<Case> {};

TEST_P(Dimensions, readsCentimetres) {
  EXPECT_EQ(read(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    RealShapes, Dimensions,
    testing::Values(
        Case{"H. 29 , LA. 19 (à la base) , LA. 30 (au sommet) ; P. 24",
             "h 29; w 19 (à la base); w 30 (au sommet); d 24"},
        Case{"17 H ; 24.2 L", "h 17; w 24.2"}, Case{"H. en m 0,65 ; L. en m 0,81", "h 65; w 81"},
        Case{"Hauteur en cm 1.64 ; Longueur en cm 6.6 ; Epaisseur en cm", "h 1.64; l 6.6"},
        Case{"H. 46, l. 38", "h 46; w 38"}, Case{"H. 46 ; L. 55 ; l. 30", "h 46; l 55; w 30"},
        Case{"D. 0,023 m", "dia 2.3"}, Case{"Dia. 0,02 m", "dia 2"},
        Case{"h = 27,3 ; la = 21£Autour de la Lune : h = 32 ; la = 20",
             "h 27.3; w 21; h 32 [Autour de la Lune]; w 20 [Autour de la Lune]"},
        Case{"Dimensions hors tout en cm : H. 160, l. 277",
             "h 160 [Dimensions hors tout en cm]; w 277 [Dimensions hors tout en cm]"},
        Case{"Dimensions hors tout en cm LO 72, l. 62",
             "l 72 [Dimensions hors tout en cm]; w 62 [Dimensions hors tout en cm]"},
        Case{"Hauteur de la feuille en cm 31.8", "h 31.8 (de la feuille)"},
        Case{"Hauteur en cm (de la feuille) 25.5", "h 25.5 (de la feuille)"},
        Case{"D. 19 mm ; Pds. 3,60", "dia 1.9; g 3.6"}, Case{"D. en mm 67", "dia 6.7"},
        Case{"H. 22 ; L. 20, avec cadre : H. 34 ; L. 31,5 (en cm)", "-"},
        Case{"Pds. 1,2 kg", "g 1200"}, Case{"Mesurage impossible", "-"}, Case{"32, 19", "-"},
        Case{"H. 0", "-"}, Case{"H. 200 m", "-"}, Case{"H3 (68) ; L3 (45)", "-"},
        Case{"H. 5 kg", "-"}, Case{"", "-"}));

TEST(DimensionsInMetres, repairsMangledDecimalCommas) {
  EXPECT_EQ(read("H. 0,158 ; La. 0,047 ; P. 0,082 m.", LengthUnit::Metre), "h 15.8; w 4.7; d 8.2");
  EXPECT_EQ(read("H. 1;33;La. 0;47;P. 0;32 m", LengthUnit::Metre), "h 133; w 47; d 32");
}

TEST(DimensionsOfRealNotices, areMostlyUnderstood) {
  const std::filesystem::path path =
      std::filesystem::path(PROSPER_SHARED_DIR) / "data/values/joconde_dimensions.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  std::ifstream in(path);
  long understood = 0;
  long all = 0;
  for (std::string line; std::getline(in, line);) {
    const long count = std::stol(line);
    all += count;
    if (read(line.substr(line.find('\t') + 1)) != "-") understood += count;
  }
  RecordProperty("understood", std::to_string(understood) + " of " + std::to_string(all));
  EXPECT_GE(understood * 100, all * 80);
}

}  // namespace
}  // namespace prosper::mappings
