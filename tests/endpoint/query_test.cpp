// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <thread>

#include "endpoint/http/form.hpp"
#include "tests/endpoint/site_fixture.hpp"

namespace prosper::endpoint {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class QueryTest : public SiteTest {
 protected:
  Response ask(const std::string& query, const Headers& headers = {},
               const std::string& more = {}) {
    return get("/sparql?query=" + encode_query_value(query) + more, headers);
  }
};

const char* const one_row = "SELECT ?o WHERE { <http://example.org/s> <http://example.org/p> ?o }";
const char* const triples =
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <http://example.org/g> {?s ?p ?o} }";

TEST_F(QueryTest, SelectIsNegotiated) {
  struct Case {
    const char* accept;
    const char* format;
    const char* type;
    const char* part;
  };

  const Case cases[] = {
      {"", "", "application/sparql-results+json", "\"value\""},
      {"application/sparql-results+xml", "", "application/sparql-results+xml",
       "<literal>v</literal>"},
      {"application/json", "", "application/json", "\"bindings\""},
      {"text/csv", "", "text/csv; charset=utf-8", "o\r\nv\r\n"},
      {"", "tsv", "text/tab-separated-values; charset=utf-8", "?o\n\"v\"\n"},
      {"text/csv", "json", "application/sparql-results+json", "\"v\""},
      {"text/html,*/*;q=0.5", "", "text/html; charset=utf-8", "<td>v</td>"},
  };
  for (const Case& test : cases) {
    const std::string more = *test.format == '\0' ? "" : std::string("&format=") + test.format;
    const Response response = ask(one_row, {{"Accept", test.accept}}, more);
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(response.header("Content-Type"), test.type);
    EXPECT_THAT(response.body, HasSubstr(test.part)) << test.type;
    EXPECT_EQ(response.header("Vary"), "Accept");
  }
}

TEST_F(QueryTest, GraphsAreNegotiated) {
  EXPECT_EQ(ask(triples).header("Content-Type"), "text/turtle; charset=utf-8");
  const Response response = ask(triples, {{"Accept", "application/n-triples"}});
  EXPECT_EQ(response.body, "<http://example.org/s> <http://example.org/p> \"v\" .\n");
  EXPECT_EQ(ask(triples, {{"Accept", "text/csv"}}).status, 406);
}

TEST_F(QueryTest, AskHasNoCsv) {
  EXPECT_THAT(ask("ASK {}").body, HasSubstr("true"));
  EXPECT_EQ(ask("ASK {}", {{"Accept", "text/csv"}}).status, 406);
}

TEST_F(QueryTest, TakesAllThreeFormsOfTheProtocol) {
  const std::string form = "query=" + encode_query_value(one_row);
  const Response posted =
      send("POST", "/sparql", form, {{"Content-Type", "application/x-www-form-urlencoded"}});
  const Response plain =
      send("POST", "/sparql", one_row, {{"Content-Type", "application/sparql-query"}});
  EXPECT_EQ(posted.status, 200) << posted.body;
  EXPECT_EQ(posted.body, ask(one_row).body);
  EXPECT_EQ(plain.body, ask(one_row).body);
}

TEST_F(QueryTest, TheRequestMayNameTheDataset) {
  const std::string count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
  const Response own =
      ask(count, {{"Accept", "text/csv"}}, "&default-graph-uri=http%3A%2F%2Fexample.org%2Fg");
  EXPECT_EQ(own.body, "n\r\n1\r\n");
  const Response named = ask("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", {{"Accept", "text/csv"}},
                             "&named-graph-uri=http%3A%2F%2Fexample.org%2Fg");
  EXPECT_EQ(named.body, "g\r\nhttp://example.org/g\r\n");
  EXPECT_EQ(ask(count, {}, "&default-graph-uri=relative").status, 400);
}

TEST_F(QueryTest, SyntaxErrorsSayWhere) {
  const Response response = ask("SELECT ?x\nWHERE { ?x ?y }");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("\"code\":\"syntax-error\""));
  EXPECT_THAT(response.body, HasSubstr("\"line\":2"));
  EXPECT_THAT(response.body, HasSubstr("\"column\":15"));
  const Response text = ask("SELECT", {{"Accept", "text/plain"}});
  EXPECT_THAT(text.body, StartsWith("syntax-error: "));
}

