// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/symbol_table.hpp"

#include <gtest/gtest.h>
#include <random>

namespace prosper::store {
namespace {

std::string encoded(const SymbolTable& table, std::string_view text) {
  TextBuffer codes;
  SymbolEncoder(table).encode(text, codes);
  return std::string(codes.view());
}

std::string decoded(const SymbolTable& table, std::string_view codes) {
  TextBuffer text;
  table.decode(codes, text);
  return std::string(text.view());
}

const std::vector<std::string_view> french = {
    "huile sur toile, signée et datée en bas à droite", "toile peinte, huile, encadrée",
    "peinture à l'huile sur toile, non signée",         "sculpture en ronde bosse, marbre",
    "dessin à la plume, encre brune sur papier",        "statue de la Vierge à l'Enfant, bois",
    "huile sur bois, cadre doré, signée en bas",        "plume et encre sur papier vergé, datée"};

TEST(SymbolTable, ShortensTextsLikeItsSample) {
  std::vector<std::string_view> sample;
  for (int i = 0; i < 20; ++i) sample.insert(sample.end(), french.begin(), french.end());
  const SymbolTable table = SymbolTable::train(sample);
  const std::string_view text = "huile sur papier, signée en bas à droite";
  const std::string codes = encoded(table, text);
  EXPECT_LT(codes.size(), text.size() * 2 / 3);
  EXPECT_EQ(decoded(table, codes), text);
}

TEST(SymbolTable, KeepsAnyBytes) {
  std::mt19937 random(7);
  const SymbolTable trained = SymbolTable::train(french);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 40, '\0');
    for (char& byte : text) {
      byte = round % 2 == 0 ? static_cast<char>(random())
                            : french[random() % french.size()][random() % 20];
    }
    for (const SymbolTable& table : {SymbolTable(), trained, SymbolTable::train({text})}) {
      EXPECT_EQ(decoded(table, encoded(table, text)), text);
    }
  }
}

TEST(SymbolTable, IsStoredAndReadBack) {
  for (const SymbolTable& table : {SymbolTable(), SymbolTable::train(french)}) {
    const auto read = SymbolTable::from_bytes(table.to_bytes());
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), table.size());
    for (std::size_t i = 0; i < table.size(); ++i) EXPECT_EQ((*read)[i], table[i]);
  }
}

TEST(SymbolTable, DamagedBytesAreRefused) {
  const std::string sound = SymbolTable::train(french).to_bytes();
  EXPECT_FALSE(SymbolTable::from_bytes(""));
  EXPECT_FALSE(SymbolTable::from_bytes(sound + "x"));
  for (std::size_t size = 0; size < sound.size(); ++size) {
    EXPECT_FALSE(SymbolTable::from_bytes(sound.substr(0, size)));
  }
  std::string zero_length = sound;
  zero_length[1] = '\0';
  EXPECT_FALSE(SymbolTable::from_bytes(zero_length));
}

}  // namespace
}  // namespace prosper::store
