// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/service_client.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "endpoint/federation/http_exchange.hpp"
#include "endpoint/http/form.hpp"
#include "sparql/sparql.hpp"
#include "tests/endpoint/federation/loopback_server.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using Reason = RemoteError::Reason;

const std::string json_type = "application/sparql-results+json";
const std::string one_row =
    R"({"head":{"vars":["s","n"]},"results":{"bindings":[{"s":{"type":"uri","value":"http://s"}}]}})";

FederationRules rules_for(const LoopbackServer& server) {
  FederationRules rules;
  rules.services = {server.address()};
  rules.allows_private = true;
  return rules;
}

struct Failure {
  Reason reason;
  std::string message;
};

Failure failure_of(HttpServiceClient& client, const std::string& endpoint,
                   const sparql::CallLimits& limits = {}) {
  try {
    client.ask(endpoint, "SELECT * {}", limits);
  } catch (const RemoteError& error) {
    return {error.reason(), error.what()};
  }
  ADD_FAILURE() << "no error";
  return {Reason::Failed, {}};
}

TEST(HttpServiceClient, SendsAFormAndReadsTheAnswer) {
  std::string request;
  const LoopbackServer server([&](const std::string& text) {
    request = text;
    return http_response("200 OK", json_type + "; charset=utf-8", one_row);
  });
  HttpServiceClient client(rules_for(server));
  const auto answer =
      client.ask(server.address() + "/a/sparql?x=1#y", "SELECT ?s { ?s ?p 'é' }", {{}, nullptr, 1});
  EXPECT_THAT(answer.variables, ElementsAre("s", "n"));
  ASSERT_EQ(answer.rows.size(), 1U);
  EXPECT_EQ(answer.rows[0][0], rdf::Term(rdf::Iri{"http://s"}));
  EXPECT_FALSE(answer.rows[0][1]);
  EXPECT_THAT(request, HasSubstr("POST /a/sparql?x=1 HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("Prosper-Call-Depth: 2\r\n"));
  EXPECT_THAT(request, HasSubstr("Content-Type: application/x-www-form-urlencoded\r\n"));
  EXPECT_THAT(request, HasSubstr("Host: " + server.address().substr(7) + "\r\n"));
  const auto fields = parse_form(request.substr(request.find("\r\n\r\n") + 4));
  EXPECT_EQ(find_parameter(fields, "query"), "SELECT ?s { ?s ?p 'é' }");
}

TEST(HttpServiceClient, ReadsXml) {
  const LoopbackServer server([](const std::string&) {
    return http_response("200 OK", "application/sparql-results+xml",
                         "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head>"
                         "<variable name='x'/></head><results><result><binding name='x'>"
                         "<literal>v</literal></binding></result></results></sparql>");
  });
  HttpServiceClient client(rules_for(server));
  EXPECT_EQ(client.ask(server.address(), "SELECT * {}", {}).rows[0][0],
            rdf::Term(rdf::make_string("v")));
}

TEST(HttpServiceClient, AsksOnlyWhomItMay) {
  int calls = 0;
  const LoopbackServer server([&](const std::string&) {
    ++calls;
    return http_response("200 OK", json_type, one_row);
  });
  FederationRules rules = rules_for(server);
  HttpServiceClient elsewhere(rules);
  EXPECT_EQ(failure_of(elsewhere, "http://other.example/sparql").reason, Reason::Refused);
  const Failure no_address = failure_of(elsewhere, "urn:x");
  EXPECT_EQ(no_address.reason, Reason::Refused);
  EXPECT_THAT(no_address.message, HasSubstr("SERVICE <urn:x>"));
  rules.allows_private = false;
  HttpServiceClient careful(rules);
  const Failure is_private = failure_of(careful, server.address());
  EXPECT_EQ(is_private.reason, Reason::Refused);
  EXPECT_THAT(is_private.message, HasSubstr("--allow-private-service"));
  EXPECT_EQ(failure_of(elsewhere, server.address(), {{}, nullptr, 3}).reason, Reason::TooDeep);
  EXPECT_EQ(calls, 0);
}

struct BadAnswer {
  const char* name;
  std::string response;
  std::string message;
};

class BadAnswers : public testing::TestWithParam<BadAnswer> {};

TEST_P(BadAnswers, AreFailures) {
  const LoopbackServer server([](const std::string&) { return GetParam().response; });
  HttpServiceClient client(rules_for(server));
  const Failure failure = failure_of(client, server.address() + "/sparql");
  EXPECT_EQ(failure.reason, Reason::Failed);
  EXPECT_THAT(failure.message, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, BadAnswers,
    testing::Values(
        BadAnswer{"Status", http_response("400 Bad Request", "text/plain", "syntax error, line 1"),
                  "status 400: syntax error, line 1"},
        BadAnswer{"Redirection",
                  http_response("302 Found", "text/plain", "", "Location: http://10.0.0.1/\r\n"),
                  "redirections are not followed"},
        BadAnswer{"Page", http_response("200 OK", "text/html", "<html>"), "text/html"},
        BadAnswer{"Json", http_response("200 OK", json_type, "{\"head\":"), "cannot be read"},
        BadAnswer{"Boolean", http_response("200 OK", json_type, R"({"head":{},"boolean":true})"),
                  "true or false"},
        BadAnswer{"Cut",
                  "HTTP/1.1 200 OK\r\nContent-Type: " + json_type +
                      "\r\nContent-Length: 1000\r\n\r\n" + one_row,
                  "failed"},
        BadAnswer{"Nonsense", "nonsense\r\n\r\n", "failed"}),
    [](const auto& answer) { return answer.param.name; });

TEST(HttpServiceClient, NobodyThereIsAFailure) {
  std::string address;
  {
    const LoopbackServer gone([](const std::string&) { return std::string(); });
    address = gone.address();
  }
  FederationRules rules;
  rules.services = {address};
  rules.allows_private = true;
  HttpServiceClient client(rules);
  EXPECT_EQ(failure_of(client, address).reason, Reason::Failed);
}

TEST(HttpServiceClient, ASilentEndpointTakesNoLongerThanACallMay) {
  const LoopbackServer server([](const std::string&) { return std::string(); });
  FederationRules rules = rules_for(server);
  rules.time = std::chrono::seconds(1);
  HttpServiceClient client(rules);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(failure_of(client, server.address()).reason, Reason::TimedOut);
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(5000));
}

TEST(HttpServiceClient, TheRequestsDeadlineAndItsEndCount) {
  const LoopbackServer server([](const std::string&) { return std::string(); });
  HttpServiceClient client(rules_for(server));
  const auto deadline = std::chrono::steady_clock::now() + milliseconds(200);
  EXPECT_THROW(client.ask(server.address(), "ASK {}", {deadline, nullptr, 0}),
               sparql::QueryCancelled);
  std::atomic<bool> is_cancelled = false;
  std::thread canceller([&] {
    std::this_thread::sleep_for(milliseconds(200));
    is_cancelled = true;
  });
  EXPECT_THROW(client.ask(server.address(), "ASK {}", {{}, &is_cancelled, 0}),
               sparql::QueryCancelled);
  canceller.join();
}

TEST(HttpExchange, AnAnswerThatIsTooLongIsAFailure) {
  const LoopbackServer server([](const std::string&) {
    return http_response("200 OK", "text/plain", std::string(2000, 'x'));
  });
  HttpCall call;
  call.url = parse_remote_url(server.address());
  call.allows_private = true;
  call.maximum_bytes = 2000;
  EXPECT_EQ(exchange(call, {}).body.size(), 2000U);
  call.maximum_bytes = 1999;
  EXPECT_THROW(exchange(call, {}), RemoteError);
}

}  // namespace
}  // namespace prosper::endpoint