TEST_F(QueryTest, ABrowserSeesTheErrorInTheEditor) {
  const Response response =
      send("POST", "/sparql", "query=SELECT+%3Fx%0AWHERE+%7B+%3Fx+%3Fy+%7D",
           {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/html"}});
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("data-error-line=\"2\""));
  EXPECT_THAT(response.body, HasSubstr("WHERE { ?x ?y }"));
}

TEST_F(QueryTest, BadRequestsAreRefused) {
  struct Case {
    const char* method;
    const char* target;
    const char* type;
    const char* body;
    int status;
  };

  const Case cases[] = {
      {"GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "", "", 400},
      {"GET", "/sparql?query=ASK%7B%7D&timeout=0", "", "", 400},
      {"GET", "/sparql?query=ASK%7B%7D&timeout=x", "", "", 400},
      {"POST", "/sparql", "application/x-www-form-urlencoded", "q=ASK", 400},
      {"POST", "/sparql", "text/plain", "ASK {}", 415},
      {"POST", "/sparql", "", "ASK {}", 415},
      {"POST", "/sparql", "application/sparql-query", "ASK { ?s ?p \"\xff\" }", 400},
      {"PUT", "/sparql", "application/sparql-query", "ASK {}", 405},
      {"POST", "/sparql", "application/sparql-query", "INSERT DATA { }", 400},
  };
  for (const Case& test : cases)
    EXPECT_EQ(send(test.method, test.target, test.body, {{"Content-Type", test.type}}).status,
              test.status)
        << test.target << " " << test.body;
}

TEST_F(QueryTest, WithoutAQueryThereIsADescriptionOrAPage) {
  const Response turtle = get("/sparql");
  EXPECT_EQ(turtle.header("Content-Type"), "text/turtle; charset=utf-8");
  EXPECT_THAT(turtle.body, HasSubstr("UnionDefaultGraph"));
  EXPECT_THAT(turtle.body, HasSubstr("<http://localhost:7878/sparql>"));
  EXPECT_THAT(turtle.body, Not(HasSubstr("SPARQL11Update"))) << "this site is read-only";
  const Response page = get("/sparql", {{"Accept", "text/html"}});
  EXPECT_THAT(page.body, HasSubstr("<textarea"));
}

TEST_F(QueryTest, ExplainShowsTheAlgebraAndThePlan) {
  const Response plan = ask(one_row, {}, "&explain=plan");
  EXPECT_EQ(plan.header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_THAT(plan.body, HasSubstr("(bgp"));
  EXPECT_THAT(plan.body, HasSubstr("\nproject ?o"));
  EXPECT_THAT(plan.body, HasSubstr(" ~1"));
  EXPECT_THAT(plan.body, Not(HasSubstr("=1")));
  EXPECT_EQ(ask(one_row, {}, "&explain=1").body, plan.body);
}

TEST_F(QueryTest, ExplainCountsTheRowsOfARun) {
  for (const char* query : {one_row, triples, "ASK { ?s ?p ?o }"})
    EXPECT_THAT(ask(query, {}, "&explain=run").body, testing::ContainsRegex(" ~[0-9]+ =[1-9]"))
        << query;
  EXPECT_THAT(ask("DESCRIBE <http://example.org/s>", {}, "&explain=run").body,
              testing::ContainsRegex("unit +~1 =1"));
}

TEST_F(QueryTest, ErrorsSayTheSameAsOnTheCommandLine) {
  const std::string query = "SELECT * WHERE {\n ?s foaf:name ?o }";
  std::string message;
  try {
    sparql::PreparedQuery::parse(query, {});
  } catch (const rdf::SyntaxError& error) {
    message = error.message();
  }
  EXPECT_THAT(message, HasSubstr("PREFIX foaf: <http://xmlns.com/foaf/0.1/>"));
  const Response json = ask(query);
  EXPECT_EQ(json.status, 400);
  EXPECT_THAT(json.body, HasSubstr("\"message\":\"" + message + "\""));
  EXPECT_THAT(json.body, HasSubstr("\"line\":2"));
  EXPECT_THAT(json.body, HasSubstr("\"column\":5"));
  const Response text = ask(query, {{"Accept", "text/plain"}});
  EXPECT_EQ(text.body, "syntax-error: " + message + " (line 2, column 5)\n");
}

TEST_F(QueryTest, ADownloadHasAFileName) {
  EXPECT_EQ(ask(one_row, {}, "&format=csv&download=1").header("Content-Disposition"),
            "attachment; filename=\"prosper.csv\"");
  EXPECT_EQ(ask(one_row).header("Content-Disposition"), "");
}

TEST_F(QueryTest, ACancelledQueryIs503WithRetryAfter) {
  const std::atomic<bool> gone{true};
  Request request;
  request.path = "/sparql";
  request.query = {{"query", "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"}};
  request.cancelled = &gone;
  Response response = respond(site_, request);
  ASSERT_TRUE(response.stream);
  rdf::StringSink text;
  EXPECT_THROW(response.stream(text), sparql::QueryCancelled);
  const Response failure = describe_failure(
      site_, request, std::make_exception_ptr(sparql::QueryCancelled("the client has left")));
  EXPECT_EQ(failure.status, 503);
  EXPECT_NE(failure.header("Retry-After"), "");
}

TEST_F(QueryTest, AFullQueueIs503) {
  EvaluationSlots none(0, 0);
  const Site site{store_, none, writers_, sparql::DefaultGraphMode::Union, {}, {}};
  Request request;
  request.path = "/sparql";
  request.query = {{"query", "ASK {}"}};
  const Response response = respond(site, request);
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("queue-full"));
  EXPECT_NE(response.header("Retry-After"), "");
}

TEST(EvaluationSlots, AreHandedOn) {
  EvaluationSlots slots(1, 1);
  const auto soon = [] { return std::chrono::steady_clock::now() + std::chrono::seconds(5); };
  std::atomic<bool> got{false};
  std::thread waiter;
  {
    const auto first = slots.take(soon(), nullptr);
    waiter = std::thread([&] {
      const auto second = slots.take(soon(), nullptr);
      got = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_FALSE(got.load());
  }
  waiter.join();
  EXPECT_TRUE(got.load());
  const auto held = slots.take(soon(), nullptr);
  EXPECT_THROW(slots.take(std::chrono::steady_clock::now(), nullptr), HttpError);
}

}  // namespace
}  // namespace prosper::endpoint
