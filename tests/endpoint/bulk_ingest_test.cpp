// SPDX-License-Identifier: Apache-2.0
// A first ingest in bulk leaves what the ingest notice by notice leaves.
#include <gtest/gtest.h>

#include "endpoint/cli/bulk_ingest_sink.hpp"
#include "store/store.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::cli {
namespace {

namespace skos = vocabularies::skos;

const std::string base(store::default_public_base);

rdf::Quad label(const std::string& concept_name, const std::string& text,
                const std::string& graph) {
  return {rdf::Iri{base + "id/" + concept_name}, rdf::Iri{std::string(skos::pref_label)},
          rdf::make_language_string(text, "fr"), rdf::Iri{base + "graph/" + graph}};
}

mappings::MappedNotice notice(const std::string& name, const std::string& hash,
                              const std::vector<rdf::Quad>& shared) {
  mappings::MappedNotice notice;
  notice.key = "joconde/" + name;
  notice.graph = {base + "doc/joconde/" + name};
  notice.hash = hash;
  notice.triples = {
      {rdf::Iri{base + "id/joconde/" + name}, rdf::Iri{"http://p"},
       rdf::make_string("title " + hash)},
      {rdf::Iri{base + "id/joconde/" + name}, rdf::Iri{"http://q"}, rdf::make_string("same")}};
  notice.shared = shared;
  return notice;
}

std::vector<mappings::MappedNotice> notices() {
  const rdf::Quad node{rdf::Iri{base + "id/a"}, rdf::Iri{"http://p"}, rdf::make_string("A"),
                       rdf::Iri{base + "graph/actors"}};
  return {notice("1", "h1", {node, label("a", "beaux-arts", "terms")}),
          notice("2", "h2", {node, label("a", "Beaux-Arts", "terms")}),
          notice("3", "h3", {label("known", "autre forme", "terms")}),
          notice("4", "h4", {label("known", "du thésaurus", "terms")}),
          notice("1", "h1", {}),
          notice("2", "other", {node})};
}

class BulkIngest : public testing::Test {
 protected:
  std::unique_ptr<store::Store> open(const std::string& name) {
    auto store = store::Store::open(directory_.path() / name, tests::writing());
    const auto transaction = store->begin();
    transaction->insert(label("known", "du thésaurus", "thesaurus/x"));
    transaction->commit();
    return store;
  }

  tests::TemporaryDirectory directory_;
};

TEST_F(BulkIngest, LeavesWhatAnIngestLeaves) {
  const auto bulk = open("bulk");
  const auto single = open("single");
  BulkIngestSink bulk_sink(*bulk);
  IngestSink single_sink(*single, false);
  for (auto& each : notices()) bulk_sink.notice(std::move(each));
  for (auto& each : notices()) single_sink.notice(std::move(each));
  EXPECT_EQ(bulk->snapshot()->quad_count(), 1U);
  bulk_sink.finish();
  single_sink.finish();
  const auto left = bulk->snapshot();
  const auto right = single->snapshot();
  EXPECT_TRUE(tests::scan_quads(*left) == tests::scan_quads(*right));
  for (const std::string name : {"1", "2", "3", "4"}) {
    EXPECT_EQ(left->import_state("joconde/" + name), right->import_state("joconde/" + name));
  }
  EXPECT_EQ(bulk_sink.counts().added, single_sink.counts().added);
  EXPECT_EQ(bulk_sink.counts().changed, single_sink.counts().changed);
  EXPECT_EQ(bulk_sink.counts().unchanged, single_sink.counts().unchanged);
  EXPECT_TRUE(bulk->check().problems.empty());
}

TEST_F(BulkIngest, LeavesNothingWhenItIsNotFinished) {
  const auto store = open("store");
  {
    BulkIngestSink sink(*store);
    for (auto& each : notices()) sink.notice(std::move(each));
  }
  EXPECT_EQ(store->snapshot()->quad_count(), 1U);
}

}  // namespace
}  // namespace prosper::endpoint::cli
