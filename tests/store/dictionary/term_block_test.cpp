// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <map>
#include <random>

#include "store/dictionary/term_block_cutter.hpp"
#include "store/lmdb/error.hpp"

namespace prosper::store {
namespace {

using Terms = std::map<std::uint64_t, std::string>;
using Numbers = TermBlockCutter::Numbers;

constexpr TermTag tag = TermTag::Iri;

std::vector<CutTermBlock> cut(const Terms& terms, Numbers numbers, const SymbolEncoder* symbols) {
  TermBlockCutter cutter(tag, numbers);
  std::vector<CutTermBlock> blocks;
  cutter.use(symbols, symbols == nullptr ? 0 : 1, blocks);
  for (const auto& [number, text] : terms) cutter.add(number, text, blocks);
  cutter.finish(blocks);
  return blocks;
}

Terms read(const CutTermBlock& cut, const SymbolTable& symbols) {
  TermBlock block(cut.key, cut.bytes);
  block.use(&symbols);
  TermBlock::Buffers buffers;
  TermBlock::Reader reader(block, buffers);
  Terms terms;
  reader.first();
  do {
    terms[reader.number()] = reader.text();
  } while (reader.next());
  return terms;
}

Terms heritage_terms(std::size_t count, std::uint64_t step) {
  Terms terms;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(10'000 + i);
    terms[10 + i * step] = "id/joconde/000PE0" + number + "/production/époque";
  }
  return terms;
}

SymbolTable trained(const Terms& terms) {
  std::vector<std::string_view> sample;
  for (const auto& [number, text] : terms) sample.emplace_back(text);
  return SymbolTable::train(sample);
}

TEST(TermBlock, GivesBackWhatWasCut) {
  for (const auto numbers : {Numbers::Consecutive, Numbers::Any}) {
    const Terms terms = heritage_terms(3000, numbers == Numbers::Any ? 3 : 1);
    const SymbolTable table = trained(terms);
    const SymbolEncoder encoder(table);
    for (const SymbolEncoder* symbols : {static_cast<const SymbolEncoder*>(nullptr), &encoder}) {
      Terms found;
      std::string last;
      for (const CutTermBlock& block : cut(terms, numbers, symbols)) {
        EXPECT_LE(block.bytes.size(), term_block::max_bytes);
        EXPECT_TRUE(TermBlock(block.key, block.bytes).is_sound());
        EXPECT_FALSE(TermBlock(TermId{block.key.bits + 1}, block.bytes).is_sound());
        const Terms part = read(block, table);
        if (!found.empty()) {
          EXPECT_LT(last, block.separator);
          EXPECT_LE(block.separator, part.begin()->second);
        }
        last = part.rbegin()->second;
        found.insert(part.begin(), part.end());
      }
      EXPECT_EQ(found, terms);
    }
  }
}

TEST(TermBlock, FindsNumbersAndTexts) {
  const Terms terms = heritage_terms(90, 3);
  const auto blocks = cut(terms, Numbers::Any, nullptr);
  ASSERT_EQ(blocks.size(), 1U);
  const TermBlock block(blocks[0].key, blocks[0].bytes);
  TermBlock::Buffers buffers;
  for (std::uint64_t number = 0; number < 300; ++number) {
    TermBlock::Reader reader(block, buffers);
    const auto next = terms.lower_bound(number);
    ASSERT_EQ(reader.seek_number(number), next != terms.end());
    if (next == terms.end()) continue;
    EXPECT_EQ(reader.number(), next->first);
    EXPECT_EQ(reader.text(), next->second);
  }
  std::uint64_t before = 0;
  for (const auto& [number, text] : terms) {
    TermBlock::Reader reader(block, buffers);
    auto place = reader.seek_text(text);
    EXPECT_EQ(place.number, number);
    EXPECT_EQ(place.predecessor, before);
    place = reader.seek_text(text + "x");
    EXPECT_EQ(place.number, 0U);
    EXPECT_EQ(place.predecessor, number);
    before = number;
  }
}

TEST(TermBlock, LongTermsStandAlone) {
  Terms terms = heritage_terms(5, 1);
  terms[15] = "z" + std::string(20'000, 'x');
  terms[16] = "z" + std::string(4000, 'y');
  terms[17] = "zz";
  const auto blocks = cut(terms, Numbers::Consecutive, nullptr);
  ASSERT_EQ(blocks.size(), 3U);
  Terms found;
  for (const CutTermBlock& block : blocks) found.merge(read(block, {}));
  EXPECT_EQ(found, terms);
  EXPECT_LT(blocks[1].bytes.size(), 20'050U);
}

// Whatever the bytes, reading ends with a text or an error.
TEST(TermBlock, DamagedBytesNeverCrash) {
  const Terms terms = heritage_terms(200, 2);
  const SymbolTable table = trained(terms);
  const SymbolEncoder encoder(table);
  std::mt19937 random(3);
  int noticed = 0;
  constexpr int rounds = 20'000;
  for (int round = 0; round < rounds; ++round) {
    CutTermBlock block = cut(heritage_terms(60, 2), Numbers::Any, &encoder)[0];
    for (std::size_t flips = 1 + random() % 4; flips > 0; --flips) {
      const std::size_t at = random() % 3 == 0 ? random() % 24 : random() % block.bytes.size();
      block.bytes[at] = static_cast<char>(block.bytes[at] ^ (1 << (random() % 8)));
    }
    if (random() % 4 == 0) block.bytes.resize(random() % block.bytes.size());
    try {
      TermBlock damaged(block.key, block.bytes);
      damaged.use(&table);
      if (!damaged.is_sound()) ++noticed;
      TermBlock::Buffers buffers;
      TermBlock::Reader reader(damaged, buffers);
      reader.seek_number(random() % 200);
      reader.seek_text("id/joconde/000PE010030");
      read(block, table);
    } catch (const lmdb::Error& error) {
      EXPECT_EQ(error.kind(), lmdb::Error::Kind::Damaged);
      ++noticed;
    }
  }
  EXPECT_GT(noticed, rounds * 99 / 100);
}

}  // namespace
}  // namespace prosper::store
