// SPDX-License-Identifier: Apache-2.0
// Documents run over one notice: views, graphs, relative IRIs, joins inside a notice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mappings/rml/compile.hpp"
#include "mappings/rml/execute.hpp"
#include "mappings/rml/mapping_error.hpp"

namespace prosper::mappings::rml {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string prefixes = R"(@prefix rml: <http://w3id.org/rml/> .
@prefix prf: <https://w3id.org/prosper/function#> .
@prefix ex: <http://example.org/> .
<#n> rml:source prf:notices ; rml:referenceFormulation rml:CSV .
)";

class Lines final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    std::string line;
    for (const rdf::Term* term : {&quad.subject, &quad.predicate, &quad.object})
      line += (line.empty() ? "" : " ") + shorten(rdf::to_ntriples(*term));
    if (quad.graph) line += " " + shorten(rdf::to_ntriples(*quad.graph));
    all.push_back(line);
  }

  std::vector<std::string> all;

 private:
  static std::string shorten(std::string text) {
    for (const std::string prefix : {"<http://localhost/", "<http://example.org/"})
      if (text.starts_with(prefix)) text.replace(0, prefix.size(), "<");
    return text;
  }
};

std::vector<Value> values(std::initializer_list<const char*> texts) {
  return {texts.begin(), texts.end()};
}

Record notice() {
  Record row;
  row.set("@key", Value("joconde/A%201"));
  row.set("TITR", Value("vase & pot"));
  row.set("DENO", Value(List(values({"vase", "pot"}))));
  row.set("SPEC", Value("a;b"));
  row.set("BAD", Value("no iri"));
  return row;
}

std::vector<std::string> run(const std::string& turtle, FunctionContext* context = nullptr) {
  FunctionContext own;
  const Document document = compile_document(
      prefixes + turtle, {"test.ttl", "http://localhost/", &FunctionRegistry::standard()});
  Lines lines;
  execute_notice(document, notice(), context == nullptr ? own : *context, lines);
  return lines.all;
}

TEST(ExecuteNotice, KeepsPathsOfTheProgramAndEncodesOtherReferences) {
  EXPECT_THAT(
      run(R"(<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:template "id/{@key}/{TITR}" ] ;
    rml:predicateObjectMap [ rml:predicate ex:p ; rml:object <voc/x> ] .)"),
      ElementsAre("<id/joconde/A%201/vase%20%26%20pot> <p> <voc/x>"));
}

TEST(ExecuteNotice, MakesOneTermAValueAndNoneForNothing) {
  EXPECT_THAT(run(R"(<#m> rml:logicalSource <#n> ; rml:subject ex:a ;
    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "DENO" ; rml:language "fr" ] ] ;
    rml:predicateObjectMap [ rml:predicate ex:q ; rml:objectMap [ rml:template "{DENO}-{NONE}" ] , [ rml:reference "NONE" ] ] .)"),
              ElementsAre(R"(<a> <p> "vase"@fr)", R"(<a> <p> "pot"@fr)"));
}

TEST(ExecuteNotice, PutsTriplesIntoNamedGraphs) {
  EXPECT_THAT(
      run(R"(<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:constant ex:a ; rml:class ex:C ; rml:graph <graph/voc> ] .
<#o> rml:logicalSource <#n> ; rml:subject ex:b ; rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:c ;
  rml:graph rml:defaultGraph , <graph/voc> ] .)"),
      UnorderedElementsAre("<a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <C> <graph/voc>",
                           "<b> <p> <c>", "<b> <p> <c> <graph/voc>"));
}

const std::string parts = R"(
<#parts> rml:viewOn <#n> ; rml:field [ a rml:IterableField ; rml:fieldName "part" ;
  rml:functionExecution [ rml:function prf:numbered ; rml:input [ rml:parameter prf:text ;
    rml:inputValueMap [ rml:reference "SPEC" ] ] ] ] .
)";

TEST(ExecuteNotice, IteratesOverTheRecordsOfAFunction) {
  EXPECT_THAT(run(parts + R"(<#m> rml:logicalSource <#parts> ;
    rml:subjectMap [ rml:template "id/{@key}/part/{part.#}" ] ;
    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:template "{part.text} of {TITR}" ; rml:termType rml:Literal ] ] .)"),
              ElementsAre(R"(<id/joconde/A%201/part/1> <p> "a of vase & pot")",
                          R"(<id/joconde/A%201/part/2> <p> "b of vase & pot")"));
}

