// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_biography.hpp"

#include <gtest/gtest.h>

#include "tests/mappings/functions/tables.hpp"

namespace prosper::mappings {
namespace {

/// The notation of biography_vectors.tsv.
std::string show(const std::optional<Biography>& life) {
  if (!life) return "-";
  const auto date = [](const std::optional<LifeDate>& found) { return found ? found->text : ""; };
  std::string out = life->birth_place + '|' + date(life->birth) + " -> " + life->death_place + '|' +
                    date(life->death);
  if (!life->nationality.empty()) out += " n=" + life->nationality;
  if (life->is_woman) out += " femme";
  if (!life->note.empty()) out += " #" + life->note;
  return out;
}

TEST(AuthorBiography, ReadsTheVectors) {
  const auto rows = testing::read_table(testing::test_table("biography_vectors.tsv"));
  ASSERT_TRUE(rows);
  ASSERT_GT(rows->size(), 20U);
  for (const auto& row : *rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(show(parse_biography(row[1], parse_authors(row[0]))), row[2]) << row[1];
  }
}

TEST(AuthorBiography, BoundsTheDates) {
  const auto life = parse_biography("Paris, vers 1756 ; Paris, après 1819", parse_authors("X"));
  ASSERT_TRUE(life && life->birth && life->death);
  EXPECT_FALSE(life->birth->year);
  EXPECT_EQ(to_iso(*life->birth->span.begin_of_begin), "1751-01-01");
  EXPECT_EQ(to_iso(*life->death->span.begin_of_begin), "1820-01-01");
  EXPECT_FALSE(life->death->span.end_of_end);
}

TEST(AuthorBiography, SurvivesHostileCells) {
  const auto authors = parse_authors("X");
  for (const std::string& text :
       {std::string(100000, ','), std::string(";;;;"), std::string(":"), std::string(": ;"),
        std::string(", , ,"), std::string("("), std::string("X ("), std::string("\xff, 1880")})
    EXPECT_NO_THROW(parse_biography(text, authors)) << text.substr(0, 20);
}

}  // namespace
}  // namespace prosper::mappings
