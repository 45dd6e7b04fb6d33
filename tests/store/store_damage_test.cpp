// SPDX-License-Identifier: Apache-2.0
// Damaged files are refused or reported, never a crash.
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "store/blocks/change_rows.hpp"
#include "store/dictionary/dictionary_writer.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/lmdb/page_walk.hpp"
#include "store/store.hpp"
#include "store/store_tables.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using tests::example_quad;

class DamagedStore : public testing::Test {
 protected:
  DamagedStore() : file_(directory_.path() / "gen-000001" / "data.mdb") {
    const auto store = Store::open(directory_.path(), tests::writing());
    for (int round = 0; round < 3; ++round) {
      const auto transaction = store->begin();
      for (int i = 0; i < 300; ++i) {
        const std::string name = std::to_string(round) + "-" + std::to_string(i);
        transaction->insert(example_quad("s" + name, "p", "o" + std::to_string(i % 9), "g" + name));
        transaction->insert({tests::example("s" + name), tests::example("label"),
                             rdf::make_language_string("étiquette " + name, "fr"), std::nullopt});
      }
      transaction->insert({tests::example("s"), tests::example("long"),
                           rdf::make_string(std::string(20'000, 'x')), std::nullopt});
      transaction->set_import_state("key", std::to_string(round));
      transaction->commit();
    }
  }

  std::string read_all() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void write_all(const std::string& bytes) const {
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
  }

  /// The problems that open or check report.
  std::vector<std::string> problems() const {
    try {
      return Store::open(directory_.path(), tests::reading())->check().problems;
    } catch (const StoreError& error) {
      EXPECT_THAT(error.kind(),
                  testing::AnyOf(StoreError::Kind::Damaged, StoreError::Kind::FormatVersion))
          << error.what();
      return {error.what()};
    }
  }

  /// Changes tables behind the store's back.
  void tamper(const std::function<void(lmdb::WriteTransaction&, const StoreTables&)>& change) {
    const auto environment = lmdb::Environment::open(directory_.path() / "gen-000001",
                                                     {std::uint64_t{16} << 30U, false});
    const StoreTables tables = open_tables(*environment);
    lmdb::WriteTransaction transaction(environment);
    change(transaction, tables);
    transaction.commit();
  }

  QuadIds first_quad() const {
    const auto snapshot = Store::open(directory_.path(), tests::reading())->snapshot();
    return *tests::scan_rows(*snapshot, {}).begin();
  }

  tests::TemporaryDirectory directory_;
  std::filesystem::path file_;
};

TEST_F(DamagedStore, SoundStoreHasNoProblems) {
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(DamagedStore, TruncatedFilesAreRefused) {
  const std::string sound = read_all();
  for (std::size_t bytes = 0; bytes < sound.size() - 4096; bytes += sound.size() / 23) {
    write_all(sound.substr(0, bytes));
    EXPECT_THAT(problems(), testing::Not(testing::IsEmpty())) << bytes << " bytes left";
  }
}

// A flipped bit either changes nothing that is in use, or it is named; it never crashes.
TEST_F(DamagedStore, FlippedBitsAreNoticedWhereTheyMatter) {
  const std::string sound = read_all();
  std::mt19937 random(23);
  constexpr std::size_t page = 4096;
  int noticed = 0;
  constexpr int flips = 90;
  for (int i = 0; i < flips; ++i) {
    std::string bytes = sound;
    std::size_t offset = 2 * page + random() % (bytes.size() - 2 * page);
    if (i % 3 == 0) offset = offset / page * page + random() % 32;
    bytes[offset] = static_cast<char>(bytes[offset] ^ (1 << (random() % 8)));
    write_all(bytes);
    if (!problems().empty()) ++noticed;
  }
  EXPECT_GT(noticed, flips / 4);
}

TEST_F(DamagedStore, EveryFlippedTextBitIsNoticed) {
  std::string bytes = read_all();
  const std::size_t label = bytes.find("tiquette 1-7");
  ASSERT_NE(label, std::string::npos);
  for (std::size_t at = label; at != std::string::npos; at = bytes.find("tiquette 1-7", at + 1)) {
    bytes[at] = 'T';  // old versions of the page may hold it too
  }
  write_all(bytes);
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("its checksum is wrong")));
}

TEST_F(DamagedStore, ARowMissingInOneOrderIsNamed) {
  const QuadIds quad = first_quad();
  for (std::size_t order = 0; order < order_count; ++order) {
    const Row row = orders[order].to_row(quad);
    tamper([&](auto& transaction, const auto& tables) {
      change_rows(transaction, tables.orders[order], {row}, {});
    });
    EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr(std::string(orders[order].name))));
    tamper([&](auto& transaction, const auto& tables) {
      change_rows(transaction, tables.orders[order], {}, {row});
    });
  }
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(DamagedStore, TermsMissingOrTooManyAreNamed) {
  const QuadIds quad = first_quad();
  NextNumbers next;
  next.fill(5000);
  tamper([&](auto& transaction, const auto& tables) {
    DictionaryWriter writer(transaction, tables.dictionary, next);
    const std::vector<TermId> ids{quad.subject};
    writer.forget(ids, [](TermId /*id*/, std::string_view /*bytes*/) {});
  });
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("not in the dictionary")));
  tamper([&](auto& transaction, const auto& tables) {
    DictionaryWriter writer(transaction, tables.dictionary, next);
    writer.intern({TermTag::Iri, "x:y"});
    writer.flush();
  });
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("is in no quad")));
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("was not handed out")));
}

TEST_F(DamagedStore, WrongCountsAreNamed) {
  const QuadIds quad = first_quad();
  tamper([&](auto& transaction, const auto& tables) {
    transaction.put(tables.predicates, lmdb::to_key<1>({quad.predicate.bits}).view(),
                    lmdb::to_key<1>({1}).view());
  });
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("but counts 1")));
}

TEST_F(DamagedStore, DamagedRecordsAreNamed) {
  tamper([&](auto& transaction, const auto& tables) {
    transaction.put(tables.settings, "state", "nonsense");
  });
  EXPECT_THAT(problems(), testing::Contains(testing::HasSubstr("'state'")));
}

}  // namespace
}  // namespace prosper::store
