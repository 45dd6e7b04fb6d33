// SPDX-License-Identifier: Apache-2.0
#include "sparql/remote.hpp"

#include <gmock/gmock.h>

#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using testing::HasSubstr;
using testing::Not;

/// Answers with one row, or fails; both as often as they are asked.
class Remote final : public sparql::ServiceClient, public sparql::DocumentSource {
 public:
  sparql::ServiceAnswer ask(const std::string& /*endpoint*/, const std::string& /*query*/,
                            const sparql::CallLimits& limits) override {
    depth = limits.depth;
    if (during) during();
    if (failure) throw RemoteError(*failure, "no luck");
    return {{"x"}, {{rdf::make_string("from there")}}};
  }

  sparql::Document fetch(const std::string& iri, const sparql::CallLimits& /*limits*/) override {
    ++fetched;
    if (failure) throw RemoteError(*failure, "no luck");
    return {"<a> <p> <b> .", iri, "text/turtle"};
  }

  std::optional<RemoteError::Reason> failure;
  std::function<void()> during;
  unsigned depth = 0;
  int fetched = 0;
};

class RemoteTest : public SiteTest {
 protected:
  void allow() {
    site_.services = &remote_;
    site_.documents = &remote_;
  }

  Response query(const std::string& text, const Headers& headers = {}) {
    Headers all = headers;
    all.emplace_back("Content-Type", "application/sparql-query");
    return send("POST", "/sparql", text, all);
  }

  Response update(const std::string& text) {
    site_.writes = {WriteAccess::Mode::Token, "secret"};
    return send(
        "POST", "/update", text,
        {{"Authorization", "Bearer secret"}, {"Content-Type", "application/sparql-update"}});
  }

  Remote remote_;
};

const std::string service = "SELECT * { SERVICE <http://there/> { ?s ?p ?x } }";

TEST_F(RemoteTest, IsRefusedUnlessTheSiteAllowsIt) {
  const Response response = query("SELECT * { SERVICE <http://there/> { ?x ?x ?x } }");
  EXPECT_EQ(response.status, 403);
  EXPECT_THAT(response.body, HasSubstr("remote-refused"));
  EXPECT_THAT(response.body, HasSubstr("SERVICE <http://there/>"));
  EXPECT_EQ(update("LOAD <http://there/>").status, 403);
  EXPECT_EQ(query("SELECT * { SERVICE SILENT <http://there/> { ?x ?x ?x } }").status, 200);
}

TEST_F(RemoteTest, AFailureIsTheirsNotTheClients) {
  allow();
  using Reason = RemoteError::Reason;
  const std::initializer_list<std::tuple<Reason, int, const char*>> cases = {
      {Reason::Refused, 403, "remote-refused"},
      {Reason::Failed, 502, "remote-failed"},
      {Reason::TimedOut, 504, "remote-timeout"},
      {Reason::TooDeep, 508, "remote-loop"}};
  for (const auto& [reason, status, code] : cases) {
    remote_.failure = reason;
    for (const Response& response : {query(service), update("LOAD <http://there/>")}) {
      EXPECT_EQ(response.status, status);
      EXPECT_THAT(response.body, HasSubstr(code));
    }
  }
}

TEST_F(RemoteTest, TellsHowManyEndpointsTheRequestHasPassed) {
  allow();
  const std::string pattern = "SELECT * { SERVICE <http://there/> { BIND('from there' AS ?x) } }";
  EXPECT_THAT(query(pattern).body, HasSubstr("from there"));
  EXPECT_EQ(remote_.depth, 0U);
  query(pattern, {{"Prosper-Call-Depth", "2"}});
  EXPECT_EQ(remote_.depth, 2U);
  query(pattern, {{"Prosper-Call-Depth", "many"}});
  EXPECT_EQ(remote_.depth, 0U);
}

TEST_F(RemoteTest, OthersEvaluateWhileAQueryWaitsForAnotherEndpoint) {
  allow();
  int answered = 0;
  remote_.during = [&] {
    // Both slots of the site are free.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);
    const auto first = slots_.take(deadline, nullptr);
    const auto second = slots_.take(deadline, nullptr);
    ++answered;
  };
  EXPECT_EQ(query("SELECT * { SERVICE <http://there/> { BIND('from there' AS ?x) } }").status, 200);
  EXPECT_EQ(answered, 1);
  remote_.failure = RemoteError::Reason::Failed;
  EXPECT_EQ(query("SELECT * { SERVICE SILENT <http://there/> { ?s ?p ?x } }").status, 200);
  EXPECT_EQ(query(service).status, 502);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);
  const auto first = slots_.take(deadline, nullptr);
  EXPECT_NO_THROW(slots_.take(deadline, nullptr));
}

TEST_F(RemoteTest, EachDocumentIsFetchedOnceAndBeforeTheWriteBegins) {
  allow();
  EXPECT_EQ(update("LOAD <http://there/> ; LOAD <http://there/> INTO GRAPH <http://g>").status,
            200);
  EXPECT_EQ(remote_.fetched, 1);
  EXPECT_EQ(get("/data?graph=http://g").status, 200);
  remote_.failure = RemoteError::Reason::Failed;
  EXPECT_EQ(update("LOAD <http://there/>").status, 502);
  EXPECT_EQ(update("DROP ALL ; LOAD SILENT <http://there/>").status, 200);
  EXPECT_EQ(get("/data?graph=http://g").status, 404);
}

TEST_F(RemoteTest, TheServiceDescriptionTells) {
  EXPECT_THAT(get("/sparql", {{"Accept", "text/turtle"}}).body, Not(HasSubstr("Federated")));
  allow();
  EXPECT_THAT(get("/sparql", {{"Accept", "text/turtle"}}).body, HasSubstr("BasicFederatedQuery"));
}

}  // namespace
}  // namespace prosper::endpoint
