// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_grammar.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

#include "tests/mappings/functions/tables.hpp"

namespace prosper::mappings {
namespace {

using testing::read_table;
using testing::shared_file;
using testing::test_table;

std::string iso(const std::optional<Day>& day) {
  return day ? to_iso(*day) : "";
}

std::vector<std::string> bounds_of(const std::optional<TimeSpan>& span) {
  if (!span) return {"(unparsed)", "", "", ""};
  return {iso(span->begin_of_begin), iso(span->end_of_begin), iso(span->begin_of_end),
          iso(span->end_of_end)};
}

std::vector<std::string> sorted_flags(std::string_view text, char separator) {
  std::vector<std::string> flags;
  std::istringstream stream{std::string(text)};
  for (std::string flag; std::getline(stream, flag, separator);) flags.push_back(flag);
  std::sort(flags.begin(), flags.end());
  return flags;
}

std::vector<std::string> sorted_flags(const std::optional<TimeSpan>& span) {
  std::vector<std::string> flags;
  if (span)
    for (const std::string_view flag : span->flags.names()) flags.emplace_back(flag);
  std::sort(flags.begin(), flags.end());
  return flags;
}

/// "1801", "1863-02-17" or "..".
std::string bound(const std::string& text, bool last) {
  if (text == "..") return "";
  if (text.find('-', 1) != std::string::npos) return text;
  const int year = std::stoi(text);
  return to_iso(last ? last_day(year) : first_day(year));
}

/// Reads the second column of date_vectors.tsv.
std::vector<std::string> expected_bounds(const std::string& cell) {
  if (cell == "-") return {"(unparsed)", "", "", ""};
  std::vector<std::string> bounds;
  std::istringstream intervals(cell);
  for (std::string interval; intervals >> interval;) {
    const std::size_t slash = interval.find('/');
    bounds.push_back(bound(interval.substr(0, slash), false));
    bounds.push_back(bound(interval.substr(slash + 1), true));
  }
  if (bounds.size() == 2) bounds.insert(bounds.end(), {bounds[0], bounds[1]});
  return bounds;
}

TEST(DateGrammar, ReadsOurVectors) {
  const auto rows = read_table(test_table("date_vectors.tsv"));
  ASSERT_TRUE(rows);
  ASSERT_GT(rows->size(), 150U);
  for (const auto& row : *rows) {
    const auto span = parse_date(row[0]);
    EXPECT_EQ(bounds_of(span), expected_bounds(row[1])) << row[0];
    EXPECT_EQ(sorted_flags(span), sorted_flags(row.size() > 2 ? row[2] : "", ' ')) << row[0];
  }
}

TEST(DateGrammar, ReadsTheReferenceVectors) {
  const auto rows = read_table(shared_file("reference/date_vectors.tsv"));
  if (!rows)
    GTEST_SKIP() << "the reference vectors are not there: ../shared is absent";
  ASSERT_GT(rows->size(), 60U);
  for (std::size_t i = 1; i < rows->size(); ++i) {
    std::vector<std::string> row = (*rows)[i];
    row.resize(6);
    const auto span = parse_date(row[0]);
    EXPECT_EQ(bounds_of(span), (std::vector<std::string>{row[1], row[2], row[3], row[4]}))
        << row[0];
    if (span) {
      EXPECT_EQ(sorted_flags(span), sorted_flags(row[5], ',')) << row[0];
    }
  }
}

TEST(DateGrammar, AgreesWithValuesLabelledByHand) {
  const auto rows = read_table(test_table("dates_labelled.tsv"));
  ASSERT_TRUE(rows);
  unsigned right = 0;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    std::vector<std::string> row = (*rows)[i];
    row.resize(5);
    const std::vector<std::string> expected(row.begin() + 1, row.end());
    if (bounds_of(parse_date(row[0])) == expected) {
      ++right;
    } else {
      std::cout << "  differs: " << row[0] << '\n';
    }
  }
  const std::size_t all = rows->size() - 1;
  std::cout << "labelled by hand: " << right << " of " << all << " right on all four bounds\n";
  EXPECT_EQ(all, 200U);
  EXPECT_GE(right * 100, all * 98);
}

struct ValueList {
  std::string file;
  double least_share;
};

class RealDates : public ::testing::TestWithParam<ValueList> {};

TEST_P(RealDates, AreParsed) {
  const auto values = testing::read_values(GetParam().file);
  if (!values)
    GTEST_SKIP() << "the lists of real values are not there: ../shared is absent";
  unsigned all = 0;
  unsigned parsed = 0;
  for (const auto& value : *values) {
    all += value.count;
    if (parse_date(value.text)) {
      parsed += value.count;
    } else {
      std::cout << "  kept as text: " << value.count << '\t' << value.text << '\n';
    }
  }
  std::cout << GetParam().file << ": " << parsed << " of " << all << " occurrences parsed, "
            << 100.0 * parsed / all << " %\n";
  EXPECT_GE(100.0 * parsed / all, GetParam().least_share);
}

INSTANTIATE_TEST_SUITE_P(Lists, RealDates,
                         ::testing::Values(ValueList{"joconde_periode.tsv", 99},
                                           ValueList{"joconde_millesime.tsv", 97},
                                           ValueList{"merimee_siecle.tsv", 98},
                                           ValueList{"joconde_acquisition_date.tsv", 97}),
                         [](const auto& list) {
                           return list.param.file.substr(0, list.param.file.find('.'));
                         });

TEST(DateGrammar, ReadsTheListOfPeriodsOfTheMuseums) {
  std::ifstream list(shared_file("data/thesauri/joconde_lexiques_2014/lexperi.txt"));
  if (!list) GTEST_SKIP() << "the list of periods is not there: ../shared is absent";
  unsigned periods = 0;
  for (std::string line; std::getline(list, line);) {
    line.erase(0, line.find_first_not_of('\t'));
    if (line.find("siècle") == std::string::npos && line.find("millénaire") == std::string::npos)
      continue;
    if (line.starts_with("Liste")) continue;
    ++periods;
    EXPECT_TRUE(parse_date(line)) << line;
  }
  EXPECT_GT(periods, 300U);
}

TEST(DateGrammar, KeepsTheCoreOnlyWhenItIsOne) {
  EXPECT_FALSE(parse_date("19e siècle")->has_core());
  EXPECT_TRUE(parse_date("1830-1840")->has_core());
  EXPECT_TRUE(parse_date("15e siècle ; 16e siècle")->has_core());
  EXPECT_FALSE(parse_date("avant 1855")->has_core());
}

TEST(DateGrammar, NamesTheSharedPeriods) {
  const auto periods = [](std::string_view text) { return parse_date(text)->periods; };
  using Keys = std::vector<std::string>;
  EXPECT_EQ(periods("19e siècle"), Keys{"s19"});
  EXPECT_EQ(periods("4e quart 18e siècle"), Keys{"s18-q4"});
  EXPECT_EQ(periods("limite 18e siècle 19e siècle"), Keys{"s18-s19-lim"});
  EXPECT_EQ(periods("1er siècle av JC"), Keys{"s-1"});
  EXPECT_EQ(periods("3e millénaire av JC"), Keys{"m-3"});
  EXPECT_EQ(periods("1785"), Keys{"y1785"});
  EXPECT_EQ(periods("1863/02"), Keys{"y1863"});
  EXPECT_EQ(periods("1863/02/17"), Keys{"d1863-02-17"});
  EXPECT_EQ(periods("an II"), Keys{"an-2"});
  EXPECT_EQ(periods("époque second Empire"), Keys{"p-second-empire"});
  EXPECT_EQ(periods("vers 1890"), Keys{"s19-q4"});
  EXPECT_EQ(periods("1830-1840"), Keys{"s19-q2"});
  // Half of it lies in another century: it falls within neither.
  EXPECT_EQ(periods("vers 1900"), Keys{});
  EXPECT_EQ(periods("15e siècle ; 16e siècle"), Keys{});
  EXPECT_EQ(periods("avant 1855"), Keys{});
}

TEST(DateGrammar, MergesPeriodAndYear) {
  const auto both = merge_dates("4e quart 18e siècle", "1785");
  EXPECT_EQ(bounds_of(both), expected_bounds("1785/1785"));
  EXPECT_EQ(both->periods, (std::vector<std::string>{"y1785", "s18-q4"}));
  // A year outside the period does not count.
  EXPECT_EQ(bounds_of(merge_dates("4e quart 18e siècle", "1885")), expected_bounds("1776/1800"));
  EXPECT_EQ(bounds_of(merge_dates("4e quart 18e siècle", "s.d.")), expected_bounds("1776/1800"));
  EXPECT_EQ(bounds_of(merge_dates("", "1885")), expected_bounds("1885/1885"));
  EXPECT_EQ(bounds_of(merge_dates("Tène finale", "1885")), expected_bounds("1885/1885"));
  EXPECT_FALSE(merge_dates("", ""));
  const auto one_of_two = merge_dates("18e siècle,19e siècle", "1785");
  EXPECT_EQ(one_of_two->periods, (std::vector<std::string>{"y1785", "s18"}));
}

TEST(DateGrammar, CutsCampaigns) {
  const auto parts = parse_dated_parts("15e siècle ; 1830 entre ; 1840 et ; 15e siècle");
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->size(), 2U);
  EXPECT_EQ((*parts)[0].text, "15e siècle");
  EXPECT_EQ((*parts)[1].text, "1830 entre ; 1840 et");
  EXPECT_EQ(bounds_of((*parts)[1].span), expected_bounds("1830/1840"));
}

