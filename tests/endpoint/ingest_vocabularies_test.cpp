// SPDX-License-Identifier: Apache-2.0
// What ingest writes beside notices: shipped graphs, and one preferred label a concept.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "endpoint/cli/ingest_sink.hpp"
#include "endpoint/cli/shipped_graphs_writer.hpp"
#include "tests/endpoint/memory_store.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

namespace skos = vocabularies::skos;
using testing::ElementsAre;
using testing::IsEmpty;

class ShippedGraphsTest : public testing::Test {
 protected:
  std::size_t size_of(const std::string& key) const {
    const auto graph = store_.quads->find(rdf::Iri{store_.public_base() + key});
    if (!graph) return 0;
    std::size_t size = 0;
    const auto cursor = store_.quads->scan({{}, {}, {}, store::GraphScope::one(*graph)});
    for (store::QuadBatch batch; cursor->next(batch);) size += batch.size();
    return size;
  }

  void drop(const std::string& key) {
    const auto graph = store_.quads->find(rdf::Iri{store_.public_base() + key});
    store_.begin()->clear(store::GraphScope::one(*graph));
  }

  MemoryStore store_;
};

TEST_F(ShippedGraphsTest, AreWrittenOnce) {
  const store::GraphChange first = write_shipped_graphs(store_);
  EXPECT_EQ(first.added, size_of("graph/ontology") + size_of("graph/datasets") +
                             size_of("graph/thesaurus/T51") + size_of("graph/thesaurus/prosper"));
  EXPECT_GT(size_of("graph/ontology"), 100U);
  const store::GraphChange second = write_shipped_graphs(store_);
  EXPECT_EQ(second.added + second.removed, 0U);
}

TEST_F(ShippedGraphsTest, AreWrittenAgainWhenDroppedOrOutdated) {
  const store::GraphChange first = write_shipped_graphs(store_);
  const std::size_t datasets = size_of("graph/datasets");
  drop("graph/datasets");
  EXPECT_EQ(write_shipped_graphs(store_).added, datasets);
  store_.add_trig("GRAPH <http://localhost:7878/graph/datasets> { <http://s> <http://p> 1 }");
  EXPECT_EQ(write_shipped_graphs(store_).removed, 0U) << "an edit stays";
  store_.import_states["graph/datasets"] = "hash of an earlier version";
  const store::GraphChange update = write_shipped_graphs(store_);
  EXPECT_EQ(update.removed, 1U);
  EXPECT_EQ(update.added, 0U);
  EXPECT_EQ(size_of("graph/datasets"), datasets);
  EXPECT_GT(first.added, datasets);
}

TEST_F(ShippedGraphsTest, LeaveAGraphThatIsNotTheirs) {
  store_.add_trig("GRAPH <http://localhost:7878/graph/thesaurus/T51> { <http://s> <http://p> 1 }");
  write_shipped_graphs(store_);
  EXPECT_EQ(size_of("graph/thesaurus/T51"), 1U);
  EXPECT_GT(size_of("graph/ontology"), 100U);
}

class ConceptLabelsTest : public testing::Test {
 protected:
  rdf::Quad label(const std::string& text, const std::string& language = "fr") const {
    return {concept_, rdf::Iri{std::string(skos::pref_label)},
            rdf::make_language_string(text, language),
            rdf::Iri{store_.public_base() + "graph/voc"}};
  }

  void ingest(const std::vector<std::string>& texts) {
    IngestSink sink(store_, false);
    for (const std::string& text : texts) {
      mappings::MappedNotice notice;
      notice.key = "joconde/" + std::to_string(++notices_);
      notice.graph = {store_.public_base() + "doc/" + notice.key};
      notice.hash = "1";
      notice.shared = {label(text)};
      sink.notice(std::move(notice));
    }
    sink.finish();
  }

  std::vector<std::string> forms(std::string_view predicate) const {
    std::vector<std::string> found;
    const auto subject = store_.quads->find(concept_);
    const auto id = store_.quads->find(rdf::Iri{std::string(predicate)});
    if (!subject || !id) return found;
    const auto cursor = store_.quads->scan({subject, id, {}, store::GraphScope::all()});
    for (store::QuadBatch batch; cursor->next(batch);)
      for (const store::TermId object : batch.object)
        found.push_back(std::get<rdf::Literal>(store_.quads->term(object)).lexical_form);
    std::sort(found.begin(), found.end());
    return found;
  }

  MemoryStore store_;
  rdf::Iri concept_{"http://localhost:7878/voc/museo/dompal/oceanie"};
  int notices_ = 0;
};

TEST_F(ConceptLabelsTest, OneFormIsPreferredInAnyOrder) {
  ingest({"OCéanie", "Océanie", "OCEANIE"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("Océanie"));
  EXPECT_THAT(forms(skos::alt_label), ElementsAre("OCEANIE", "OCéanie"));
  ingest({"OCéanie", "Océanie"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("Océanie"));
  EXPECT_THAT(forms(skos::alt_label), ElementsAre("OCEANIE", "OCéanie"));
}

TEST_F(ConceptLabelsTest, AGreaterFormTakesOver) {
  ingest({"OCEANIE"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("OCEANIE"));
  EXPECT_THAT(forms(skos::alt_label), IsEmpty());
  ingest({"Océanie"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("Océanie"));
  EXPECT_THAT(forms(skos::alt_label), ElementsAre("OCEANIE"));
}

TEST_F(ConceptLabelsTest, AThesaurusDecides) {
  rdf::Quad of_thesaurus = label("oceanie");
  of_thesaurus.graph = rdf::Iri{"http://localhost:7878/graph/thesaurus/X"};
  store_.quads->insert(of_thesaurus);
  ingest({"océanie", "oceanie"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("oceanie"));
  EXPECT_THAT(forms(skos::alt_label), ElementsAre("océanie"));
}

TEST_F(ConceptLabelsTest, EachLanguageHasItsOwn) {
  store_.quads->insert(label("Oceania", "en"));
  ingest({"Océanie"});
  EXPECT_THAT(forms(skos::pref_label), ElementsAre("Oceania", "Océanie"));
}

}  // namespace
}  // namespace prosper::endpoint::cli
