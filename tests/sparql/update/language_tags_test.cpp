// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sparql/sparql.hpp"
#include "tests/conformance/suite/memory_transaction.hpp"

namespace prosper::sparql {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Updates of three strings that differ in the case of the tag, or in the tag.
class LanguageTagUpdate : public testing::TestWithParam<Engine> {
 protected:
  LanguageTagUpdate() {
    options_.engine = GetParam();
    update("INSERT DATA { :a :p 'x'@en . :b :p 'x'@EN . :c :p 'x'@fr }");
  }

  UpdateReport update(const std::string& request) {
    return execute_update("PREFIX : <http://x/>\n" + request, transaction_, options_);
  }

  std::vector<std::string> objects() const {
    std::vector<std::string> found;
    for (const rdf::Quad& quad : conformance::all_quads(transaction_, store::GraphScope::all()))
      found.push_back(rdf::to_ntriples(quad.object));
    return found;
  }

 private:
  conformance::MemoryTransaction transaction_;
  RequestOptions options_;
};

TEST_P(LanguageTagUpdate, DataIsTakenAsWritten) {
  EXPECT_EQ(update("DELETE DATA { :a :p 'x'@EN . :b :p 'x'@eN }").removed, 0U);
  EXPECT_EQ(update("INSERT DATA { :a :p 'x'@EN }").inserted, 1U);
  EXPECT_THAT(objects(), UnorderedElementsAre("\"x\"@en", "\"x\"@EN", "\"x\"@EN", "\"x\"@fr"));
}

TEST_P(LanguageTagUpdate, DeleteWhereRemovesEverySpelling) {
  EXPECT_EQ(update("DELETE WHERE { ?s :p 'x'@eN }").removed, 2U);
  EXPECT_THAT(objects(), UnorderedElementsAre("\"x\"@fr"));
}

TEST_P(LanguageTagUpdate, TemplatesOfDeleteRemoveEverySpelling) {
  EXPECT_EQ(
      update("DELETE { ?s :p 'x'@eN } INSERT { ?s :q 'y'@eN } WHERE { ?s :p 'x'@En }").removed, 2U);
  EXPECT_THAT(objects(), UnorderedElementsAre("\"x\"@fr", "\"y\"@eN", "\"y\"@eN"));
  EXPECT_EQ(update("DELETE { ?s :p ?o } WHERE { VALUES ?o { 'x'@FR } ?s :p ?o }").removed, 0U);
  EXPECT_EQ(update("DELETE { ?s :p ?o } WHERE { VALUES ?o { 'x'@fr } ?s :p ?o }").removed, 1U);
  EXPECT_EQ(update("DELETE { ?s :q 'y'@en } WHERE { ?s :q ?o }").removed, 2U);
  EXPECT_THAT(objects(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Engines, LanguageTagUpdate,
                         testing::Values(Engine::Vectorised, Engine::Reference),
                         [](const auto& test) {
                           return test.param == Engine::Reference ? "Reference" : "Vectorised";
                         });

}  // namespace
}  // namespace prosper::sparql
