// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/xpath_regex.hpp"

#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "sparql/functions/regex_translation.hpp"

namespace prosper::sparql::functions {
namespace {

std::string repeat(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST(RegexTranslation, QuotesWhatRe2WouldRead) {
  const auto translation = translate_regex("a#\\-(b)", {});
  ASSERT_TRUE(translation);
  EXPECT_EQ(translation->pattern, "a\\#\\-(b)");
  EXPECT_EQ(translation->groups, 1);
}

TEST(RegexTranslation, LimitsNestingAndSize) {
  EXPECT_TRUE(translate_regex(repeat("(", 150) + "a" + repeat(")", 150), {}));
  EXPECT_FALSE(translate_regex(repeat("(", 250) + "a" + repeat(")", 250), {}));
  EXPECT_FALSE(translate_regex(repeat("[a-", 250) + "b" + repeat("]", 250), {}));
  EXPECT_FALSE(translate_regex(repeat("\\w", 1000), {}));
  EXPECT_FALSE(translate_regex(repeat("(", 1'000'000), {}));
}

TEST(RegexTranslation, WritesWhatRe2Reads) {
  const std::vector<std::string> pieces{
      "a",     "é",    "𠀀",   ".",   "^",   "$",   "|",         "(",   ")",       "(?:",
      "[",     "]",    "[^",   "-",   "-[",  "a-z", "*",         "+",   "?",       "{2}",
      "{1,3}", "{2,}", "\\d",  "\\W", "\\i", "\\.", "\\\\",      "\\-", "\\p{Lu}", "\\P{IsGreek}",
      "#",     "_",    "\x01", " ",   "\n",  "&&",  "[:alpha:]", "~",   "/"};
  std::mt19937_64 random(11);
  int accepted = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string pattern;
    for (std::uint64_t length = random() % 8; length > 0; --length) {
      pattern += pieces[random() % pieces.size()];
    }
    const std::string flags = i % 3 == 0 ? "i" : i % 3 == 1 ? "x" : "sm";
    const bool translated = translate_regex(pattern, *parse_regex_flags(flags)).has_value();
    EXPECT_EQ(find_regex(pattern, flags) != nullptr, translated) << pattern << " " << flags;
    accepted += translated ? 1 : 0;
  }
  EXPECT_GT(accepted, 500);
}

TEST(RegexFlags, RefuseOtherLetters) {
  EXPECT_TRUE(parse_regex_flags("smixq"));
  EXPECT_TRUE(parse_regex_flags(""));
  EXPECT_FALSE(parse_regex_flags("I"));
  EXPECT_FALSE(parse_regex_flags("i "));
}

TEST(FindRegex, IsNullForAProgramTooLarge) {
  EXPECT_EQ(find_regex("((\\p{L}{1000}){1000}){1000}", ""), nullptr);
}

TEST(FindRegex, KeepsCompiledExpressions) {
  const auto first = find_regex("cached", "i");
  EXPECT_EQ(find_regex("cached", "i"), first);
  EXPECT_NE(find_regex("cached", ""), first);
  for (int i = 0; i < 100; ++i) find_regex("other" + std::to_string(i), "");
  EXPECT_NE(find_regex("cached", "i"), first);
  EXPECT_TRUE(first->matches("CACHED"));
}

TEST(FindRegex, TakesLinearTimeOnNestedRepetition) {
  const auto expression = find_regex("^(a+)+$", "");
  ASSERT_NE(expression, nullptr);
  EXPECT_FALSE(expression->matches(repeat("a", 100'000) + "b"));
}

TEST(FindRegex, MayBeUsedByManyThreads) {
  std::vector<std::thread> threads;
  std::vector<int> found(4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&found, i] {
      for (int j = 0; j < 200; ++j) {
        const std::string number = std::to_string(j % 50);
        const auto expression = find_regex("^" + number + "$", "");
        if (expression->matches(number)) ++found[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : found) EXPECT_EQ(count, 200);
}

}  // namespace
}  // namespace prosper::sparql::functions
