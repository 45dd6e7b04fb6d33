// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "store/rdf/xsd/lexical.hpp"
#include "store/rdf/xsd/numeric.hpp"

namespace prosper::rdf::xsd {
namespace {

std::string canonical(const std::string& text, Datatype datatype) {
  const auto value = parse_numeric(text, datatype);
  return value ? to_lexical_form(*value) : "none";
}

TEST(Numeric, PrintsDoublesCanonically) {
  const std::vector<std::pair<std::string, std::string>> forms{
      {"100", "1.0E2"},
      {"0", "0.0E0"},
      {"-0", "-0.0E0"},
      {"1.5e-7", "1.5E-7"},
      {"123456.789", "1.23456789E5"},
      {".1", "1.0E-1"},
      {"1.", "1.0E0"},
      {"+1E+1", "1.0E1"},
      {"INF", "INF"},
      {"+INF", "INF"},
      {"-INF", "-INF"},
      {"NaN", "NaN"},
      {"1e309", "INF"},
      {"-1e309", "-INF"},
      {"1e-400", "0.0E0"},
      {"-1e-400", "-0.0E0"},
      {"1e99999999999999999999", "INF"},
      {"1e-99999999999999999999", "0.0E0"},
      {"0e99999999999999999999", "0.0E0"},
      {"4.9e-324", "5.0E-324"},
      {"1.7976931348623157e308", "1.7976931348623157E308"},
      {std::string(400, '9') + "e-400", "1.0E0"},
      {"0." + std::string(400, '0') + "1e401", "1.0E0"},
  };
  for (const auto& [text, expected] : forms) EXPECT_EQ(canonical(text, Datatype::Double), expected);
}

TEST(Numeric, RoundsFloatsOnce) {
  EXPECT_EQ(canonical("16777217", Datatype::Float), "1.6777216E7");
  EXPECT_EQ(canonical("0.1", Datatype::Float), "1.0E-1");
  EXPECT_EQ(canonical("1e39", Datatype::Float), "INF");
  EXPECT_EQ(canonical("1e-50", Datatype::Float), "0.0E0");
  // A value just above the middle of two floats, which a double would round to the middle.
  EXPECT_EQ(canonical("1.000000059604644775390626", Datatype::Float), "1.0000001E0");
}

TEST(Numeric, RefusesOtherText) {
  for (const char* text : {"", "inf", "Infinity", "nan", "-NaN", "+NaN", "1e", "e1", ".", "1e1.5",
                           "0x1p3", " 1", "1 ", "1f", "++1", "1e+-1"}) {
    EXPECT_EQ(canonical(text, Datatype::Double), "none") << text;
  }
}

TEST(Numeric, ChecksTheRangeOfIntegerTypes) {
  struct Case {
    Datatype datatype;
    const char* least;
    const char* below;
    const char* greatest;
    const char* above;
  };

  const char* huge = "100000000000000000000";
  for (const Case& test : {
           Case{Datatype::Byte, "-128", "-129", "127", "128"},
           Case{Datatype::Short, "-32768", "-32769", "32767", "32768"},
           Case{Datatype::Int, "-2147483648", "-2147483649", "2147483647", "2147483648"},
           Case{Datatype::Long, "-9223372036854775808", "-9223372036854775809",
                "9223372036854775807", "9223372036854775808"},
           Case{Datatype::UnsignedByte, "0", "-1", "255", "256"},
           Case{Datatype::UnsignedShort, "0", "-1", "65535", "65536"},
           Case{Datatype::UnsignedInt, "0", "-1", "4294967295", "4294967296"},
           Case{Datatype::UnsignedLong, "0", "-1", "18446744073709551615", "18446744073709551616"},
           Case{Datatype::NonNegativeInteger, "0", "-1", huge, nullptr},
           Case{Datatype::PositiveInteger, "1", "0", huge, nullptr},
           Case{Datatype::NonPositiveInteger, "-5", nullptr, "0", "1"},
           Case{Datatype::NegativeInteger, "-5", nullptr, "-1", "0"},
       }) {
    EXPECT_EQ(canonical(test.least, test.datatype), test.least);
    EXPECT_EQ(canonical(test.greatest, test.datatype), test.greatest);
    for (const char* outside : {test.below, test.above}) {
      if (outside == nullptr) continue;
      EXPECT_EQ(canonical(outside, test.datatype), "none");
    }
  }
  EXPECT_EQ(canonical("1.0", Datatype::Integer), "none");
  EXPECT_EQ(canonical("-0", Datatype::NonNegativeInteger), "0");
}

TEST(Numeric, PromotesToTheGreaterType) {
  const Numeric integer = Integer(1);
  const Numeric decimal = *Decimal::parse("0.5");
  const Numeric single = 0.25F;
  const Numeric real = 0.125;
  EXPECT_EQ(datatype_of(*add(integer, integer)), Datatype::Integer);
  EXPECT_EQ(datatype_of(*add(integer, decimal)), Datatype::Decimal);
  EXPECT_EQ(datatype_of(*add(single, decimal)), Datatype::Float);
  EXPECT_EQ(datatype_of(*add(single, real)), Datatype::Double);
  EXPECT_EQ(datatype_of(*divide(integer, integer)), Datatype::Decimal);
  EXPECT_EQ(to_lexical_form(*add(real, decimal)), "6.25E-1");
}

TEST(Numeric, ReadsBackEveryDouble) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 2000; ++i) {
    const auto value = std::bit_cast<double>(random());
    if (std::isnan(value)) continue;
    EXPECT_EQ(parse_real<double>(to_lexical_form(value)), value);
    const auto small = static_cast<float>(value);
    EXPECT_EQ(parse_real<float>(to_lexical_form(small)), small);
  }
}

