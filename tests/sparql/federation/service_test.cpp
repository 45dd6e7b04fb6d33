// SPDX-License-Identifier: Apache-2.0
#include "sparql/remote.hpp"
#include "tests/sparql/federation/federation_fixture.hpp"

namespace prosper::sparql {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using Service = FederationTest;

INSTANTIATE_TEST_SUITE_P(Engines, Service, testing::Values(Engine::Vectorised, Engine::Reference),
                         [](const auto& engine) {
                           return engine.param == Engine::Vectorised ? "Vectorised" : "Reference";
                         });

TEST_P(Service, IsJoinedWithWhatIsHere) {
  here({"a same b", "c same d"});
  there("e", {"b name \"B\"", "z name \"Z\""});
  EXPECT_THAT(solve("SELECT * { ?x :same ?y SERVICE :e { ?y :name ?n } }"),
              ElementsAre("x=a y=b n=B"));
  ASSERT_THAT(asked("e"), SizeIs(1));
  EXPECT_THAT(asked("e")[0], HasSubstr("VALUES (?y) { (<http://x/b>) (<http://x/d>) }"));
}

TEST_P(Service, AloneIsAskedForEverything) {
  there("e", {"a p \"1\"", "b p \"2\""});
  EXPECT_THAT(solve("SELECT * { SERVICE :e { ?s :p ?o } }"), ElementsAre("s=a o=1", "s=b o=2"));
  EXPECT_THAT(asked("e"), ElementsAre(Not(HasSubstr("VALUES"))));
}

TEST_P(Service, SendsAHundredBindingsAtATimeEachOnce) {
  for (int i = 0; i < 250; ++i) {
    const std::string name = std::to_string(i);
    here({"a" + name + " p b" + name, "c" + name + " p b" + name});
    there("e", {"b" + name + " q \"" + name + "\""});
  }
  EXPECT_THAT(solve("SELECT * { ?x :p ?y SERVICE :e { ?y :q ?z } }"), SizeIs(500));
  EXPECT_GE(asked("e").size(), 3U);
  EXPECT_LE(asked("e").size(), 5U);
}

TEST_P(Service, SendsFewerBindingsWhenTheyAreLong) {
  for (int i = 0; i < 10; ++i) {
    const std::string text = "\"" + std::string(30'000, 'x') + std::to_string(i) + "\"";
    here({"a p " + text});
    there("e", {"b q " + text});
  }
  EXPECT_THAT(solve("SELECT ?x ?y { ?x :p ?o SERVICE :e { ?y :q ?o } }"), SizeIs(10));
  EXPECT_THAT(asked("e"), SizeIs(3));
}

TEST_P(Service, KeepsMultiplicities) {
  here({"a p \"1\"", "b p \"1\""});
  there("e", {"s q \"1\"", "t q \"1\""});
  EXPECT_THAT(solve("SELECT ?o { ?x :p ?o SERVICE :e { ?y :q ?o } }"),
              ElementsAre("o=1", "o=1", "o=1", "o=1"));
}

TEST_P(Service, WithoutAVariableCountsSolutions) {
  here({"a p b"});
  there("e", {"s p o"});
  EXPECT_THAT(solve("SELECT ?x { ?x :p ?y SERVICE :e { :s :p :o } }"), ElementsAre("x=a"));
  EXPECT_THAT(solve("SELECT ?x { ?x :p ?y SERVICE :e { :s :p :other } }"), IsEmpty());
}

TEST_P(Service, SolutionsThatLeaveASharedVariableOpenComeOnce) {
  here({"a p \"1\"", "b p b"});
  there("e", {"a q \"5\"", "b q \"6\"", "b r \"7\""});
  EXPECT_THAT(solve("SELECT * { ?x :p ?o OPTIONAL { ?x :none ?r } "
                    "SERVICE :e { ?x :q ?q OPTIONAL { ?x :r ?r } } }"),
              ElementsAre("x=a o=1 q=5", "x=b o=b r=7 q=6"));
}

TEST_P(Service, BlankNodesAreNotSentAndNotMixedUp) {
  here({"_:n p _:n", "a p b"});
  there("e", {"_:n q \"1\"", "a q \"2\"", "_:n r _:n"});
  EXPECT_THAT(solve("SELECT * { ?x :p ?y SERVICE :e { ?x :q ?o } }"), ElementsAre("x=a y=b o=2"));
  for (const std::string& query : asked("e")) EXPECT_THAT(query, Not(HasSubstr("_:")));
  // The same node within one answer, another one than here.
  EXPECT_THAT(solve("SELECT * { SERVICE :e { ?s :r ?o } FILTER(?s = ?o) }"),
              ElementsAre("s=_: o=_:"));
  EXPECT_THAT(solve("SELECT * { ?s :p ?s SERVICE :e { ?s :r ?o } }"), IsEmpty());
}

TEST_P(Service, ABlankNodeThatMayStayOpenIsJoinedHere) {
  here({"a p _:n"});
  there("e", {"a q \"1\"", "b q \"2\""});
  EXPECT_THAT(solve("SELECT ?x ?o { ?x :p ?n SERVICE :e { ?x :q ?o OPTIONAL { ?x :r ?n } } }"),
              ElementsAre("x=a o=1"));
}

TEST_P(Service, AVariableAsksEachEndpointItIsBoundTo) {
  here({"e kind \"good\"", "f kind \"good\"", "g kind \"bad\""});
  there("e", {"a name \"A\""});
  there("f", {"b name \"B\""});
  EXPECT_THAT(solve("SELECT ?e ?n { ?e :kind \"good\" SERVICE ?e { ?s :name ?n } }"),
              ElementsAre("e=e n=A", "e=f n=B"));
  EXPECT_THAT(solve("SELECT ?e ?n { SERVICE ?e { ?s :name ?n } VALUES ?e { :f } }"),
              ElementsAre("e=f n=B"));
  EXPECT_THAT(asked("g"), IsEmpty());
}

TEST_P(Service, AnUnboundEndpointIsAnError) {
  EXPECT_THAT(error_of("SELECT * { SERVICE ?e { ?s ?p ?o } }"), HasSubstr("SERVICE ?e"));
  EXPECT_THAT(error_of("SELECT * { BIND('text' AS ?e) SERVICE ?e { ?s ?p ?o } }"),
              HasSubstr("SERVICE \"text\""));
  EXPECT_THAT(solve("SELECT * { SERVICE SILENT ?e { ?s ?p ?o } }"), ElementsAre(""));
}

TEST_P(Service, AFailureIsAnErrorOrWithSilentOneEmptySolution) {
  here({"a p b", "c p d"});
  EXPECT_THAT(error_of("SELECT * { ?x :p ?y SERVICE :nobody { ?y :q ?z } }"),
              HasSubstr("SERVICE <http://x/nobody>"));
  EXPECT_THAT(solve("SELECT * { ?x :p ?y SERVICE SILENT :nobody { ?y :q ?z } }"),
              ElementsAre("x=a y=b", "x=c y=d"));
}

TEST_P(Service, AnEndpointThatFailedSilentlyIsNotAskedAgain) {
  for (int i = 0; i < 300; ++i) here({"a p b" + std::to_string(i)});
  EXPECT_THAT(solve("SELECT * { ?x :p ?y SERVICE SILENT :nobody { ?y :q ?z } }"), SizeIs(300));
  EXPECT_THAT(asked("nobody"), SizeIs(1));
}

TEST_P(Service, IsRefusedWithoutAClient) {
  options_.services = nullptr;
  try {
    solve("SELECT * { SERVICE :e { ?s ?p ?o } }");
    FAIL() << "no error";
  } catch (const RemoteError& error) {
    EXPECT_EQ(error.reason(), RemoteError::Reason::Refused);
    EXPECT_THAT(error.what(), HasSubstr("--allow-service"));
  }
  EXPECT_THAT(solve("SELECT * { SERVICE SILENT :e { ?s ?p ?o } }"), ElementsAre(""));
}

TEST_P(Service, InOptionalIsAskedAboutTheRowsAtHand) {
  here({"a p b", "c p d", "c same d2", "e p f"});
  there("e", {"b q \"1\"", "d2 q \"2\"", "zz q \"9\""});
  EXPECT_THAT(solve("SELECT * { ?x :p ?y OPTIONAL { SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("x=a y=b z=1", "x=c y=d", "x=e y=f"));
  EXPECT_THAT(asked("e"), ElementsAre(HasSubstr("VALUES (?y)")));
  EXPECT_THAT(solve("SELECT * { ?x :p ?y OPTIONAL { ?x :same ?w SERVICE :e { ?w :q ?z } } }"),
              ElementsAre("x=a y=b", "x=c y=d w=d2 z=2", "x=e y=f"));
  EXPECT_THAT(solve("SELECT * { ?x :p ?y OPTIONAL { SERVICE :e { ?y :q ?z } FILTER(?z > '5') } }"),
              ElementsAre("x=a y=b", "x=c y=d", "x=e y=f"));
}

TEST_P(Service, InExistsAndMinus) {
  here({"a p b", "c p d"});
  there("e", {"b q \"1\""});
  EXPECT_THAT(solve("SELECT ?x { ?x :p ?y FILTER EXISTS { SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("x=a"));
  EXPECT_THAT(solve("SELECT ?x { ?x :p ?y FILTER NOT EXISTS { SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("x=c"));
  EXPECT_THAT(solve("SELECT ?x { ?x :p ?y MINUS { SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("x=c"));
}

TEST_P(Service, ChainsAndUnions) {
  here({"a p b"});
  there("e", {"b q c"});
  there("f", {"c r \"1\"", "a r \"2\""});
  EXPECT_THAT(solve("SELECT * { ?x :p ?y SERVICE :e { ?y :q ?z } SERVICE :f { ?z :r ?v } }"),
              ElementsAre("x=a y=b z=c v=1"));
  EXPECT_THAT(solve("SELECT ?x ?v { ?x :p ?y { SERVICE :e { ?y :q ?v } } UNION "
                    "{ SERVICE :f { ?x :r ?v } } }"),
              ElementsAre("x=a v=2", "x=a v=c"));
}

TEST_P(Service, InsideGraphAndSubSelect) {
  source_.insert({rdf::Iri{"http://x/a"}, rdf::Iri{"http://x/p"}, rdf::Iri{"http://x/b"},
                  rdf::Term(rdf::Iri{"http://x/g"})});
  there("e", {"b q \"1\""});
  EXPECT_THAT(solve("SELECT * { GRAPH ?g { ?x :p ?y SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("g=g x=a y=b z=1"));
  EXPECT_THAT(solve("SELECT * { GRAPH ?g { SERVICE :e { ?y :q ?z } } }"),
              ElementsAre("g=g y=b z=1"));
  EXPECT_THAT(solve("SELECT * { { SELECT (COUNT(*) AS ?n) { SERVICE :e { ?y :q ?z } } } }"),
              ElementsAre("n=1"));
}

TEST_P(Service, PatternsOfAllKindsAreSent) {
  there("e", {"a p \"1\"", "b p \"2\"", "b q c", "c p \"3\""});
  here({"a x b", "b x c"});
  EXPECT_THAT(solve("SELECT ?y ?n { ?x :x ?y SERVICE :e { { SELECT ?y (COUNT(*) AS ?n) { ?y ?p ?o "
                    "} GROUP BY ?y } } }"),
              ElementsAre("y=b n=2", "y=c n=1"));
  EXPECT_THAT(solve("SELECT ?y ?o { ?x :x ?y SERVICE :e { ?y :p|(:q/:p) ?o . FILTER(?o != \"2\") } "
                    "}"),
              ElementsAre("y=b o=3", "y=c o=3"));
  EXPECT_THAT(solve("SELECT ?y { ?x :x ?y SERVICE :e { ?y :p ?o MINUS { ?y :q ?z } } }"),
              ElementsAre("y=c"));
}

TEST_P(Service, AFilterOutsideSeesWhatCameBack) {
  here({"a p b"});
  there("e", {"b q \"1\"", "b q \"2\""});
  EXPECT_THAT(solve("SELECT ?z { ?x :p ?y SERVICE :e { ?y :q ?z } FILTER(?z = \"2\") }"),
              ElementsAre("z=2"));
  EXPECT_THAT(solve("SELECT ?z { ?x :p ?y SERVICE :e { ?y :q ?z } } ORDER BY ?z LIMIT 1"),
              ElementsAre("z=1"));
}

TEST_P(Service, AnAnswerWithoutWhatThePatternBindsIsAnError) {
  class Forgetful final : public ServiceClient {
    ServiceAnswer ask(const std::string&, const std::string&, const CallLimits&) override {
      return {{"s"}, {{std::nullopt}}};
    }
  } forgetful;

  options_.services = &forgetful;
  EXPECT_THAT(error_of("SELECT * { SERVICE :e { ?s :p ?o } }"), HasSubstr("unbound"));
}

}  // namespace
}  // namespace prosper::sparql
