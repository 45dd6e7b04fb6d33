// SPDX-License-Identifier: Apache-2.0
#include "store/ids/inline_value.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "store/ids/term_tag.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

namespace xsd = vocabularies::xsd;

constexpr int rounds = 20'000;

std::string digits(std::mt19937_64& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
  return text;
}

std::string padded(std::uint64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

void expect_exact(const std::string& text, std::string_view datatype) {
  const rdf::Literal literal = rdf::make_typed_literal(text, datatype);
  const auto id = to_inline(literal);
  if (!id) return;
  EXPECT_EQ(from_inline(*id), literal);
}

TermId inline_id(const std::string& text, std::string_view datatype) {
  const auto id = to_inline(rdf::make_typed_literal(text, datatype));
  EXPECT_TRUE(id.has_value()) << text << " is not inline";
  EXPECT_EQ(from_inline(id.value_or(TermId{})), rdf::make_typed_literal(text, datatype));
  return id.value_or(TermId{});
}

TEST(InlineValue, RandomNumbersComeBackExactly) {
  std::mt19937_64 random(1);
  for (int i = 0; i < rounds; ++i) {
    std::string text = random() % 3 == 0 ? "-" : random() % 10 == 0 ? "+" : "";
    text += digits(random, random() % 20);
    expect_exact(text, xsd::integer);
    text += random() % 4 == 0 ? "" : ".";
    text += digits(random, random() % 9);
    expect_exact(text, xsd::decimal);
    expect_exact(text, xsd::integer);
  }
}

TEST(InlineValue, RandomTimesComeBackExactly) {
  std::mt19937_64 random(2);
  for (int i = 0; i < rounds; ++i) {
    std::string year = random() % 4 == 0 ? "-" : "";
    year += random() % 3 == 0 ? digits(random, random() % 9) : padded(random() % 10000, 4);
    const std::string zone = random() % 3 == 0 ? "Z" : random() % 9 == 0 ? "+01:00" : "";
    expect_exact(year + zone, xsd::g_year);
    const std::string date = year + "-" + padded(random() % 14, 2) + "-" + padded(random() % 33, 2);
    expect_exact(date + zone, xsd::date);
    const std::string fraction = random() % 9 == 0 ? ".5" : "";
    const std::string time =
        padded(random() % 25, 2) + ":" + padded(random() % 61, 2) + ":" + padded(random() % 61, 2);
    expect_exact(date + "T" + time + fraction + zone, xsd::date_time);
  }
}

TEST(InlineValue, FormsThatDataUseAreInline) {
  for (const char* text : {"0", "7", "-7", "576460752303423487", "-576460752303423487"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::integer)), TermTag::Integer);
  }
  for (const char* text : {"0", "0.0", "29.5", "29.50", "-0.000001", "72057594036.999999", "12"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::decimal)), TermTag::Decimal);
  }
  for (const char* text : {"1850", "-0044", "0000", "1850Z", "12000"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::g_year)), TermTag::GYear);
  }
  for (const char* text :
       {"1850-12-31", "2024-02-29", "2000-02-29", "0000-02-29", "-0001-01-01Z"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::date)), TermTag::Date);
  }
  for (const char* text : {"1850-12-31T00:00:00", "2024-02-29T23:59:59Z"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::date_time)), TermTag::DateTime);
  }
  for (const char* text : {"true", "false"}) {
    EXPECT_EQ(tag_of(inline_id(text, xsd::boolean)), TermTag::Boolean);
  }
}

