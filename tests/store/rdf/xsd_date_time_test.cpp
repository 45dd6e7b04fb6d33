// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "store/rdf/xsd/calendar.hpp"
#include "store/rdf/xsd/date_time.hpp"

namespace prosper::rdf::xsd {
namespace {

struct Form {
  Datatype datatype;
  std::string text;
  /// "none" where the text is valid but its value cannot be held.
  std::string canonical;
};

const std::vector<Form> valid{
    {Datatype::DateTime, "2006-08-23T09:00:00+01:00", "2006-08-23T09:00:00+01:00"},
    {Datatype::DateTime, "2006-08-23T09:00:00.1230-00:00", "2006-08-23T09:00:00.123Z"},
    {Datatype::DateTime, "1999-12-31T24:00:00Z", "2000-01-01T00:00:00Z"},
    {Datatype::DateTime, "2004-02-28T24:00:00.000", "2004-02-29T00:00:00"},
    {Datatype::DateTime, "0000-02-29T00:00:00", "0000-02-29T00:00:00"},
    {Datatype::DateTime, "-0001-01-01T00:00:00-14:00", "-0001-01-01T00:00:00-14:00"},
    {Datatype::DateTime, "12345-01-01T00:00:00", "12345-01-01T00:00:00"},
    {Datatype::DateTime, "2000-01-01T00:00:00.000000000000000001",
     "2000-01-01T00:00:00.000000000000000001"},
    {Datatype::DateTime, "2000-01-01T00:00:00.0000000000000000001", "none"},
    {Datatype::DateTime, "999999999999-12-31T00:00:00", "none"},
    {Datatype::DateTimeStamp, "2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"},
    {Datatype::Date, "1789-07-14", "1789-07-14"},
    {Datatype::Date, "2000-02-29+13:59", "2000-02-29+13:59"},
    {Datatype::Date, "-0004-02-29", "-0004-02-29"},
    {Datatype::Date, "100000000000000000000004-02-29", "none"},
    {Datatype::Time, "24:00:00", "00:00:00"},
    {Datatype::Time, "23:59:59.5Z", "23:59:59.5Z"},
    {Datatype::GYear, "1900", "1900"},
    {Datatype::GYear, "-0044Z", "-0044Z"},
    {Datatype::GYearMonth, "1900-12+01:00", "1900-12+01:00"},
    {Datatype::GMonth, "--02", "--02"},
    {Datatype::GMonthDay, "--02-29", "--02-29"},
    {Datatype::GDay, "---31Z", "---31Z"},
};

const std::vector<Form> invalid{
    {Datatype::DateTime, "2006-08-23", ""},
    {Datatype::DateTime, "2006-08-23 09:00:00", ""},
    {Datatype::DateTime, "2006-08-23T09:00", ""},
    {Datatype::DateTime, "2006-08-23T09:00:60", ""},
    {Datatype::DateTime, "2006-08-23T23:59:60Z", ""},
    {Datatype::DateTime, "2006-08-23T24:00:01", ""},
    {Datatype::DateTime, "2006-08-23T24:00:00.1", ""},
    {Datatype::DateTime, "2006-08-23T24:00:00.0000000000000000001", ""},
    {Datatype::DateTime, "2006-08-23T25:00:00", ""},
    {Datatype::DateTime, "2006-08-23T09:60:00", ""},
    {Datatype::DateTime, "2006-08-23T09:00:00.", ""},
    {Datatype::DateTime, "2006-08-23T9:00:00", ""},
    {Datatype::DateTime, "2006-08-23T09:00:00+14:01", ""},
    {Datatype::DateTime, "2006-08-23T09:00:00+0100", ""},
    {Datatype::DateTime, "2006-08-23T09:00:00z", ""},
    {Datatype::DateTime, "2006-13-01T00:00:00", ""},
    {Datatype::DateTime, "2006-00-01T00:00:00", ""},
    {Datatype::DateTime, "+2006-01-01T00:00:00", ""},
    {Datatype::DateTime, "206-01-01T00:00:00", ""},
    {Datatype::DateTime, "02006-01-01T00:00:00", ""},
    {Datatype::DateTimeStamp, "2000-01-01T00:00:00", ""},
    {Datatype::Date, "1900-02-29", ""},
    {Datatype::Date, "100000000000000000000001-02-29", ""},
    {Datatype::Date, "2006-8-23", ""},
    {Datatype::Date, "2006-08-32", ""},
    {Datatype::Date, " 2006-08-23", ""},
    {Datatype::Date, "2006-08-23Z ", ""},
    {Datatype::Date, "", ""},
    {Datatype::Time, "12:00", ""},
    {Datatype::GYear, "19", ""},
    {Datatype::GYear, "1900-01", ""},
    {Datatype::GMonth, "--13", ""},
    {Datatype::GMonth, "--02--", ""},
    {Datatype::GMonthDay, "--02-30", ""},
    {Datatype::GDay, "---32", ""},
    {Datatype::GDay, "--31", ""},
};

TEST(DateTime, ReadsAndPrintsCanonically) {
  for (const auto& [datatype, text, canonical] : valid) {
    EXPECT_TRUE(is_date_time_lexical_form(text, datatype)) << text;
    const auto value = parse_date_time(text, datatype);
    EXPECT_EQ(value ? to_lexical_form(*value) : "none", canonical) << text;
  }
}

TEST(DateTime, RefusesOtherText) {
  for (const auto& [datatype, text, unused] : invalid) {
    EXPECT_FALSE(is_date_time_lexical_form(text, datatype)) << text;
    EXPECT_FALSE(parse_date_time(text, datatype)) << text;
  }
}

DateTime date_time(const std::string& text) {
  const auto value = parse_date_time(text, Datatype::DateTime);
  EXPECT_TRUE(value) << text;
  return value.value_or(DateTime());
}

TEST(DateTime, ComparesMoments) {
  const auto compare_texts = [](const char* left, const char* right) {
    return compare(date_time(left), date_time(right));
  };
  EXPECT_TRUE(compare_texts("2000-01-15T00:00:00", "2000-02-15T00:00:00") < 0);
  EXPECT_TRUE(compare_texts("2000-01-15T12:00:00Z", "2000-01-15T13:00:00+01:00") == 0);
  EXPECT_TRUE(compare_texts("2000-01-15T12:00:00.1Z", "2000-01-15T12:00:00Z") > 0);
  EXPECT_TRUE(compare_texts("-0001-12-31T00:00:00Z", "0000-01-01T00:00:00Z") < 0);
  // The examples of XSD 1.0 Part 2 §3.2.7.4.
  EXPECT_TRUE(compare_texts("2000-01-15T00:00:00", "2000-02-15T00:00:00Z") < 0);
  const auto unordered = std::partial_ordering::unordered;
  EXPECT_EQ(compare_texts("2000-01-01T12:00:00", "1999-12-31T23:00:00Z"), unordered);
  EXPECT_EQ(compare_texts("2000-01-16T12:00:00", "2000-01-16T12:00:00Z"), unordered);
  EXPECT_EQ(compare_texts("2000-01-16T00:00:00", "2000-01-16T12:00:00Z"), unordered);
}

TEST(DateTime, CountsSecondsFromTheEpoch) {
  EXPECT_EQ(moment(date_time("1970-01-01T00:00:00Z")), (Seconds{0, 0}));
  EXPECT_EQ(moment(date_time("1969-12-31T23:59:59.5Z")), (Seconds{-1, 500'000'000'000'000'000}));
  EXPECT_EQ(moment(date_time("2001-09-09T03:46:40+02:00")), (Seconds{1'000'000'000, 0}));
}

TEST(Calendar, AgreesWithTheStandardLibrary) {
  for (std::int64_t days = -4'000'000; days < 4'000'000; days += 97) {
    const CivilDate date = civil_from_days(days);
    const std::chrono::year_month_day expected{
        std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
    ASSERT_EQ(date.year, static_cast<int>(expected.year()));
    ASSERT_EQ(date.month, static_cast<int>(static_cast<unsigned>(expected.month())));
    ASSERT_EQ(date.day, static_cast<int>(static_cast<unsigned>(expected.day())));
    ASSERT_EQ(days_from_civil(date), days);
  }
}

TEST(Calendar, ReachesTheFarthestYears) {
  for (const std::int64_t year : {-maximum_year, maximum_year}) {
    const CivilDate date = civil_from_days(days_from_civil({year, 12, 31}));
    EXPECT_EQ(date.year, year);
    EXPECT_EQ(date.month, 12);
    EXPECT_EQ(date.day, 31);
  }
}

TEST(DateTime, AddsDurationsWithinTheYearsItHolds) {
  const DateTime last = date_time("99999999999-12-31T23:59:59Z");
  EXPECT_FALSE(add(last, Duration{0, {1, 0}}));
  EXPECT_FALSE(add(last, Duration{1, {}}));
  EXPECT_TRUE(add(last, Duration{-1, {}}));
  EXPECT_FALSE(add(last, Duration{std::numeric_limits<std::int64_t>::max(), {}}));
  EXPECT_FALSE(add(last, Duration{0, {std::numeric_limits<std::int64_t>::max(), 0}}));
  EXPECT_EQ(to_lexical_form(*add(date_time("0000-12-31T23:59:59.75"), Duration{2, {1, 0}})),
            "0001-03-01T00:00:00.75");
}

TEST(DateTime, SubtractingUndoesAdding) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 500; ++i) {
    const auto offset =
        static_cast<std::int64_t>(random() % 4'000'000'000'000ULL) - 2'000'000'000'000;
    const Duration duration{0, {offset, static_cast<std::int64_t>(random() % 1'000'000'000) * 7}};
    const DateTime start = date_time("2000-02-29T12:34:56.789Z");
    const auto end = add(start, duration);
    ASSERT_TRUE(end);
    EXPECT_EQ(subtract(*end, start), duration);
    EXPECT_EQ(date_time(to_lexical_form(*end)), *end);
  }
}

TEST(DateTime, CastsByDroppingProperties) {
  const DateTime full = date_time("2004-02-29T12:34:56.5+02:00");
  const std::vector<std::pair<Datatype, std::string>> targets{
      {Datatype::Date, "2004-02-29+02:00"},
      {Datatype::Time, "12:34:56.5+02:00"},
      {Datatype::GYear, "2004+02:00"},
      {Datatype::GYearMonth, "2004-02+02:00"},
      {Datatype::GMonth, "--02+02:00"},
      {Datatype::GMonthDay, "--02-29+02:00"},
      {Datatype::GDay, "---29+02:00"},
      {Datatype::DateTimeStamp, "2004-02-29T12:34:56.5+02:00"}};
  for (const auto& [target, text] : targets) {
    const auto result = cast(full, target);
    ASSERT_TRUE(result);
    EXPECT_EQ(to_lexical_form(*result), text);
    EXPECT_EQ(result, parse_date_time(text, target));
  }
  const auto year = parse_date_time("2004", Datatype::GYear);
  EXPECT_FALSE(cast(*year, Datatype::Date));
  EXPECT_TRUE(cast(*year, Datatype::GYear));
}

}  // namespace
}  // namespace prosper::rdf::xsd
