// SPDX-License-Identifier: Apache-2.0
// Long texts, long common fronts, and the terms that late ones stand behind.
#include <algorithm>

#include "tests/store/dictionary/dictionary_fixture.hpp"

namespace prosper::store {
namespace {

class DictionaryLimits : public testing::Test {
 protected:
  DictionaryLimits() : transaction_(store_.environment()) {}

  void expect_all(const std::vector<std::string>& texts, const std::vector<TermId>& ids) const {
    const Dictionary dictionary(transaction_, store_.tables());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      ASSERT_EQ(dictionary.find({tag, texts[i]}), ids[i]) << i;
      ASSERT_TRUE(dictionary.bytes(ids[i]) == texts[i]) << i;
    }
  }

  void expect_sound(const NextNumbers& next) const {
    EXPECT_EQ(store_.problems(transaction_, next), std::vector<std::string>());
  }

  static void ignore(TermId /*id*/, std::string_view /*bytes*/) {}

  static constexpr TermTag tag = TermTag::String;
  tests::EmptyDictionary store_;
  lmdb::WriteTransaction transaction_;
};

TEST_F(DictionaryLimits, NothingIsADictionaryToo) {
  EXPECT_TRUE(store_.build(transaction_, {}).empty());
  const Dictionary dictionary(transaction_, store_.tables());
  EXPECT_EQ(dictionary.size(), 0U);
  EXPECT_FALSE(dictionary.find({tag, "a"}));
  EXPECT_FALSE(dictionary.bytes(make_id(tag, 1)));
  EXPECT_EQ(dictionary.lower_bound(tag, "a"), make_id(tag, 1));
  EXPECT_FALSE(dictionary.find_with_prefix(tag, ""));
  expect_sound(store_.next());
}

TEST_F(DictionaryLimits, LongLiteralsComeBack) {
  std::vector<std::string> texts = {"",
                                    std::string(1, '\0'),
                                    "a",
                                    "b",
                                    std::string(10'000'000, 'b'),
                                    "bc",
                                    std::string(5000, 'c'),
                                    std::string(5001, 'c'),
                                    "d"};
  expect_all(texts, store_.build(transaction_, tag, texts));
  expect_sound(store_.next());
  DictionaryWriter writer(transaction_, store_.tables(), store_.next());
  std::vector<TermId> late;
  for (std::string& text : texts) {
    text += "x";
    late.push_back(writer.intern({tag, text}));
  }
  writer.flush();
  expect_all(texts, late);
  std::vector<TermId> ordered;
  for (std::uint64_t number = 1; number <= 9; ++number) ordered.push_back(make_id(tag, number));
  writer.forget(ordered, ignore);
  expect_all(texts, late);
  expect_sound(writer.next_numbers());
}

// LMDB's keys end at 511 bytes; what differs behind that is found all the same.
TEST_F(DictionaryLimits, FrontsMayBeCommonBeyondTheKeysOfLmdb) {
  std::vector<std::string> texts;
  for (const std::size_t front : {100U, 480U, 498U, 499U, 500U, 511U, 700U, 2900U}) {
    for (int i = 100; i < 900; ++i) {
      texts.push_back(std::string(front, 'x') + std::to_string(i * 7919 % 100'000 + 100'000) +
                      std::string(static_cast<std::size_t>(i % 90), 'y'));
    }
  }
  std::sort(texts.begin(), texts.end());
  const auto ids = store_.build(transaction_, tag, texts);
  expect_all(texts, ids);
  expect_sound(store_.next());
  const Dictionary dictionary(transaction_, store_.tables());
  for (std::size_t i = 0; i < texts.size(); i += 13) {
    EXPECT_EQ(dictionary.lower_bound(tag, texts[i] + '\0'), TermId{ids[i].bits + 1});
    EXPECT_FALSE(dictionary.find({tag, texts[i] + "z"}));
    EXPECT_FALSE(dictionary.find({tag, texts[i].substr(0, texts[i].size() - 1) + "!"}));
  }
  DictionaryWriter writer(transaction_, store_.tables(), store_.next());
  std::vector<TermId> leaving;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i % 7 != 0) leaving.push_back(ids[i]);
  }
  writer.forget(leaving, ignore);
  expect_sound(writer.next_numbers());
  EXPECT_EQ(Dictionary(transaction_, store_.tables()).size(), ids.size() - leaving.size());
}