TEST(DateGrammar, TellsEventsOfAcquisition) {
  const auto parts = parse_event_dates("1955 acquis ; 1954 entrée matérielle");
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->size(), 2U);
  EXPECT_EQ(name_of(*(*parts)[0].event), "acquisition");
  EXPECT_EQ(bounds_of((*parts)[0].span), expected_bounds("1955/1955"));
  EXPECT_EQ(name_of(*(*parts)[1].event), "materialEntry");
  const auto event = [](std::string_view text) {
    return std::string(name_of(*parse_event_dates(text)->front().event));
  };
  EXPECT_EQ(event("1989"), "acquisition");
  EXPECT_EQ(event("1824 inscrit sur l'inventaire"), "inventory");
  EXPECT_EQ(event("1978/02/16 décision dation"), "decision");
  EXPECT_EQ(event("27/02/1980 (date d'affectation)"), "assignment");
  EXPECT_FALSE(parse_event_dates("date d'acquisition inconnue"));
}

TEST(DateGrammar, KeepsHostileTextAsText) {
  EXPECT_FALSE(parse_date(""));
  EXPECT_FALSE(parse_date(" ; , # "));
  EXPECT_FALSE(parse_date(std::string(100000, '(')));
  EXPECT_FALSE(parse_date(std::string(100000, '1')));
  EXPECT_FALSE(parse_date("99999999999999999999"));
  EXPECT_FALSE(parse_date("\xff\xfe 1890"));
  EXPECT_FALSE(parse_date("((((1890"));
  EXPECT_FALSE(parse_date("1890))))"));
}

}  // namespace
}  // namespace prosper::mappings
