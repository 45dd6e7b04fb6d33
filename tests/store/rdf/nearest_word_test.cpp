// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/nearest_word.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace prosper::rdf {
namespace {

TEST(NearestWord, DistancesCountSingleSlips) {
  EXPECT_EQ(edit_distance("where", "WHERE", 3), 0U);
  EXPECT_EQ(edit_distance("WHRE", "WHERE", 3), 1U);
  EXPECT_EQ(edit_distance("WHEERE", "WHERE", 3), 1U);
  EXPECT_EQ(edit_distance("WHARE", "WHERE", 3), 1U);
  EXPECT_EQ(edit_distance("WEHRE", "WHERE", 3), 1U);
  EXPECT_EQ(edit_distance("", "abc", 3), 3U);
  EXPECT_EQ(edit_distance("abc", "", 3), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
}

TEST(NearestWord, DistancesStopAtTheLimit) {
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3U);
  EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3U);
}

TEST(NearestWord, FindsWhatIsNearEnough) {
  const std::vector<std::string_view> words = {"ASC", "DESC", "FILTER", "ex", "MINUS", "MINUTES"};
  EXPECT_EQ(nearest_word("FLITRE", words), "FILTER");
  EXPECT_EQ(nearest_word("DSC", words), "DESC");
  EXPECT_EQ(nearest_word("MINUSE", words), "MINUS");
  EXPECT_EQ(nearest_word("minute", words), "MINUTES");
  EXPECT_EQ(nearest_word("EX", words), "ex");
  EXPECT_EQ(nearest_word("e", words), std::nullopt);
  EXPECT_EQ(nearest_word("FOUNDER", words), std::nullopt);
  EXPECT_EQ(nearest_word("", words), std::nullopt);
  EXPECT_EQ(nearest_word("x", {}), std::nullopt);
}

}  // namespace
}  // namespace prosper::rdf