TEST(Numeric, OrderIsTransitiveWhereComparisonIsNot) {
  const Numeric below = Integer(9007199254740992);
  const Numeric above = Integer(9007199254740993);
  const Numeric real = 9007199254740992.0;
  EXPECT_TRUE(compare(below, real) == 0 && compare(above, real) == 0 && compare(below, above) < 0);
  EXPECT_TRUE(order(below, real) == 0);
  EXPECT_TRUE(order(above, real) > 0);
  EXPECT_TRUE(order(real, above) < 0);
  EXPECT_TRUE(order(Numeric(1e300), Numeric(Integer(1))) > 0);
  EXPECT_TRUE(order(Numeric(5e-324), Numeric(Integer(0))) > 0);
  EXPECT_TRUE(order(Numeric(-HUGE_VAL), Numeric(Integer(0))) < 0);
  EXPECT_TRUE(order(Numeric(std::nan("")), Numeric(-HUGE_VAL)) < 0);
}

TEST(Lexical, KnowsValidFormsOfAnySize) {
  EXPECT_TRUE(is_valid_lexical_form(std::string(500, '9'), Datatype::Integer));
  EXPECT_TRUE(is_valid_lexical_form(std::string(500, '9'), Datatype::PositiveInteger));
  EXPECT_FALSE(is_valid_lexical_form("-" + std::string(500, '9'), Datatype::PositiveInteger));
  EXPECT_FALSE(is_valid_lexical_form(std::string(500, '9'), Datatype::Long));
  EXPECT_TRUE(is_valid_lexical_form("1." + std::string(500, '3'), Datatype::Decimal));
  EXPECT_FALSE(is_valid_lexical_form(" 1", Datatype::Integer));
  EXPECT_TRUE(is_valid_lexical_form("0aFF", Datatype::HexBinary));
  EXPECT_TRUE(is_valid_lexical_form("", Datatype::HexBinary));
  EXPECT_FALSE(is_valid_lexical_form("0aF", Datatype::HexBinary));
  EXPECT_TRUE(is_valid_lexical_form("YQ==", Datatype::Base64Binary));
  EXPECT_TRUE(is_valid_lexical_form("Y W J j", Datatype::Base64Binary));
  EXPECT_FALSE(is_valid_lexical_form("YR==", Datatype::Base64Binary));
  EXPECT_FALSE(is_valid_lexical_form("YQ=", Datatype::Base64Binary));
  EXPECT_FALSE(is_valid_lexical_form("====", Datatype::Base64Binary));
  EXPECT_TRUE(is_valid_lexical_form("any\ntext", Datatype::String));
  EXPECT_TRUE(is_valid_lexical_form("0", Datatype::Boolean));
  EXPECT_FALSE(is_valid_lexical_form("True", Datatype::Boolean));
}

TEST(Datatypes, MapToTheirIrisAndBack) {
  for (int i = 0; i <= static_cast<int>(Datatype::Base64Binary); ++i) {
    const auto datatype = static_cast<Datatype>(i);
    EXPECT_EQ(find_datatype(iri_of(datatype)), datatype);
  }
  EXPECT_FALSE(find_datatype("http://www.w3.org/2001/XMLSchema#"));
  EXPECT_FALSE(find_datatype("http://www.w3.org/2001/XMLSchema#Integer"));
  EXPECT_FALSE(find_datatype("http://example.org/integer"));
}

}  // namespace
}  // namespace prosper::rdf::xsd
