// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary.hpp"

#include <set>

#include "tests/store/dictionary/dictionary_fixture.hpp"

namespace prosper::store {
namespace {

TextHash same_for_all(TermTag /*tag*/, std::string_view /*bytes*/) {
  return {1, 2};
}

TextHash one_of_three(TermTag /*tag*/, std::string_view bytes) {
  return {0, bytes.size() % 3};
}

class DictionaryTest : public testing::TestWithParam<HashFunction> {
 protected:
  static std::vector<TermText> some_texts() {
    std::vector<TermText> texts;
    for (int i = 0; i < 40; ++i) {
      const std::string bytes =
          std::string(static_cast<std::size_t>(i % 7), 'x') + std::to_string(i);
      texts.push_back({TermTag::Iri, bytes});
      texts.push_back({TermTag::BlankNode, bytes});
    }
    return texts;
  }

  DictionaryWriter writer(lmdb::WriteTransaction& transaction) const {
    return {transaction, store_.tables(), store_.next(), GetParam()};
  }

  tests::EmptyDictionary store_;
};

// The full text decides, however bad the hash.
TEST_P(DictionaryTest, FindsEveryLateTermByItsText) {
  std::vector<TermId> ids;
  lmdb::WriteTransaction transaction(store_.environment());
  DictionaryWriter writer = this->writer(transaction);
  for (const TermText& text : some_texts()) {
    EXPECT_FALSE(writer.find(text));
    ids.push_back(writer.intern(TermText(text)));
    EXPECT_EQ(writer.intern(TermText(text)), ids.back());
    EXPECT_TRUE(writer.is_new(ids.back()));
    EXPECT_EQ(writer.bytes(ids.back()), text.bytes);
    if (ids.size() % 30 == 0) writer.flush();
  }
  writer.flush();
  EXPECT_EQ(std::set<TermId>(ids.begin(), ids.end()).size(), ids.size());
  const Dictionary dictionary(transaction, store_.tables(), GetParam());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const TermText text = some_texts()[i];
    EXPECT_FALSE(writer.is_new(ids[i]));
    EXPECT_EQ(writer.find(text), ids[i]);
    EXPECT_EQ(dictionary.find(text), ids[i]);
    EXPECT_EQ(dictionary.bytes(ids[i]), text.bytes);
  }
  EXPECT_FALSE(dictionary.find({TermTag::Iri, "absent"}));
  EXPECT_FALSE(dictionary.find({TermTag::OtherLiteral, some_texts()[0].bytes}));
  EXPECT_EQ(dictionary.size(), ids.size());
  EXPECT_EQ(store_.problems(transaction, writer.next_numbers(), GetParam()),
            std::vector<std::string>());
}

TEST_P(DictionaryTest, ForgetsOneOfACollision) {
  lmdb::WriteTransaction transaction(store_.environment());
  DictionaryWriter writer = this->writer(transaction);
  std::vector<TermId> ids;
  std::vector<TermId> leaving;
  for (const TermText& text : some_texts()) {
    ids.push_back(writer.intern(TermText(text)));
    if (ids.size() % 2 == 1) leaving.push_back(ids.back());
  }
  writer.flush();
  std::sort(leaving.begin(), leaving.end());
  std::size_t left = 0;
  const auto count = [&](TermId /*id*/, std::string_view /*bytes*/) { ++left; };
  writer.forget(leaving, count);
  writer.forget(leaving, count);
  EXPECT_EQ(left, leaving.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool is_kept = i % 2 == 1;
    EXPECT_EQ(writer.find(some_texts()[i]).has_value(), is_kept);
    EXPECT_EQ(writer.bytes(ids[i]).has_value(), is_kept);
  }
  // Numbers are never given twice.
  const TermId again = writer.intern(TermText(some_texts()[0]));
  EXPECT_GT(again, ids.end()[-2]);
  writer.flush();
  EXPECT_EQ(store_.problems(transaction, writer.next_numbers(), GetParam()),
            std::vector<std::string>());
}

INSTANTIATE_TEST_SUITE_P(Hashes, DictionaryTest,
                         testing::Values(&hash_text, &same_for_all, &one_of_three));

TEST(TextHash, DependsOnTagAndBytes) {
  EXPECT_EQ(hash_text(TermTag::Iri, "a"), hash_text(TermTag::Iri, "a"));
  EXPECT_FALSE(hash_text(TermTag::Iri, "a") == hash_text(TermTag::BlankNode, "a"));
  EXPECT_FALSE(hash_text(TermTag::Iri, "a") == hash_text(TermTag::Iri, "b"));
}

}  // namespace
}  // namespace prosper::store
