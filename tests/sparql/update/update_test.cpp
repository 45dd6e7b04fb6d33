// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

class UpdateTest : public testing::Test {
 protected:
  UpdateReport update(const std::string& request) {
    return execute_update("PREFIX : <http://x/>\n" + request, transaction_, options_);
  }

  /// "s p o" or "s p o g", without the namespace; sorted.
  std::vector<std::string> quads() const {
    std::vector<std::string> lines;
    for (const rdf::Quad& quad : conformance::all_quads(transaction_, store::GraphScope::all())) {
      std::string line = name(quad.subject) + " " + name(quad.predicate) + " " + name(quad.object);
      if (quad.graph) line += " " + name(*quad.graph);
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  std::string error_of(const std::string& request) {
    try {
      update(request);
    } catch (const UpdateError& error) {
      return error.what();
    }
    return "no error";
  }

  conformance::MemoryTransaction transaction_;
  RequestOptions options_;

 private:
  static std::string name(const rdf::Term& term) {
    const std::string text = text_of(term);
    return text.starts_with("http://x/") ? text.substr(9) : text;
  }
};

TEST_F(UpdateTest, InsertAndDeleteDataReportWhatChanged) {
  const UpdateReport inserted =
      update("INSERT DATA { :a :p 1 . :a :p 1 . GRAPH :g { :a :p 1, 2 } }");
  EXPECT_EQ(inserted.inserted, 3U);
  EXPECT_THAT(quads(), ElementsAre("a p 1", "a p 1 g", "a p 2 g"));
  const UpdateReport removed = update("DELETE DATA { :a :p 1 . :a :p 9 . GRAPH :g { :a :p 2 } }");
  EXPECT_EQ(removed.removed, 2U);
  EXPECT_THAT(quads(), ElementsAre("a p 1 g"));
}

TEST_F(UpdateTest, BlankNodesOfInsertDataAreNewInEveryRequest) {
  update("INSERT DATA { _:b :p 1 ; :q 1 . GRAPH :g { _:b :p 1 } }");
  update("INSERT DATA { _:b :p 1 }");
  const auto stored = conformance::all_quads(transaction_, store::GraphScope::all());
  ASSERT_EQ(stored.size(), 4U);
  std::vector<rdf::Term> subjects;
  for (const rdf::Quad& quad : stored) subjects.push_back(quad.subject);
  std::sort(subjects.begin(), subjects.end());
  EXPECT_EQ(std::unique(subjects.begin(), subjects.end()) - subjects.begin(), 2);
}

TEST_F(UpdateTest, AllSolutionsAreKnownBeforeTheFirstChange) {
  update("INSERT DATA { :a :n 1 . :b :n 2 }");
  update("DELETE { ?s :n ?n } INSERT { ?s :n ?m } WHERE { ?s :n ?n BIND(3 - ?n AS ?m) }");
  EXPECT_THAT(quads(), ElementsAre("a n 2", "b n 1"));
  // What is both removed and inserted is there in the end (§3.1.3).
  update("DELETE { ?s ?p ?o } INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a n 2", "b n 1"));
}

TEST_F(UpdateTest, TemplatesMeanTheOwnDefaultGraphThoughWhereSeesAll) {
  update("INSERT DATA { GRAPH :g { :a :p :b } }");
  update("INSERT { ?s :copied true } WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a copied true", "a p b g"));
  update("DELETE WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a copied true", "a p b g"));

  options_.default_graph = DefaultGraphMode::Own;
  update("INSERT { ?s :own true } WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a copied true", "a p b g"));
}

TEST_F(UpdateTest, WithNamesTheGraphOfWhereAndTemplates) {
  update("INSERT DATA { :a :p 0 . GRAPH :g { :a :p 1 } GRAPH :h { :a :p 2 } }");
  update(
      "WITH :g DELETE { ?s :p ?o } INSERT { ?s :q ?o . GRAPH :h { ?s :r ?o } } WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a p 0", "a p 2 h", "a q 1 g", "a r 1 h"));
}

TEST_F(UpdateTest, UsingOverridesWithInWhereOnly) {
  update("INSERT DATA { GRAPH :g { :a :p 1 } GRAPH :h { :b :p 2 } }");
  update("WITH :g INSERT { ?s :seen ?o } USING :h WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a p 1 g", "b p 2 h", "b seen 2 g"));
  update("INSERT { ?s :named ?g } USING NAMED :g WHERE { GRAPH ?g { ?s :seen ?o } }");
  EXPECT_THAT(quads(), testing::Contains("b named g"));
}

TEST_F(UpdateTest, TheProtocolsDatasetStandsForUsing) {
  update("INSERT DATA { GRAPH :g { :a :p 1 } GRAPH :h { :b :p 2 } }");
  options_.default_graph_uris = {"http://x/h"};
  update("INSERT { ?s :seen true } WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a p 1 g", "b p 2 h", "b seen true"));
  EXPECT_THAT(error_of("WITH :g INSERT { ?s :x 1 } WHERE { ?s :p ?o }"), HasSubstr("WITH"));
  EXPECT_THAT(error_of("INSERT { ?s :x 1 } USING :g WHERE { ?s :p ?o }"), HasSubstr("USING"));
}

