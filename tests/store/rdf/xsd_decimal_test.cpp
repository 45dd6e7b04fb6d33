// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "store/rdf/xsd/decimal.hpp"

namespace prosper::rdf::xsd {
namespace {

Decimal decimal(const std::string& text) {
  const auto value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal());
}

std::string print(const std::optional<Decimal>& value) {
  return value ? value->to_lexical_form() : "none";
}

TEST(Decimal, ReadsAndPrintsCanonically) {
  const std::vector<std::pair<std::string, std::string>> forms{
      {"0", "0"},
      {"-0", "0"},
      {"+00012.3400", "12.34"},
      {".5", "0.5"},
      {"5.", "5"},
      {"-.05", "-0.05"},
      {"100", "100"},
      {"9223372036854775808", "9223372036854775808"},
      {"-170141183460469231731687303715884105728.25",
       "-170141183460469231731687303715884105728.25"},
      {"0.0000000000000000000000000000000000000000000000000000000000000000000000000001",
       "0.0000000000000000000000000000000000000000000000000000000000000000000000000001"},
  };
  for (const auto& [text, canonical] : forms) EXPECT_EQ(print(Decimal::parse(text)), canonical);
}

TEST(Decimal, RefusesOtherText) {
  for (const char* text :
       {"", ".", "+", "-", "1e0", "1,5", " 1", "1 ", "--1", "1.2.3", "INF", "٣"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, RefusesWhatItCannotHoldExactly) {
  EXPECT_FALSE(Decimal::parse(std::string(78, '9')));
  EXPECT_FALSE(Decimal::parse("0." + std::string(76, '0') + "1"));
  EXPECT_TRUE(Decimal::parse("1." + std::string(200, '0')));
  EXPECT_TRUE(Decimal::parse(std::string(200, '0') + "1"));
}

/// left, right, sum, difference, product, quotient; computed by another library with 200 digits.
const std::vector<std::array<const char*, 6>> vectors{
    {"-87731191386104272.3058", "-7.5325", "-87731191386104279.8383", "-87731191386104264.7733",
     "660835199115830431.1434385", "11647021757199372.36054430799867242"},
    {"226909.729420474299516021", "22059044725594", "22059044952503.729420474299516021",
     "-22059044498684.270579525700483979", "5005411869958675283.012714826951741474",
     "0.000000010286471252"},
    {"3643269118555810614621038.44", "-509569930198588994846480264.1",
     "-505926661080033184231859225.66", "513213199317144805461101302.54",
     "-1856500390437159268194920102872719694688929300107452.004", "-0.007149694090339985"},
    {"31852307877191.9", "-8558336736606611207173867.6", "-8558336736574758899296675.7",
     "8558336736638463515051059.5", "-272602776651075581224295470554691750392.44",
     "-0.000000000003721787"},
    {"4373895816249918683134032727.16342678", "5039.2917", "4373895816249918683134037766.45512678",
     "4373895816249918683134027687.87172678", "22041336883492940345592261109523.021116011726",
     "867958450638989341127847.932907600244693118"},
    {"25662840411.3", "92719367.1829", "25755559778.4829", "25570121044.1171",
     "2379442323051489158.32677", "276.779719178593932401"},
    {"-8.4376", "4966535.2692052", "4966526.8316052", "-4966543.7068052", "-41905637.98744579552",
     "-0.000001698890583203"},
    {"4323.752970778444422265087879", "-7705046995565.0000352",
     "-7705046991241.247064421555577734912121", "7705046999888.753005978444422265087879",
     "-33314719837061696.5872340521254808919203660933408", "-0.000000000561158546"},
    {"-269507999882232741.0665951227200452831", "-94200429570078577656.204051204",
     "-94469937569960810397.2706463267200452831", "93930921570196344915.1374560812799547169",
     "25387769361479010926150828094198201951.5394937485314074085510758524", "0.002861006060293361"},
    {"-6054166.50225781712492465999907628", "-748317.30968235014594263675994985",
     "-6802483.81194016727086729675902613", "-5305849.19257546697898202323912643",
     "4530437589338.573531514382636709754168999186740876495873099124558", "8.090373460461208727"},
    {"-0.16591602614311136994523522099301085", "0.8771302911959768582779",
     "0.71121426505286548833266477900698915", "-1.04304631733908822822313522099301085",
     "-0.145529972324986585106953711744162396215584124256867015215", "-0.189157788538898859"},
    {"-31571593.17016556924059828093575655629", "-3498.955002899658779285102",
     "-31575092.12516846889937756603775655629", "-31568094.21516266958181899583375655629",
     "110467583872.26351663412571615960379406298483454445223562139158", "9023.149238558802652281"},
    {"-8.4174544", "-63.594622688359", "-72.012077088359", "55.177168288359",
     "535.3048365644672933296", "0.132361102938673706"},
    {"7888.54253056888", "-5798.6", "2089.94253056888", "13687.14253056888",
     "-45742502.717756707568", "-1.360421917457469044"},
};

TEST(Decimal, ComputesExactly) {
  for (const auto& [left, right, sum, difference, product, quotient] : vectors) {
    const Decimal a = decimal(left);
    const Decimal b = decimal(right);
    EXPECT_EQ(print(add(a, b)), sum);
    EXPECT_EQ(print(subtract(a, b)), difference);
    EXPECT_EQ(print(multiply(a, b)), product);
    EXPECT_EQ(print(divide(a, b)), quotient);
  }
}

TEST(Decimal, DividesWithHalvesAwayFromZero) {
  EXPECT_EQ(print(divide(decimal("1"), decimal("524288"))), "0.000001907348632813");
  EXPECT_EQ(print(divide(decimal("-1"), decimal("524288"))), "-0.000001907348632813");
  EXPECT_EQ(print(divide(decimal("1"), decimal("10000000000000000000"))), "0");
  EXPECT_EQ(print(divide(decimal("1"), decimal("0"))), "none");
}

TEST(Decimal, OverflowIsNoValue) {
  const Decimal large = decimal(std::string(70, '9'));
  EXPECT_EQ(print(multiply(large, large)), "none");
  EXPECT_EQ(print(divide(large, decimal("0.0000000001"))), "none");
  Integer greatest = (Integer(1) << 255U) - 1 + (Integer(1) << 255U);
  EXPECT_FALSE(add(greatest, Integer(1)));
  EXPECT_FALSE(multiply(greatest, Integer(2)));
  EXPECT_FALSE(subtract(Integer(-greatest), Integer(1)));
  EXPECT_EQ(print(add(Decimal(greatest), decimal("0.1"))), "none");
}

TEST(Decimal, RoundsFractionDigitsThatDoNotFit) {
  const Decimal tiny = decimal("0." + std::string(75, '0') + "6");
  EXPECT_EQ(print(add(decimal("1" + std::string(75, '0')), tiny)), "1" + std::string(75, '0'));
  EXPECT_EQ(print(multiply(tiny, tiny)), "0");
}

TEST(Decimal, RoundsToIntegers) {
  struct Case {
    const char* value;
    const char* truncated;
    const char* floor;
    const char* ceiling;
    const char* rounded;
  };

  for (const Case& test : {Case{"2.5", "2", "2", "3", "3"}, Case{"-2.5", "-2", "-3", "-2", "-2"},
                           Case{"-2.51", "-2", "-3", "-2", "-3"}, Case{"0.49", "0", "0", "1", "0"},
                           Case{"-0.5", "0", "-1", "0", "0"}, Case{"7", "7", "7", "7", "7"}}) {
    const Decimal value = decimal(test.value);
    EXPECT_EQ(to_lexical_form(value.truncate()), test.truncated);
    EXPECT_EQ(to_lexical_form(value.floor()), test.floor);
    EXPECT_EQ(to_lexical_form(value.ceiling()), test.ceiling);
    EXPECT_EQ(to_lexical_form(value.round()), test.rounded);
  }
}

TEST(Decimal, OrdersAcrossScales) {
  const std::vector<std::string> ascending{"-" + std::string(76, '9'),
                                           "-1.5",
                                           "-1.05",
                                           "0",
                                           "0." + std::string(75, '0') + "1",
                                           "0.1",
                                           "0.11",
                                           "1",
                                           std::string(76, '9')};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_TRUE((decimal(ascending[i]) <=> decimal(ascending[j])) == (i <=> j));
    }
  }
}

TEST(Decimal, ConvertsToTheNearestDouble) {
  EXPECT_EQ(decimal("0.1").to_double(), 0.1);
  EXPECT_EQ(decimal("9007199254740993").to_double(), 9007199254740992.0);
  EXPECT_EQ(decimal("123456789012345678901234567890.5").to_double(),
            123456789012345678901234567890.5);
  EXPECT_EQ(decimal("-0.00000000000000000000001").to_double(), -1e-23);
  EXPECT_EQ(decimal("16777217").to_float(), 16777216.0F);
  EXPECT_EQ(decimal("1" + std::string(40, '0')).to_float(), std::numeric_limits<float>::infinity());
  EXPECT_EQ(decimal("0." + std::string(60, '0') + "1").to_float(), 0.0F);
}

TEST(Decimal, KeepsTheLawsOfArithmetic) {
  std::mt19937_64 random(42);
  const auto any = [&random] {
    return *Decimal::from_parts(Integer(static_cast<std::int64_t>(random())),
                                static_cast<unsigned>(random() % 19));
  };
  for (int i = 0; i < 500; ++i) {
    const Decimal a = any();
    const Decimal b = any();
    const Decimal c = any();
    EXPECT_EQ(subtract(*add(a, b), b), a);
    EXPECT_EQ(multiply(a, *add(b, c)), add(*multiply(a, b), *multiply(a, c)));
    EXPECT_EQ(Decimal::parse(a.to_lexical_form()), a);
    EXPECT_EQ(a < b, negate(b) < negate(a));
    EXPECT_EQ((a <=> b) == 0, a == b);
  }
}

}  // namespace
}  // namespace prosper::rdf::xsd
