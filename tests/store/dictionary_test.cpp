// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary.hpp"

#include <gtest/gtest.h>

#include "tests/store/temporary_directory.hpp"

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
  DictionaryTest()
      : environment_(lmdb::Environment::open(directory_.path(), {16ULL << 30U, true})),
        tables_{environment_->create_table("terms", lmdb::Table::Kind::Unique),
                environment_->create_table("hashes", lmdb::Table::Kind::FixedDuplicates)} {
    next_.fill(1);
  }

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

  tests::TemporaryDirectory directory_;
  std::shared_ptr<lmdb::Environment> environment_;
  DictionaryTables tables_;
  NextNumbers next_{};
};

// The full text decides, however bad the hash.
TEST_P(DictionaryTest, FindsEveryTermByItsText) {
  std::vector<TermId> ids;
  lmdb::WriteTransaction transaction(environment_);
  DictionaryWriter writer(transaction, tables_, next_, GetParam());
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
  const Dictionary dictionary(transaction, tables_, GetParam());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const TermText text = some_texts()[i];
    EXPECT_FALSE(writer.is_new(ids[i]));
    EXPECT_EQ(writer.find(text), ids[i]);
    EXPECT_EQ(dictionary.find(text), ids[i]);
    EXPECT_EQ(dictionary.bytes(ids[i]), text.bytes);
    EXPECT_TRUE(dictionary.is_hashed(ids[i], text.bytes));
  }
  EXPECT_FALSE(dictionary.find({TermTag::Iri, "absent"}));
  EXPECT_FALSE(dictionary.find({TermTag::OtherLiteral, some_texts()[0].bytes}));
}

TEST_P(DictionaryTest, ForgetsOneOfACollision) {
  lmdb::WriteTransaction transaction(environment_);
  DictionaryWriter writer(transaction, tables_, next_, GetParam());
  std::vector<TermId> ids;
  for (const TermText& text : some_texts()) ids.push_back(writer.intern(TermText(text)));
  writer.flush();
  for (std::size_t i = 0; i < ids.size(); i += 2) {
    EXPECT_EQ(writer.forget(ids[i]), some_texts()[i].bytes);
    EXPECT_EQ(writer.forget(ids[i]), std::nullopt);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool is_kept = i % 2 == 1;
    EXPECT_EQ(writer.find(some_texts()[i]).has_value(), is_kept);
    EXPECT_EQ(writer.bytes(ids[i]).has_value(), is_kept);
  }
  // Numbers are never given twice.
  const TermId again = writer.intern(TermText(some_texts()[0]));
  EXPECT_GT(again, ids.end()[-2]);
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
