// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include "store/rdf/xsd/duration.hpp"

namespace prosper::rdf::xsd {
namespace {

constexpr auto any = Datatype::Duration;
constexpr auto days = Datatype::DayTimeDuration;
constexpr auto months = Datatype::YearMonthDuration;

struct Form {
  Datatype datatype;
  std::string text;
  /// "none" where the text is valid but its value cannot be held.
  std::string canonical;
};

const std::vector<Form> valid{
    {any, "P1Y2M3DT4H5M6.7S", "P1Y2M3DT4H5M6.7S"},
    {any, "-P1Y", "-P1Y"},
    {any, "P0D", "PT0S"},
    {any, "-PT0S", "PT0S"},
    {any, "P13M", "P1Y1M"},
    {any, "PT36H", "P1DT12H"},
    {any, "PT90S", "PT1M30S"},
    {any, "PT0.000000000000000001S", "PT0.000000000000000001S"},
    {any, "-PT0.5S", "-PT0.5S"},
    {any, "-P1DT0.25S", "-P1DT0.25S"},
    {any, "PT0.0000000000000000001S", "none"},
    {any, "P99999999999999999999Y", "none"},
    {any, "P1000000000000000000Y", "none"},
    {days, "P1DT1H", "P1DT1H"},
    {days, "PT0S", "PT0S"},
    {months, "P0Y", "P0M"},
    {months, "-P25M", "-P2Y1M"},
};

const std::vector<Form> invalid{
    {any, "", ""},       {any, "P", ""},     {any, "PT", ""},     {any, "P1YT", ""},
    {any, "1Y", ""},     {any, "+P1Y", ""},  {any, "P-1Y", ""},   {any, "P1.5Y", ""},
    {any, "P1M1Y", ""},  {any, "P1S", ""},   {any, "PT1D", ""},   {any, "PT1.S", ""},
    {any, "PT.5S", ""},  {any, "P1Y ", ""},  {any, "p1y", ""},    {any, "PY", ""},
    {days, "P1Y", ""},   {days, "P0M", ""},  {months, "P1D", ""}, {months, "P1YT0S", ""},
    {any, "P1YT1Y", ""}, {any, "--P1Y", ""}, {any, "PT1H1H", ""}, {any, "P1", ""},
};

Duration duration(const std::string& text) {
  const auto value = parse_duration(text, any);
  EXPECT_TRUE(value) << text;
  return value.value_or(Duration());
}

TEST(Duration, ReadsAndPrintsCanonically) {
  for (const auto& [datatype, text, canonical] : valid) {
    EXPECT_TRUE(is_duration_lexical_form(text, datatype)) << text;
    const auto value = parse_duration(text, datatype);
    EXPECT_EQ(value ? to_lexical_form(*value, datatype) : "none", canonical) << text;
  }
}

TEST(Duration, RefusesOtherText) {
  for (const auto& [datatype, text, unused] : invalid) {
    EXPECT_FALSE(is_duration_lexical_form(text, datatype)) << text;
    EXPECT_FALSE(parse_duration(text, datatype)) << text;
  }
}

TEST(Duration, HasAPartialOrder) {
  // XSD 1.0 Part 2 §3.2.6.2.
  const auto compare_texts = [](const char* left, const char* right) {
    return compare(duration(left), duration(right));
  };
  const auto unordered = std::partial_ordering::unordered;
  EXPECT_TRUE(compare_texts("P1Y", "P364D") > 0);
  EXPECT_EQ(compare_texts("P1Y", "P365D"), unordered);
  EXPECT_EQ(compare_texts("P1Y", "P366D"), unordered);
  EXPECT_TRUE(compare_texts("P1Y", "P367D") < 0);
  EXPECT_TRUE(compare_texts("P1M", "P27D") > 0);
  EXPECT_EQ(compare_texts("P1M", "P28D"), unordered);
  EXPECT_EQ(compare_texts("P1M", "P31D"), unordered);
  EXPECT_TRUE(compare_texts("P1M", "P32D") < 0);
  EXPECT_TRUE(compare_texts("P5M", "P149D") > 0);
  EXPECT_EQ(compare_texts("P5M", "P153D"), unordered);
  EXPECT_TRUE(compare_texts("P5M", "P154D") < 0);
  EXPECT_TRUE(compare_texts("P1Y", "P12M") == 0);
  EXPECT_TRUE(compare_texts("PT24H", "P1D") == 0);
  EXPECT_TRUE(compare_texts("-P1Y", "P0D") < 0);
}

TEST(Duration, HasATotalOrderThatRefinesThePartialOne) {
  const std::vector<std::string> texts{"-P1Y", "-P30D", "-P1M", "P0D",   "PT0.5S", "P1D",
                                       "P28D", "P1M",   "P31D", "P364D", "P1Y",    "P367D"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < texts.size(); ++j) {
      const auto partial = compare(duration(texts[i]), duration(texts[j]));
      const auto total = order(duration(texts[i]), duration(texts[j]));
      EXPECT_TRUE(!(partial < 0) || total < 0) << texts[i] << " " << texts[j];
      EXPECT_EQ(total == 0, i == j);
    }
  }
}

TEST(Duration, ComputesAndRefusesMixedSigns) {
  EXPECT_EQ(add(duration("P1Y"), duration("P1D")), duration("P1YT24H"));
  EXPECT_FALSE(add(duration("P1Y"), duration("-P1D")));
  EXPECT_EQ(negate(duration("P1DT0.25S")), duration("-P1DT0.25S"));
  EXPECT_EQ(multiply(duration("P1D"), *Decimal::parse("0.5")), duration("PT12H"));
  EXPECT_EQ(multiply(duration("P1M"), *Decimal::parse("-1.5")), duration("-P1M"));
  EXPECT_FALSE(multiply(duration("P1M1D"), *Decimal::parse("2")));
  EXPECT_EQ(divide(duration("PT1S"), *Decimal::parse("3")), duration("PT0.333333333333333333S"));
  EXPECT_FALSE(divide(duration("PT1S"), Decimal()));
}

TEST(Duration, OverflowIsNoValue) {
  constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  EXPECT_FALSE(add(Duration{greatest, {}}, Duration{1, {}}));
  EXPECT_FALSE(add(Duration{0, {greatest, 0}}, Duration{0, {1, 0}}));
  EXPECT_FALSE(negate(Duration{least, {}}));
  EXPECT_FALSE(negate(Duration{0, {least, 0}}));
  EXPECT_FALSE(multiply(Duration{greatest, {}}, Decimal(2)));
  EXPECT_EQ(to_seconds(to_decimal(Seconds{least, 1})), (Seconds{least, 1}));
}

}  // namespace
}  // namespace prosper::rdf::xsd