TEST(InlineValue, OtherFormsAreNot) {
  const std::pair<const char*, std::string_view> others[] = {
      {"", xsd::integer},
      {"+1", xsd::integer},
      {"01", xsd::integer},
      {"-0", xsd::integer},
      {"1 ", xsd::integer},
      {"-", xsd::integer},
      {"1.0", xsd::integer},
      {"99999999999999999999", xsd::integer},
      {"576460752303423488", xsd::integer},
      {"1.", xsd::decimal},
      {".5", xsd::decimal},
      {"-0.0", xsd::decimal},
      {"1.0000000", xsd::decimal},
      {"00.5", xsd::decimal},
      {"1e3", xsd::decimal},
      {"99999999999.5", xsd::decimal},
      {"1", xsd::boolean},
      {"TRUE", xsd::boolean},
      {"185", xsd::g_year},
      {"01850", xsd::g_year},
      {"-0000", xsd::g_year},
      {"1850+01:00", xsd::g_year},
      {"2023-02-29", xsd::date},
      {"1900-02-29", xsd::date},
      {"2023-00-01", xsd::date},
      {"2023-1-01", xsd::date},
      {"2023-01-01+01:00", xsd::date},
      {"2023-01-01T24:00:00", xsd::date_time},
      {"2023-01-01T12:00:00.0", xsd::date_time},
      {"2023-01-01", xsd::date_time},
      {"1", xsd::int_},
      {"1.5", xsd::double_},
      {"text", xsd::string},
  };
  for (const auto& [text, datatype] : others) {
    EXPECT_FALSE(to_inline(rdf::make_typed_literal(text, datatype))) << text << " of " << datatype;
  }
  EXPECT_FALSE(to_inline(rdf::make_language_string("1", "fr")));
}

TEST(InlineValue, IdOrderIsValueOrder) {
  std::mt19937_64 random(3);
  std::vector<std::pair<std::int64_t, TermId>> integers;
  std::vector<std::pair<std::int64_t, TermId>> decimals;
  for (int i = 0; i < rounds; ++i) {
    const auto value =
        static_cast<std::int64_t>(random() >> (6 + random() % 58)) * (random() % 2 == 0 ? 1 : -1);
    integers.emplace_back(value, inline_id(std::to_string(value), xsd::integer));
    const auto scaled = static_cast<std::int64_t>(random() % 4'000'000'000) - 2'000'000'000;
    const std::uint64_t magnitude = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
    const std::string text = (scaled < 0 ? "-" : "") + std::to_string(magnitude / 1'000'000) + "." +
                             padded(magnitude % 1'000'000, 6);
    if (scaled != 0) decimals.emplace_back(scaled, inline_id(text, xsd::decimal));
  }
  for (auto* values : {&integers, &decimals}) {
    std::sort(values->begin(), values->end());
    EXPECT_TRUE(std::is_sorted(values->begin(), values->end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
  const char* const ascending[] = {"-12000-05-05", "-0044-03-15", "0000-01-01", "0000-01-01Z",
                                   "1789-07-14",   "1789-07-15",  "1789-08-01", "12000-01-01"};
  for (std::size_t i = 1; i < std::size(ascending); ++i) {
    EXPECT_LT(inline_id(ascending[i - 1], xsd::date), inline_id(ascending[i], xsd::date));
    const std::string before = std::string(ascending[i - 1]).substr(0, 10) + "T10:00:00";
    if (before.starts_with("1") && before[4] == '-') {
      EXPECT_LT(inline_id(before, xsd::date_time),
                inline_id(before.substr(0, 10) + "T10:00:01", xsd::date_time));
    }
  }
}

TEST(InlineValue, EqualDecimalsAreNeighbours) {
  EXPECT_LT(inline_id("29.5", xsd::decimal), inline_id("29.50", xsd::decimal));
  EXPECT_EQ(inline_id("29.50", xsd::decimal).bits, inline_id("29.5", xsd::decimal).bits + 1);
  EXPECT_LT(inline_id("29.50", xsd::decimal), inline_id("29.500001", xsd::decimal));
}

TEST(InlineValue, BitsThatNothingGivesAreNoTerm) {
  EXPECT_FALSE(from_inline(make_id(TermTag::Boolean, 2)));
  EXPECT_FALSE(from_inline(make_id(TermTag::Decimal, 7)));
  EXPECT_FALSE(from_inline(make_id(TermTag::Date, 0)));
  EXPECT_FALSE(from_inline(make_id(TermTag::Iri, 1)));
  EXPECT_FALSE(from_inline(default_graph));
}

}  // namespace
}  // namespace prosper::store