TEST_F(UpdateTest, IllegalQuadsAreSkipped) {
  update("INSERT DATA { :a :p 1 , :b . GRAPH :g { :c :p :d } }");
  update(
      "INSERT { ?o :of :a . :a ?o 1 . :a :none ?unbound . GRAPH ?o { :x :y :z } } "
      "WHERE { :a :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a b 1", "a p 1", "a p b", "b of a", "c p d g", "x y z b"));
}

TEST_F(UpdateTest, BlankNodesOfTemplatesAreNewInEverySolution) {
  update("INSERT DATA { :a :p 1 , 2 }");
  EXPECT_EQ(update("INSERT { _:n :about ?o ; :in :a } WHERE { :a :p ?o }").inserted, 4U);
}

TEST_F(UpdateTest, ClearAndDrop) {
  const std::string data = "INSERT DATA { :a :p 0 . GRAPH :g { :a :p 1 } GRAPH :h { :a :p 2 } }";
  update(data);
  EXPECT_EQ(update("CLEAR GRAPH :g").removed, 1U);
  EXPECT_THAT(quads(), ElementsAre("a p 0", "a p 2 h"));
  update("CLEAR DEFAULT");
  EXPECT_THAT(quads(), ElementsAre("a p 2 h"));
  update(data);
  update("DROP NAMED");
  EXPECT_THAT(quads(), ElementsAre("a p 0"));
  update(data);
  EXPECT_EQ(update("DROP ALL").removed, 3U);
  EXPECT_THAT(quads(), IsEmpty());
  EXPECT_EQ(update("DROP GRAPH :nowhere").removed, 0U);
}

TEST_F(UpdateTest, CreateFailsOnlyWhereTheGraphIs) {
  update("CREATE GRAPH :g");
  EXPECT_THAT(quads(), IsEmpty());
  update("INSERT DATA { GRAPH :g { :a :p 1 } }");
  EXPECT_THAT(error_of("CREATE GRAPH :g"), HasSubstr("http://x/g"));
  update("CREATE SILENT GRAPH :g");
  EXPECT_THAT(quads(), ElementsAre("a p 1 g"));
}

TEST_F(UpdateTest, CopyMoveAdd) {
  update("INSERT DATA { :a :p 0 . GRAPH :g { :a :p 1 } GRAPH :h { :a :p 2 } }");
  update("ADD :g TO :h");
  EXPECT_THAT(quads(), ElementsAre("a p 0", "a p 1 g", "a p 1 h", "a p 2 h"));
  update("COPY DEFAULT TO :h");
  EXPECT_THAT(quads(), ElementsAre("a p 0", "a p 0 h", "a p 1 g"));
  update("MOVE :g TO DEFAULT");
  EXPECT_THAT(quads(), ElementsAre("a p 0 h", "a p 1"));
  update("MOVE :h TO :h");
  EXPECT_THAT(quads(), ElementsAre("a p 0 h", "a p 1"));
}

TEST_F(UpdateTest, ATransferFromNowhereFailsAndChangesNothing) {
  update("INSERT DATA { GRAPH :g { :a :p 1 } }");
  EXPECT_THAT(error_of("COPY :nowhere TO :g"), HasSubstr("http://x/nowhere"));
  update("COPY SILENT :nowhere TO :g ; MOVE SILENT :nowhere TO :g ; ADD SILENT :nowhere TO :g");
  EXPECT_THAT(quads(), ElementsAre("a p 1 g"));
}

TEST_F(UpdateTest, LoadIsRefusedByConfiguration) {
  try {
    update("LOAD <http://else.where/> INTO GRAPH :g");
    FAIL() << "no error";
  } catch (const RemoteError& error) {
    EXPECT_EQ(error.reason(), RemoteError::Reason::Refused);
    EXPECT_THAT(error.what(), HasSubstr("refused by configuration"));
  }
  update("LOAD SILENT <http://else.where/>");
  EXPECT_THAT(quads(), IsEmpty());
}

TEST_F(UpdateTest, OperationsSeeWhatThoseBeforeDid) {
  update(
      "INSERT DATA { :a :p 1 } ; INSERT { ?s :q ?o } WHERE { ?s :p ?o } ; "
      "DELETE WHERE { ?s :p ?o }");
  EXPECT_THAT(quads(), ElementsAre("a q 1"));
}

TEST_F(UpdateTest, SyntaxErrorsAndLimitsEndTheRequest) {
  EXPECT_THROW(update("INSERT DATA { :a :p ?x }"), rdf::SyntaxError);
  options_.deadline = std::chrono::steady_clock::now();
  EXPECT_THROW(update("INSERT DATA { :a :p 1 }"), QueryCancelled);
}

}  // namespace
}  // namespace prosper::sparql
