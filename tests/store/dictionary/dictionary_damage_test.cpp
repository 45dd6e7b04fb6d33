// SPDX-License-Identifier: Apache-2.0
// Damaged dictionaries are named by the check; reading them never crashes.
#include <gmock/gmock.h>
#include <random>

#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "tests/store/dictionary/dictionary_fixture.hpp"

namespace prosper::store {
namespace {

class DamagedDictionary : public testing::Test {
 protected:
  DamagedDictionary() : next_(store_.next()) {
    lmdb::WriteTransaction transaction(store_.environment());
    std::vector<std::string> texts;
    for (int i = 10'000; i < 13'000; ++i) texts.push_back("tableau de " + std::to_string(i));
    texts.push_back("z" + std::string(9000, 'z'));
    store_.build(transaction, tag, texts);
    DictionaryWriter writer(transaction, store_.tables(), next_);
    for (int i = 0; i < 50; ++i)
      writer.intern({tag, "tableau de 1" + std::to_string(i * 61) + "x"});
    writer.flush();
    next_ = writer.next_numbers();
    transaction.commit();
  }

  std::vector<lmdb::Table> all_tables() const {
    const DictionaryTables& tables = store_.tables();
    return {tables.terms,      tables.separators,  tables.symbols,
            tables.late_terms, tables.late_hashes, tables.late_places};
  }

  /// Replaces an entry of a table.
  static void change(lmdb::WriteTransaction& transaction, lmdb::Table table, std::mt19937& random) {
    std::string key;
    std::string value;
    {
      lmdb::Cursor cursor(transaction, table);
      cursor.first();
      for (std::size_t i = random() % transaction.entries(table); i > 0; --i) cursor.next();
      key = cursor.key();
      value = cursor.value();
    }
    transaction.release_cursors();
    if (table.kind() == lmdb::Table::Kind::Unique) {
      transaction.remove(table, key);
    } else {
      transaction.remove(table, key, value);
    }
    std::string& changed = random() % 3 == 0 ? key : value;
    const std::size_t at = random() % changed.size();
    changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
    if (table.kind() == lmdb::Table::Kind::Unique && random() % 5 == 0) {
      value.resize(random() % value.size());
    }
    transaction.put(table, key, value);
  }

  /// Every way of reading; only an error that says so may end it.
  void read_all(const lmdb::Transaction& transaction) const {
    const auto attempt = [&](const auto& action) {
      try {
        action(Dictionary(transaction, store_.tables()));
      } catch (const lmdb::Error& error) {
        EXPECT_EQ(error.kind(), lmdb::Error::Kind::Damaged) << error.what();
      }
    };
    std::vector<TermId> ids;
    for (std::uint64_t number = 0; number < 3100; number += 7) ids.push_back(make_id(tag, number));
    for (std::uint64_t number = 0; number < 60; ++number) ids.push_back(make_late_id(tag, number));
    attempt([&](const Dictionary& dictionary) {
      dictionary.decode(ids, [](std::size_t /*place*/, std::string_view /*bytes*/) {});
    });
    attempt([&](const Dictionary& dictionary) {
      dictionary.each(tag, [](TermId /*id*/, std::string_view /*bytes*/) {});
    });
    attempt([&](const Dictionary& dictionary) { dictionary.range(tag, "tableau", "tableaux"); });
    for (int i = 10'000; i < 13'000; i += 37) {
      const TermText text{tag, "tableau de " + std::to_string(i)};
      attempt([&](const Dictionary& dictionary) { dictionary.find(text); });
      attempt([&](const Dictionary& dictionary) { dictionary.order(ids[1], ids.back()); });
    }
  }

  static constexpr TermTag tag = TermTag::String;
  tests::EmptyDictionary store_;
  NextNumbers next_;
};

TEST_F(DamagedDictionary, SoundOneHasNoProblems) {
  const lmdb::ReadTransaction transaction(store_.environment());
  EXPECT_THAT(store_.problems(transaction, next_), testing::IsEmpty());
}

TEST_F(DamagedDictionary, EveryFlippedBitIsNamed) {
  std::mt19937 random(11);
  for (int round = 0; round < 600; ++round) {
    const auto tables = all_tables();
    lmdb::WriteTransaction transaction(store_.environment());
    const std::size_t changed = static_cast<std::size_t>(round) % tables.size();
    change(transaction, tables[changed], random);
    const bool is_noticed = !store_.problems(transaction, next_).empty();
    // A separator may still lie between its blocks, and then does no harm.
    constexpr std::size_t separators = 1;
    EXPECT_TRUE(is_noticed || changed == separators) << "round " << round << ", table " << changed;
    read_all(transaction);
  }
}

TEST_F(DamagedDictionary, MissingEntriesAreNamed) {
  for (const lmdb::Table table : all_tables()) {
    lmdb::WriteTransaction transaction(store_.environment());
    std::string key;
    {
      lmdb::Cursor cursor(transaction, table);
      ASSERT_TRUE(cursor.last());
      key = cursor.key();
    }
    transaction.release_cursors();
    transaction.remove(table, key);
    EXPECT_THAT(store_.problems(transaction, next_), testing::Not(testing::IsEmpty()));
    read_all(transaction);
  }
}

TEST_F(DamagedDictionary, AWrongPredecessorIsNamed) {
  lmdb::WriteTransaction transaction(store_.environment());
  const TermId id = make_late_id(tag, 7);
  const auto key = lmdb::to_key<1>({id.bits});
  const auto term = LateTerms(transaction, store_.tables(), hash_text).get(id);
  ASSERT_TRUE(term);
  const std::uint64_t before = term->predecessor;
  const std::string record = late_record(id, before + 1, term->bytes);
  transaction.put(store_.tables().late_terms, key.view(), record);
  transaction.remove(store_.tables().late_places,
                     lmdb::to_key<1>({make_id(tag, before).bits}).view(), key.view());
  transaction.put(store_.tables().late_places,
                  lmdb::to_key<1>({make_id(tag, before + 1).bits}).view(), key.view());
  EXPECT_THAT(store_.problems(transaction, next_),
              testing::Contains(testing::HasSubstr("4:late 7 is behind number")));
}

}  // namespace
}  // namespace prosper::store
