// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

using testing::HasSubstr;
using testing::Not;

using ResourceTest = SiteTest;

TEST_F(ResourceTest, ThingsLeadToTheirDocument) {
  struct Case {
    const char* path;
    const char* location;
  };

  const Case cases[] = {
      {"/id/joconde/000PE001028", "../../doc/joconde/000PE001028"},
      {"/id/joconde/000PE001028/production/part/1", "../../../../../doc/joconde/000PE001028"},
      {"/id/joconde/inv/M0810/2005.10.1", "../../../../doc/joconde/inv/M0810/2005.10.1"},
      {"/id/joconde/inv/M0810/2005%2E10%2E1", "../../../../doc/joconde/inv/M0810/2005.10.1"},
      {"/id/actor/corot-camille-0123456789", "../../doc/actor/corot-camille-0123456789"},
      {"/voc/joconde/deno/tableau", "../../../doc/voc/joconde/deno/tableau"},
      {"/id/joconde/000PE001028?lang=en", "../../doc/joconde/000PE001028?lang=en"},
      {"/graph/actors", "../data?graph=http%3A%2F%2Flocalhost%3A7878%2Fgraph%2Factors"},
  };
  for (const Case& test : cases) {
    const Response response = get(test.path);
    EXPECT_EQ(response.status, 303) << test.path;
    EXPECT_EQ(response.header("Location"), test.location) << test.path;
    EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "*");
  }
}

TEST_F(ResourceTest, UnknownThingsAre404WithAHelpfulBody) {
  for (const char* path :
       {"/id/joconde/nothing", "/id/actor/nobody", "/voc/x/y", "/id/", "/nowhere",
        "/doc/joconde/nothing", "/doc/id/actor/corot-camille-0123456789",
        "/doc/joconde/nothing.ttl", "/id//"}) {
    const Response response = get(path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_THAT(response.body, HasSubstr("\"code\":\"not-found\"")) << path;
  }
}

TEST_F(ResourceTest, DocumentsAreNegotiated) {
  struct Case {
    const char* target;
    const char* accept;
    const char* type;
  };

  const Case cases[] = {
      {"/doc/joconde/000PE001028", "", "text/turtle; charset=utf-8"},
      {"/doc/joconde/000PE001028", "application/rdf+xml", "application/rdf+xml"},
      {"/doc/joconde/000PE001028", "application/ld+json", "application/ld+json"},
      {"/doc/joconde/000PE001028", "application/n-quads", "application/n-quads"},
      {"/doc/joconde/000PE001028", "text/html,*/*;q=0.1", "text/html; charset=utf-8"},
      {"/doc/joconde/000PE001028.nt", "text/html", "application/n-triples"},
      {"/doc/joconde/000PE001028.trig", "", "application/trig"},
      {"/doc/joconde/000PE001028.html", "", "text/html; charset=utf-8"},
      {"/doc/joconde/000PE001028?format=rdfxml", "text/html", "application/rdf+xml"},
      {"/doc/joconde/inv/M0810/2005.10.1", "", "text/turtle; charset=utf-8"},
      {"/doc/joconde/inv/M0810/2005.10.1.nt", "", "application/n-triples"},
      {"/doc/actor/corot-camille-0123456789", "", "text/turtle; charset=utf-8"},
      {"/doc/voc/joconde/deno/tableau", "text/html", "text/html; charset=utf-8"},
  };
  for (const Case& test : cases) {
    const Response response = get(test.target, {{"Accept", test.accept}});
    EXPECT_EQ(response.status, 200) << test.target << response.body;
    EXPECT_EQ(response.header("Content-Type"), test.type) << test.target;
    EXPECT_NE(response.header("ETag"), "");
  }
}

TEST_F(ResourceTest, ADocumentIsItsGraphAndNoMore) {
  const Response response = get("/doc/joconde/000PE001028.nt");
  EXPECT_THAT(response.body, HasSubstr("/doc/joconde/000PE001028> "
                                       "<http://purl.org/dc/terms/modified> \"2020-05-17\""));
  EXPECT_THAT(response.body, Not(HasSubstr("COROT")));
  EXPECT_THAT(get("/doc/joconde/000PE001028.nq").body,
              HasSubstr("<http://localhost:7878/doc/joconde/000PE001028> .\n"));
}

TEST_F(ResourceTest, WhatIsNotThereIs406) {
  EXPECT_EQ(get("/doc/joconde/000PE001028", {{"Accept", "image/png"}}).status, 406);
  EXPECT_EQ(get("/doc/joconde/000PE001028?format=word").status, 406);
}

TEST_F(ResourceTest, HeadersTellFormsDateAndCanonicalAddress) {
  const Response response = get("/doc/joconde/000PE001028");
  EXPECT_EQ(response.header("Last-Modified"), "Sun, 17 May 2020 00:00:00 GMT");
  EXPECT_EQ(response.header("Vary"), "Accept");
  std::string links;
  for (const auto& [name, value] : response.headers)
    if (name == "Link") links += value + "\n";
  EXPECT_THAT(links,
              HasSubstr("<http://localhost:7878/doc/joconde/000PE001028>; rel=\"canonical\""));
  EXPECT_THAT(links, HasSubstr("<000PE001028.jsonld>; rel=\"alternate\"; "
                               "type=\"application/ld+json\""));
}

TEST_F(ResourceTest, AnUnchangedDocumentIs304) {
  const std::string etag(get("/doc/joconde/000PE001028").header("ETag"));
  const Response again = get("/doc/joconde/000PE001028", {{"If-None-Match", "\"x\", " + etag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(get("/doc/joconde/000PE001028.nt", {{"If-None-Match", etag}}).status, 200)
      << "another format is another representation";
}

TEST_F(ResourceTest, ARemovedNoticeIs410) {
  store_.import_states["joconde/GONE"] = "hash";
  EXPECT_EQ(get("/doc/joconde/GONE").status, 410);
  EXPECT_EQ(get("/id/joconde/GONE").status, 303);
}

TEST_F(ResourceTest, AnotherBaseChangesNothingButTheNames) {
  MemoryStore store("https://w3id.org/prosper/");
  store.add_trig("doc:joconde\\/X { id:joconde\\/X rdfs:label \"X\" . }");
  const Site site{store, slots_, writers_, sparql::DefaultGraphMode::Union, {}, {}};
  Request request;
  request.path = "/id/joconde/X";
  request.headers = {{"Host", "elsewhere.example"}};
  const Response response = respond(site, request);
  EXPECT_EQ(response.status, 303);
  EXPECT_EQ(response.header("Location"), "../../doc/joconde/X");
}

TEST_F(ResourceTest, PreflightsAllowReadsOnly) {
  EXPECT_THAT(std::string(send("OPTIONS", "/doc/x/y", "").header("Access-Control-Allow-Methods")),
              testing::StrEq("GET, HEAD, OPTIONS"));
  EXPECT_EQ(send("OPTIONS", "/update", "").header("Access-Control-Allow-Origin"), "");
  EXPECT_THAT(std::string(send("OPTIONS", "/data", "").header("Access-Control-Allow-Methods")),
              Not(HasSubstr("PUT")));
}

TEST_F(ResourceTest, MethodsThatMakeNoSenseAre405) {
  const Response response = send("DELETE", "/doc/joconde/000PE001028", "");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("Allow"), "GET, HEAD");
}

}  // namespace
}  // namespace prosper::endpoint
