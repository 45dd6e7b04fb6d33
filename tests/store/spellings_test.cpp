// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/memory_quad_source.hpp"
#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

rdf::Quad saying(const std::string& text, const std::string& language) {
  return {tests::example("s"), tests::example("p"),
          language.empty() ? rdf::make_string(text) : rdf::make_language_string(text, language),
          std::nullopt};
}

std::vector<std::string> spellings(const QuadSource& source, const std::string& text,
                                   const std::string& language) {
  std::vector<std::string> tags;
  for (const rdf::Term& term : source.spellings(rdf::make_language_string(text, language))) {
    const auto& literal = std::get<rdf::Literal>(term);
    EXPECT_EQ(literal.lexical_form, text);
    tags.push_back(literal.language);
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

/// Texts and tags that lie beside those asked for in every order of terms.
std::vector<rdf::Quad> neighbours() {
  return {saying("cat", ""),       saying("cat", "FR"),   saying("cat", "En"),
          saying("cat", "en-GB"),  saying("cat", "EN-a"), saying("cat", "de"),
          saying("ca", "en"),      saying("catt", "en"),  saying(std::string("cat\0", 4), "en"),
          saying("Cat", "EN"),     saying("cat", "e"),    saying("cat", "enn"),
          saying("cat", "zh-Hans")};
}

void expect_spellings(const QuadSource& source) {
  EXPECT_THAT(spellings(source, "cat", "eN"), ElementsAre("En"));
  EXPECT_THAT(spellings(source, "cat", "EN-gb"), ElementsAre("en-GB"));
  EXPECT_THAT(spellings(source, "cat", "DE"), ElementsAre("de"));
  EXPECT_THAT(spellings(source, "cat", "fr"), ElementsAre("FR"));
  EXPECT_THAT(spellings(source, "cat", "ZH-HANS"), ElementsAre("zh-Hans"));
  EXPECT_THAT(spellings(source, "cat", "it"), IsEmpty());
  EXPECT_THAT(spellings(source, "dog", "en"), IsEmpty());
}

TEST(Spellings, OfASourceInMemory) {
  MemoryQuadSource source;
  for (const rdf::Quad& quad : neighbours()) source.insert(quad);
  expect_spellings(source);
  source.insert(saying("cat", "EN"));
  EXPECT_THAT(spellings(source, "cat", "en"), ElementsAre("EN", "En"));
}

TEST(Spellings, OfTermsThatCameInATransaction) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), tests::writing());
  const auto transaction = store->begin();
  for (const rdf::Quad& quad : neighbours()) transaction->insert(quad);
  expect_spellings(*transaction);
  transaction->commit();
  expect_spellings(*store->snapshot());
}

TEST(Spellings, OfTermsLoadedInBulkAndOfLaterOnes) {
  const tests::TemporaryDirectory directory;
  const auto store = Store::open(directory.path(), tests::writing());
  const auto load = store->begin_bulk({});
  for (const rdf::Quad& quad : neighbours()) load->feeds().front()->quad(quad);
  load->commit();
  expect_spellings(*store->snapshot());
  const auto transaction = store->begin();
  transaction->insert(saying("cat", "EN"));
  transaction->insert(saying("cat", "en"));
  transaction->remove(saying("cat", "de"));
  EXPECT_THAT(spellings(*transaction, "cat", "eN"), ElementsAre("EN", "En", "en"));
  transaction->commit();
  const auto snapshot = store->snapshot();
  EXPECT_THAT(spellings(*snapshot, "cat", "eN"), ElementsAre("EN", "En", "en"));
  EXPECT_THAT(spellings(*snapshot, "cat", "DE"), IsEmpty());
}

}  // namespace
}  // namespace prosper::store
