// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/utf8.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace prosper::rdf {
namespace {

TEST(Utf8, AcceptsTheEndsOfEveryRange) {
  EXPECT_EQ(find_invalid_utf8(std::string_view("\0 a\x7F", 4)), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"),
            std::nullopt);
  EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
}

struct Malformed {
  std::string_view name;
  std::string_view bytes;
};

void PrintTo(const Malformed& malformed, std::ostream* out) {
  *out << malformed.name;
}

class MalformedUtf8 : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedUtf8, IsFoundAtItsOffsetWhereverItStands) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string text = std::string(before, 'x') + std::string(GetParam().bytes) + "tail";
    EXPECT_EQ(find_invalid_utf8(text), before);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Sequences, MalformedUtf8,
    testing::Values(
        Malformed{"lone continuation", "\x80"}, Malformed{"overlong of two", "\xC0\x80"},
        Malformed{"overlong C1", "\xC1\xBF"}, Malformed{"overlong of three", "\xE0\x9F\xBF"},
        Malformed{"overlong of four", "\xF0\x8F\xBF\xBF"},
        Malformed{"first surrogate", "\xED\xA0\x80"}, Malformed{"last surrogate", "\xED\xBF\xBF"},
        Malformed{"beyond U+10FFFF", "\xF4\x90\x80\x80"}, Malformed{"lead F5", "\xF5\x80\x80\x80"},
        Malformed{"lead FF", "\xFF"}, Malformed{"two cut short", "\xC3"},
        Malformed{"three cut short", "\xE2\x82"}, Malformed{"four cut short", "\xF0\x9F\x98"}),
    [](const auto& test) {
      std::string name(test.param.name);
      for (char& c : name) c = c == ' ' || c == '+' ? '_' : c;
      return name;
    });

TEST(Utf8, IsFoundCutAtTheVeryEnd) {
  EXPECT_EQ(find_invalid_utf8("abc\xE2\x82"), 3U);
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (const char32_t c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600'}) {
    std::string text = "x";
    append_utf8(text, c);
    std::size_t offset = 1;
    EXPECT_EQ(next_code_point(text, offset), c);
    EXPECT_EQ(offset, text.size());
    EXPECT_EQ(count_code_points(text), 2U);
  }
}

}  // namespace
}  // namespace prosper::rdf