TEST(ExecuteNotice, LinksThingsToTheIterationsOfAView) {
  const std::string child = R"(
<#child> rml:logicalSource <#parts> ; rml:subjectMap [ rml:template "part/{part.#}" ] .
)";
  EXPECT_THAT(run(parts + child + R"(<#m> rml:logicalSource <#parts> ; rml:subject ex:a ;
    rml:predicateObjectMap [ rml:predicate ex:has ; rml:objectMap [ rml:parentTriplesMap <#child> ] ] .)"),
              ElementsAre("<a> <has> <part/1>", "<a> <has> <part/2>"));
  EXPECT_THAT(run(parts + child + R"(<#m> rml:logicalSource <#n> ; rml:subject ex:a ;
    rml:predicateObjectMap [ rml:predicate ex:has ; rml:objectMap [ rml:parentTriplesMap <#child> ;
      rml:joinCondition [ rml:child "@key" ; rml:parent "@key" ] ,
                        [ rml:child "DENO" ; rml:parentMap [ rml:constant "vase" ] ] ] ] .)"),
              ElementsAre("<a> <has> <part/1>", "<a> <has> <part/2>"));
}

TEST(ExecuteNotice, NestsFieldsAndComputesColumns) {
  EXPECT_THAT(run(R"(
<#v> rml:viewOn <#n> ;
  rml:field [ a rml:IterableField ; rml:fieldName "term" ; rml:reference "DENO" ;
    rml:field [ a rml:ExpressionField ; rml:fieldName "slug" ; rml:functionExecution [ rml:function prf:upper ;
      rml:input [ rml:parameter prf:text ; rml:inputValueMap [ rml:reference "term.value" ] ] ] ] ] ;
  rml:field [ a rml:ExpressionField ; rml:fieldName "both" ; rml:template "{term.slug}/{SPEC}" ] .
<#m> rml:logicalSource <#v> ; rml:subject ex:a ;
  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "both" ] ] .)"),
              ElementsAre(R"(<a> <p> "VASE/a;b")", R"(<a> <p> "POT/a;b")"));
}

TEST(ExecuteNotice, MakesNoIterationWithoutItems) {
  EXPECT_THAT(
      run(R"(<#v> rml:viewOn <#n> ; rml:field [ a rml:IterableField ; rml:fieldName "x" ; rml:reference "NONE" ] .
<#m> rml:logicalSource <#v> ; rml:subject ex:a ; rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:b ] .)"),
      IsEmpty());
}

TEST(ExecuteNotice, PicksFieldsOfResultsAndTestsConditions) {
  EXPECT_THAT(run(R"(<#m> rml:logicalSource <#n> ; rml:subject ex:a ;
    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:return prf:text ;
      rml:functionExecution [ rml:function prf:numbered ; rml:input [ rml:parameter prf:text ; rml:inputValueMap [ rml:reference "SPEC" ] ] ] ] ] ;
    rml:predicateObjectMap [ rml:predicate ex:q ; rml:objectMap [ rml:reference "TITR" ; rml:condition [
      rml:functionExecution [ rml:function prf:ifEqual ; rml:input [ rml:parameter prf:text ; rml:inputValueMap [ rml:reference "SPEC" ] ] ,
        [ rml:parameter prf:equals ; rml:inputValue "other" ] , [ rml:parameter prf:then ; rml:inputValue "true" ] ] ] ] ] .)"),
              ElementsAre(R"(<a> <p> "a")", R"(<a> <p> "b")"));
}

TEST(ExecuteNotice, SkipsAndCountsWhatIsNoIri) {
  FunctionContext context;
  EXPECT_THAT(run(R"(<#m> rml:logicalSource <#n> ; rml:subject ex:a ;
    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "BAD" ; rml:termType rml:IRI ] ] .)",
                  &context),
              IsEmpty());
  EXPECT_EQ((context.parse_counts[{"terms", "BAD"}].kept_as_text), 1U);
}

TEST(ExecuteNotice, SaysWhichFunctionWasCalledWrongly) {
  EXPECT_THROW(run(R"(@prefix grel: <http://users.ugent.be/~bjdmeest/function/grel.ttl#> .
<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:functionExecution [ rml:function grel:escape ;
  rml:input [ rml:parameter grel:valueParam ; rml:inputValue "x" ] , [ rml:parameter grel:modeParam ; rml:inputValue "?" ] ] ] .)"),
               MappingError);
}

}  // namespace
}  // namespace prosper::mappings::rml