TEST_F(DictionaryLimits, BlocksShrinkWithTheirTerms) {
  std::vector<std::string> texts;
  for (int i = 0; i < 20'000; ++i) texts.push_back("object/" + std::to_string(1'000'000 + i * 17));
  const auto ids = store_.build(transaction_, tag, texts);
  const auto blocks = transaction_.entries(store_.tables().terms);
  ASSERT_GT(blocks, 15U);
  DictionaryWriter writer(transaction_, store_.tables(), store_.next());
  std::vector<TermId> leaving;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i % 20 != 0) leaving.push_back(ids[i]);
  }
  writer.forget(leaving, ignore);
  EXPECT_LT(transaction_.entries(store_.tables().terms), blocks / 3);
  expect_sound(writer.next_numbers());
  writer.forget(ids, ignore);
  EXPECT_EQ(transaction_.entries(store_.tables().separators), 0U);
  expect_sound(writer.next_numbers());
}

TEST_F(DictionaryLimits, LateTermsMoveWhenTheirPredecessorLeaves) {
  const auto ids = store_.build(transaction_, tag, {"b", "d", "f", "h"});
  DictionaryWriter writer(transaction_, store_.tables(), store_.next());
  const auto add = [&](const std::string& text) {
    const TermId id = writer.intern({tag, text});
    writer.flush();
    return id;
  };
  const TermId a = add("a");
  const TermId g = add("g");
  const TermId e = add("e");
  const auto rank = [&](TermId id) {
    return payload_of(TermId{Dictionary(transaction_, store_.tables()).rank(id)});
  };
  EXPECT_EQ(rank(a), 1U);
  EXPECT_EQ(rank(e), 5U);
  EXPECT_EQ(rank(g), 7U);
  const std::vector<TermId> d_and_f{ids[1], ids[2]};
  writer.forget(d_and_f, ignore);
  EXPECT_EQ(rank(e), 3U);
  EXPECT_EQ(rank(g), 3U);
  const TermId c = add("c");
  const TermId f = add("f");
  EXPECT_TRUE(is_late(f));
  const Dictionary dictionary(transaction_, store_.tables());
  const std::vector<TermId> in_order{a, ids[0], c, e, f, g, ids[3]};
  for (std::size_t i = 1; i < in_order.size(); ++i) {
    EXPECT_TRUE(dictionary.order(in_order[i - 1], in_order[i]) < 0) << i;
    EXPECT_TRUE(dictionary.order(in_order[i], in_order[i - 1]) > 0) << i;
  }
  EXPECT_TRUE(dictionary.order(make_id(TermTag::Integer, 5), g) > 0);
  const TermRange range = dictionary.range(tag, "c", "g");
  EXPECT_EQ(std::set<TermId>(range.late.begin(), range.late.end()), (std::set<TermId>{c, e, f}));
  writer.forget(std::vector<TermId>{ids[0]}, ignore);
  EXPECT_EQ(rank(c), 1U);
  expect_sound(writer.next_numbers());
}

TEST_F(DictionaryLimits, AClearedDictionaryGivesNoNumberTwice) {
  store_.build(transaction_, tag, {"a", "b"});
  DictionaryWriter writer(transaction_, store_.tables(), store_.next());
  const TermId before = writer.intern({tag, "c"});
  writer.flush();
  writer.clear();
  EXPECT_FALSE(writer.find({tag, "a"}));
  EXPECT_FALSE(writer.find({tag, "c"}));
  EXPECT_GT(writer.intern({tag, "a"}), before);
  writer.flush();
  expect_sound(writer.next_numbers());
}

}  // namespace
}  // namespace prosper::store
