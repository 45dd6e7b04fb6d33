// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_periods.hpp"

#include <gtest/gtest.h>

#include "mappings/functions/named_periods.hpp"

namespace prosper::mappings {
namespace {

struct Expected {
  const char* key;
  const char* label;
  const char* first;
  const char* last;
  const char* parent;
};

class SharedPeriods : public ::testing::TestWithParam<Expected> {};

TEST_P(SharedPeriods, HaveBoundsLabelAndParent) {
  const auto period = find_period(GetParam().key);
  ASSERT_TRUE(period);
  EXPECT_EQ(period->key, GetParam().key);
  EXPECT_EQ(period->label, GetParam().label);
  EXPECT_EQ(to_iso(period->first.value()), GetParam().first);
  EXPECT_EQ(to_iso(period->last.value()), GetParam().last);
  EXPECT_EQ(period->parent, GetParam().parent);
}

INSTANTIATE_TEST_SUITE_P(
    Keys, SharedPeriods,
    ::testing::Values(
        Expected{"s19", "19e siècle", "1801-01-01", "1900-12-31", ""},
        Expected{"s1", "1er siècle", "0001-01-01", "0100-12-31", ""},
        Expected{"s-1", "1er siècle av JC", "-0099-01-01", "0000-12-31", ""},
        Expected{"s19-q1", "1er quart 19e siècle", "1801-01-01", "1825-12-31", "s19-h1"},
        Expected{"s19-q4", "4e quart 19e siècle", "1876-01-01", "1900-12-31", "s19-h2"},
        Expected{"s-6-q4", "4e quart 6e siècle av JC", "-0524-01-01", "-0500-12-31", "s-6-h2"},
        Expected{"s17-h1", "1ère moitié 17e siècle", "1601-01-01", "1650-12-31", "s17"},
        Expected{"s16-t2", "2e tiers 16e siècle", "1534-01-01", "1566-12-31", "s16"},
        Expected{"s14-mil", "milieu 14e siècle", "1340-01-01", "1360-12-31", "s14"},
        Expected{"s20-deb", "début 20e siècle", "1901-01-01", "1920-12-31", "s20"},
        Expected{"s15-fin", "fin 15e siècle", "1481-01-01", "1500-12-31", "s15"},
        Expected{"s18-s19-lim", "limite 18e siècle 19e siècle", "1791-01-01", "1810-12-31", ""},
        Expected{"s-1-s1-lim", "limite 1er siècle av JC 1er siècle", "-0009-01-01", "0010-12-31",
                 ""},
        Expected{"m-3", "3e millénaire av JC", "-2999-01-01", "-2000-12-31", ""},
        Expected{"y1785", "1785", "1785-01-01", "1785-12-31", "s18-q4"},
        Expected{"y1800", "1800", "1800-01-01", "1800-12-31", "s18-q4"},
        Expected{"y0", "1 av JC", "0000-01-01", "0000-12-31", "s-1-q4"},
        Expected{"y-99", "100 av JC", "-0099-01-01", "-0099-12-31", "s-1-q1"},
        Expected{"y-100", "101 av JC", "-0100-01-01", "-0100-12-31", "s-2-q4"},
        Expected{"d1863-02-17", "17 février 1863", "1863-02-17", "1863-02-17", "y1863"},
        Expected{"an-2", "an II", "1793-09-22", "1794-09-21", "s18-q4"},
        Expected{"p-second-empire", "Second Empire", "1852-01-01", "1870-12-31", "s19-q3"}));

TEST(SharedPeriods, RefuseIllFormedKeys) {
  for (const char* key :
       {"", "s", "s0", "s019", "s19-q5", "s19-", "s19-h", "s18-s20-lim", "y", "y01", "d1863-02-30",
        "d1863-2-1", "an-0", "an-15", "m0", "p-", "p-nowhere", "x1"})
    EXPECT_FALSE(find_period(key)) << key;
}

TEST(SharedPeriods, StandInAChain) {
  std::vector<std::string> keys;
  for (const SharedPeriod& period : period_chain("d1863-02-17")) keys.push_back(period.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"d1863-02-17", "y1863", "s19-q3", "s19-h2", "s19"}));
}

TEST(SharedPeriods, LieWithinTheirParents) {
  for (int year = -700; year <= 2100; ++year) {
    const std::vector<SharedPeriod> chain = period_chain(year_key(year));
    ASSERT_EQ(chain.size(), 4U) << year;
    for (std::size_t i = 1; i < chain.size(); ++i) {
      EXPECT_LE(*chain[i].first, *chain[i - 1].first) << year;
      EXPECT_GE(*chain[i].last, *chain[i - 1].last) << year;
    }
  }
}

TEST(NamedPeriods, AreOrderedAndFoundByKeyAndName) {
  ASSERT_GT(named_periods().size(), 60U);
  for (const NamedPeriod& period : named_periods()) {
    if (period.first && period.last) {
      EXPECT_LT(*period.first, *period.last) << period.key;
    }
    EXPECT_TRUE(period.first || period.last) << period.key;
    EXPECT_EQ(find_named_period_by_key(period.key), &period) << period.key;
    const auto tokens = dates::tokenize(period.label);
    EXPECT_EQ(match_named_period(tokens).first, &period) << period.label;
    EXPECT_EQ(find_period(period.key)->label, period.label);
  }
}

TEST(Calendar, CountsDaysAndWritesInstants) {
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(0, 2), 29);
  EXPECT_EQ(to_iso(day_before({1855, 1, 1})), "1854-12-31");
  EXPECT_EQ(to_iso(day_after({1872, 2, 28})), "1872-02-29");
  EXPECT_EQ(to_iso(shift_years({1872, 2, 29}, 5)), "1877-02-28");
  EXPECT_EQ(to_begin_instant({-99, 1, 1}), "-0099-01-01T00:00:00Z");
  EXPECT_EQ(to_end_instant({0, 12, 31}), "0000-12-31T23:59:59Z");
  EXPECT_EQ(from_iso("-34999-01-01"), (Day{-34999, 1, 1}));
  EXPECT_FALSE(from_iso("1863-2-1"));
}

}  // namespace
}  // namespace prosper::mappings
