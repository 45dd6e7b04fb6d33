// SPDX-License-Identifier: Apache-2.0
// Terms and quads of segments: in order, each once, in memory as on disk.
#include "store/load/segment.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "store/load/feed.hpp"
#include "store/load/term_merge.hpp"
#include "store/load/term_sort.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::store {
namespace {

using TaggedText = std::pair<TermTag, std::string>;

std::string random_text(std::mt19937& random) {
  // Few letters and long common fronts, ends within and on the windows of the sort, NULs.
  static const std::string fronts[] = {"", "id/joconde/", std::string(600, 'x'),
                                       std::string(3, '\0')};
  std::string text = fronts[random() % 4];
  const std::size_t length = random() % 20;
  for (std::size_t i = 0; i < length; ++i) text += "\0ab\xFF"[random() % 4];
  return text;
}

TermTag random_tag(std::mt19937& random) {
  constexpr TermTag tags[] = {TermTag::BlankNode, TermTag::BaseIri, TermTag::Iri, TermTag::String,
                              TermTag::OtherLiteral};
  return tags[random() % 5];
}

TEST(TermCollector, NumbersEachTermOnce) {
  std::mt19937 random(1);
  TermCollector terms;
  std::map<TaggedText, std::uint32_t> expected;
  for (int i = 0; i < 50'000; ++i) {
    const TaggedText text{random_tag(random), random_text(random)};
    const auto [entry, is_new] =
        expected.emplace(text, static_cast<std::uint32_t>(expected.size()));
    ASSERT_EQ(terms.intern(text.first, text.second), entry->second);
  }
  ASSERT_EQ(terms.size(), expected.size());
  for (const auto& [text, number] : expected) {
    EXPECT_EQ(terms.tag(number), text.first);
    EXPECT_EQ(terms.bytes(number), text.second);
  }
}

TEST(TermCollector, KeepsTextsLongerThanItsChunks) {
  TermCollector terms;
  const std::string huge(3'000'000, 'h');
  EXPECT_EQ(terms.intern(TermTag::String, "a"), 0U);
  EXPECT_EQ(terms.intern(TermTag::String, huge), 1U);
  EXPECT_EQ(terms.intern(TermTag::String, "b"), 2U);
  EXPECT_EQ(terms.bytes(0), "a");
  EXPECT_EQ(terms.bytes(1), huge);
  EXPECT_EQ(terms.bytes(2), "b");
}

TEST(SortTerms, OrdersByTagAndBytes) {
  std::mt19937 random(2);
  TermCollector terms;
  std::set<TaggedText> expected;
  for (int i = 0; i < 20'000; ++i) {
    const TaggedText text{random_tag(random), random_text(random)};
    expected.insert(text);
    terms.intern(text.first, text.second);
  }
  std::vector<TaggedText> sorted;
  for (const std::uint32_t number : sort_terms(terms)) {
    sorted.emplace_back(terms.tag(number), terms.bytes(number));
  }
  EXPECT_TRUE(std::equal(sorted.begin(), sorted.end(), expected.begin(), expected.end()));
}

/// Quads as texts, out of segments and the merged terms.
std::multiset<std::string> merged_quads(std::vector<std::unique_ptr<Segment>>& segments) {
  std::map<std::uint64_t, std::string> texts;
  std::uint64_t next = 1;
  TaggedText last{TermTag::None, ""};
  MergedTerms merged;
  const auto append = [&](TermTag tag, std::string_view bytes) {
    if (tag != last.first) next = 1;
    EXPECT_LT(last, TaggedText(tag, bytes));
    last = TaggedText(tag, bytes);
    const TermId id = make_id(tag, next++);
    texts[id.bits] = bytes;
    return id;
  };
  const TermPlaces places = merge_terms(segments, append, merged);
  MergedTerms::Ids ids(merged);
  std::multiset<std::string> quads;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    segments[i]->take_quads([&](std::span<PackedQuad> some) {
      for (const PackedQuad& quad : some) {
        std::string text;
        for (const std::uint32_t term : quad) {
          const TermId id = ids(places[i][term]);
          text += is_in_dictionary(id) ? texts[id.bits] : std::to_string(id.bits);
          text += " ";
        }
        quads.insert(text);
      }
    });
  }
  return quads;
}

std::multiset<std::string> feed_quads(std::size_t memory, std::size_t& segment_count) {
  const tests::TemporaryDirectory directory;
  Feed feed("http://b/", memory, directory.path());
  std::mt19937 random(3);
  std::string subject;
  for (int i = 0; i < 30'000; ++i) {
    rdf::QuadView quad;
    quad.same_subject = i > 0 && random() % 3 > 0;
    if (!quad.same_subject) subject = "http://b/" + std::to_string(random() % 5000);
    quad.subject.text = subject;
    const std::string object = std::to_string(random() % 300);
    quad.predicate.text = random() % 2 == 0 ? "http://p/1" : "http://p/2";
    quad.object = {rdf::TermView::Kind::Literal,
                   object,
                   random() % 2 == 0 ? std::string_view(vocabularies::xsd::integer)
                                     : std::string_view(vocabularies::xsd::string),
                   {}};
    quad.has_graph = random() % 2 == 0;
    quad.graph.text = "http://g/";
    feed.view(quad);
  }
  EXPECT_EQ(feed.count(), 30'000U);
  auto segments = feed.finish();
  segment_count = segments.size();
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
  return merged_quads(segments);
}

TEST(Segments, GiveTheSameQuadsFromMemoryAndFromDisk) {
  std::size_t whole = 0;
  std::size_t many = 0;
  const auto expected = feed_quads(std::size_t{1} << 30U, whole);
  const auto spilled = feed_quads(std::size_t{50} << 10U, many);
  EXPECT_EQ(whole, 1U);
  EXPECT_GT(many, 5U);
  EXPECT_EQ(expected.size(), 30'000U);
  EXPECT_EQ(expected, spilled);
}

}  // namespace
}  // namespace prosper::store
