// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "sparql/remote.hpp"
#include "sparql/sparql.hpp"
#include "tests/conformance/suite/memory_transaction.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"

namespace prosper::sparql {
namespace {

using conformance::text_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Documents final : public DocumentSource {
 public:
  Document fetch(const std::string& iri, const CallLimits& /*limits*/) override {
    const auto found = documents.find(iri);
    if (found == documents.end())
      throw RemoteError(RemoteError::Reason::Failed, "LOAD <" + iri + ">: not there");
    return found->second;
  }

  std::map<std::string, Document> documents;
};

class LoadTest : public testing::Test {
 protected:
  LoadTest() { options_.documents = &documents_; }

  UpdateReport update(const std::string& request) {
    return execute_update("PREFIX : <http://x/>\n" + request, transaction_, options_);
  }

  std::string error_of(const std::string& request) {
    try {
      update(request);
    } catch (const RemoteError& error) {
      return error.what();
    }
    return "no error";
  }

  std::vector<std::string> quads() const {
    std::vector<std::string> lines;
    for (const rdf::Quad& quad : conformance::all_quads(transaction_, store::GraphScope::all()))
      lines.push_back(text_of(quad.subject) + " " + text_of(quad.object) +
                      (quad.graph ? " " + text_of(*quad.graph) : ""));
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  void add(const std::string& iri, const std::string& text, const std::string& media_type) {
    documents_.documents[iri] = {text, iri, media_type};
  }

  Documents documents_;
  conformance::MemoryTransaction transaction_;
  RequestOptions options_;
};

TEST_F(LoadTest, PutsADocumentIntoAGraph) {
  add("http://d/a/b", "<#c> <http://p> <../e> .", "text/turtle");
  EXPECT_EQ(update("LOAD <http://d/a/b>").inserted, 1U);
  EXPECT_EQ(update("LOAD <http://d/a/b> INTO GRAPH :g").inserted, 1U);
  EXPECT_THAT(quads(),
              ElementsAre("http://d/a/b#c http://d/e", "http://d/a/b#c http://d/e http://x/g"));
}

TEST_F(LoadTest, TheBaseIsWhereTheDocumentWas) {
  add("http://d/a", "<> <http://p> 1 .", "text/turtle");
  documents_.documents["http://d/a"].iri = "http://moved/b";
  update("LOAD <http://d/a>");
  EXPECT_THAT(quads(), ElementsAre("http://moved/b 1"));
}

TEST_F(LoadTest, KnowsTheFormatByMediaTypeOrByName) {
  const std::string xml =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
      "<rdf:Description rdf:about='http://s'><e:p>x</e:p></rdf:Description></rdf:RDF>";
  add("http://d/typed", xml, "application/rdf+xml");
  add("http://d/named.rdf", xml, "application/octet-stream");
  add("http://d/named.nt?x=/y", "<http://t> <http://p> \"nt\" .\n", "");
  update(
      "LOAD <http://d/typed> ; LOAD <http://d/named.rdf> INTO GRAPH :g ; "
      "LOAD <http://d/named.nt?x=/y>");
  EXPECT_THAT(quads(), ElementsAre("http://s x", "http://s x http://x/g", "http://t nt"));
  add("http://d/page", "<html>", "text/html");
  EXPECT_THAT(error_of("LOAD <http://d/page>"), HasSubstr("text/html"));
}

TEST_F(LoadTest, BlankNodesAreNewEachTime) {
  add("http://d/b.ttl", "_:a <http://p> _:a .", "text/turtle");
  update("LOAD <http://d/b.ttl> ; LOAD <http://d/b.ttl>");
  EXPECT_THAT(quads(), SizeIs(2));
}

TEST_F(LoadTest, AMistakeLeavesNothingOfTheDocument) {
  add("http://d/bad.ttl", "<http://a> <http://p> 1 .\n<http://b> oops", "text/turtle");
  EXPECT_THAT(error_of("LOAD <http://d/bad.ttl>"), HasSubstr("http://d/bad.ttl:2"));
  EXPECT_THAT(quads(), IsEmpty());
  update(
      "LOAD SILENT <http://d/bad.ttl> ; LOAD SILENT <http://d/none> ; "
      "INSERT DATA { :a :p :b }");
  EXPECT_THAT(quads(), ElementsAre("http://x/a http://x/b"));
}

TEST_F(LoadTest, GraphsOfADocumentAreRefused) {
  add("http://d/g.trig", "<http://g> { <http://a> <http://p> 1 }", "application/trig");
  EXPECT_THAT(error_of("LOAD <http://d/g.trig>"), HasSubstr("graphs"));
}

TEST_F(LoadTest, LimitsHold) {
  add("http://d/a.ttl", "<http://a> <http://p> 1, 2, 3 .", "text/turtle");
  options_.maximum_held_solutions = 2;
  EXPECT_THROW(update("LOAD SILENT <http://d/a.ttl>"), QueryCancelled);
}

TEST_F(LoadTest, NamesItsDocuments) {
  const auto prepared = PreparedUpdate::parse(
      "LOAD <http://d/1> ; CLEAR ALL ; LOAD SILENT <http://d/2> INTO GRAPH <http://g>", options_);
  EXPECT_THAT(prepared.documents(), ElementsAre("http://d/1", "http://d/2"));
}

}  // namespace
}  // namespace prosper::sparql
