// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

using testing::HasSubstr;

class GraphStoreTest : public SiteTest {
 protected:
  GraphStoreTest() { site_.writes = {WriteAccess::Mode::Token, "secret"}; }

  Response write(const std::string& method, const std::string& target, const std::string& body = {},
                 const std::string& type = "text/turtle") {
    return send(method, target, body, {{"Authorization", "Bearer secret"}, {"Content-Type", type}});
  }

  Response nt(const std::string& target) {
    return get(target, {{"Accept", "application/n-triples"}});
  }
};

const std::string graph = "/data?graph=http://example.org/new";

TEST_F(GraphStoreTest, AGraphGoesRound) {
  EXPECT_EQ(get(graph).status, 404);
  EXPECT_EQ(write("PUT", graph, "<#a> <http://p> 1 .").status, 201);
  EXPECT_EQ(nt(graph).body,
            "<http://example.org/new#a> <http://p> "
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  EXPECT_EQ(write("PUT", graph, "<http://b> <http://p> 'x' .").status, 204);
  EXPECT_EQ(nt(graph).body, "<http://b> <http://p> \"x\" .\n") << "PUT replaces";
  EXPECT_EQ(write("POST", graph, "<http://c> <http://p> 'x' .", "application/n-triples").status,
            400)
      << "N-Triples has no '…'";
  EXPECT_EQ(write("POST", graph, "<http://c> <http://p> \"x\" .", "application/n-triples").status,
            204);
  EXPECT_THAT(nt(graph).body, HasSubstr("<http://b>")) << "POST adds";
  EXPECT_EQ(write("DELETE", graph).status, 204);
  EXPECT_EQ(get(graph).status, 404);
  EXPECT_EQ(write("DELETE", graph).status, 404);
}

TEST_F(GraphStoreTest, TheDefaultGraphIsTheStoresOwn) {
  EXPECT_EQ(nt("/data?default").status, 200);
  EXPECT_EQ(nt("/data?default").body, "") << "not the union";
  EXPECT_EQ(write("PUT", "/data?default", "<http://a> <http://p> 'x' .").status, 204);
  EXPECT_EQ(nt("/data?default").body, "<http://a> <http://p> \"x\" .\n");
  EXPECT_EQ(write("DELETE", "/data?default").status, 204);
  EXPECT_EQ(nt("/data?default").body, "");
}

TEST_F(GraphStoreTest, PostToTheStoreMakesAGraph) {
  const Response response = write("POST", "/data", "<http://a> <http://p> 'x' .");
  EXPECT_EQ(response.status, 201);
  const std::string location(response.header("Location"));
  EXPECT_EQ(nt("/" + location).body, "<http://a> <http://p> \"x\" .\n");
}

TEST_F(GraphStoreTest, BlankNodesOfTwoDocumentsStayApart) {
  write("POST", graph, "_:a <http://p> 'x' .");
  write("POST", graph, "_:a <http://p> 'x' .");
  const std::string body = nt(graph).body;
  EXPECT_EQ(std::count(body.begin(), body.end(), '\n'), 2) << body;
}

TEST_F(GraphStoreTest, OneGraphMustBeNamed) {
  for (const char* target : {"/data", "/data?default&graph=http://g", "/data?graph=relative",
                             "/data?graph=http://a&graph=http://b"})
    EXPECT_EQ(get(target).status, 400) << target;
}

TEST_F(GraphStoreTest, BodiesMustBeGraphs) {
  EXPECT_EQ(write("PUT", graph, "{}", "application/ld+json").status, 415);
  EXPECT_EQ(write("PUT", graph, "", "application/n-quads").status, 415);
  EXPECT_EQ(write("PUT", graph, "", "").status, 415);
  const Response broken = write("PUT", graph, "<http://a>\n<http://p> .");
  EXPECT_EQ(broken.status, 400);
  EXPECT_THAT(broken.body, HasSubstr("\"line\":2"));
  EXPECT_EQ(store_.commits, 0);
}

TEST_F(GraphStoreTest, WritesNeedTheToken) {
  for (const char* method : {"PUT", "POST", "DELETE"}) {
    const Response response = send(method, graph, "", {{"Content-Type", "text/turtle"}});
    EXPECT_EQ(response.status, 401) << method;
    EXPECT_THAT(std::string(response.header("WWW-Authenticate")), HasSubstr("Bearer"));
    EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "");
  }
}

TEST_F(GraphStoreTest, UpdatesRunInOneTransaction) {
  const std::string insert =
      "INSERT DATA { GRAPH <http://example.org/new> { <http://a> <http://p> 1 } }";
  const Response response = write("POST", "/update", insert, "application/sparql-update");
  EXPECT_EQ(response.status, 200) << response.body;
  EXPECT_THAT(response.body, HasSubstr("\"inserted\":1"));
  EXPECT_EQ(store_.commits, 1);
  EXPECT_EQ(
      write("POST", "/update", "update=CLEAR+ALL", "application/x-www-form-urlencoded").status,
      200);
  EXPECT_EQ(get(graph).status, 404);
}

TEST_F(GraphStoreTest, UpdatesNeedPostAndSyntax) {
  EXPECT_EQ(get("/update?update=CLEAR+ALL").status, 405);
  EXPECT_EQ(write("POST", "/update", "INSERT", "application/sparql-update").status, 400);
  EXPECT_EQ(store_.commits, 0);
}

TEST_F(GraphStoreTest, StoreTroubleHasItsStatus) {
  using Kind = store::StoreError::Kind;
  const std::pair<Kind, int> cases[] = {
      {Kind::Busy, 503}, {Kind::Full, 507}, {Kind::Damaged, 500}, {Kind::Io, 500}};
  for (const auto& [kind, status] : cases) {
    store_.refuse_writes = store::StoreError(kind, "trouble");
    const Response response = write("PUT", graph, "<http://a> <http://p> 1 .");
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(response.header("Retry-After").empty(), status != 503);
  }
}

}  // namespace
}  // namespace prosper::endpoint
