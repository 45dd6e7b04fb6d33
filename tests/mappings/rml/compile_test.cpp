// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/compile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mappings/rml/mapping_error.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings::rml {
namespace {

const std::string prefixes = R"(@prefix rml: <http://w3id.org/rml/> .
@prefix prf: <https://w3id.org/prosper/function#> .
@prefix ex: <http://example.org/> .
<#n> rml:source prf:notices ; rml:referenceFormulation rml:CSV .
)";

Document compile(const std::string& turtle) {
  return compile_document(prefixes + turtle,
                          {"test.ttl", "http://localhost/", &FunctionRegistry::standard()});
}

struct Mistake {
  std::string name;
  std::string turtle;
  std::string message;
};

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreNamedWithTheirNode) {
  try {
    compile(GetParam().turtle);
    FAIL() << "compiled";
  } catch (const MappingError& error) {
    EXPECT_EQ(std::string(error.what()), "test.ttl: " + GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Documents, Mistakes,
    testing::Values(
        Mistake{"NoSubject", "<#m> rml:logicalSource <#n> .",
                "<#m>: 0 subject maps; exactly one rml:subject or rml:subjectMap was expected"},
        Mistake{"NoSource", "<#m> rml:subject ex:a .",
                "<#m>: no rml:logicalSource; exactly one was expected"},
        Mistake{"UnknownProperty",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:templat \"x\" ] .",
                "<#m> / rml:subjectMap: rml:templat is not supported by this engine"},
        Mistake{"LiteralSubject",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:template \"x\" ; rml:termType "
                "rml:Literal ] .",
                "<#m> / rml:subjectMap: a literal can only be an object"},
        Mistake{"BadTemplate",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:template \"x{a\" ] .",
                "<#m> / rml:subjectMap: template \"x{a\": a { that is never closed"},
        Mistake{"TwoExpressions",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:template \"x\" ; rml:reference "
                "\"y\" ] .",
                "<#m> / rml:subjectMap: several of rml:constant, rml:reference, rml:template, "
                "rml:functionExecution; one was expected"},
        Mistake{"UnknownFunction",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:functionExecution [ "
                "rml:function prf:nothing ] ] .",
                "<#m> / rml:subjectMap / rml:functionExecution: unknown function "
                "<https://w3id.org/prosper/function#nothing>"},
        Mistake{"NoPredicate",
                "<#m> rml:logicalSource <#n> ; rml:subject ex:a ; rml:predicateObjectMap [ "
                "rml:object ex:b ] .",
                "<#m> / rml:predicateObjectMap: no rml:predicate or rml:predicateMap"},
        Mistake{"UnknownTermType",
                "<#m> rml:logicalSource <#n> ; rml:subjectMap [ rml:template \"x\" ; rml:termType "
                "rml:Iri ] .",
                "<#m> / rml:subjectMap: unknown rml:termType; rml:IRI, rml:URI, rml:UnsafeIRI, "
                "rml:UnsafeURI, rml:BlankNode or rml:Literal was expected"},
        Mistake{"ViewOnItself",
                "<#m> rml:logicalSource <#v> ; rml:subject ex:a . <#v> rml:viewOn <#v> ; rml:field "
                "[ a rml:ExpressionField ; rml:fieldName \"f\" ; rml:reference \"a\" ] .",
                "<#v>: a view on itself"},
        Mistake{"FieldWithoutType",
                "<#m> rml:logicalSource <#v> ; rml:subject ex:a . <#v> rml:viewOn <#n> ; rml:field "
                "[ rml:fieldName \"f\" ; rml:reference \"a\" ] .",
                "<#v> / rml:field: rml:IterableField or rml:ExpressionField was expected as type"},
        Mistake{"ParentWithoutJoin",
                "<#m> rml:logicalSource <#n> ; rml:subject ex:a ; rml:predicateObjectMap [ "
                "rml:predicate ex:p ; rml:objectMap [ rml:parentTriplesMap <#w> ] ] . <#w> "
                "rml:logicalSource <#v> ; rml:subject ex:b . <#v> rml:viewOn <#n> ; rml:field [ a "
                "rml:IterableField ; rml:fieldName \"f\" ; rml:reference \"a\" ] .",
                "<#m>: a parent triples map over another logical source needs an "
                "rml:joinCondition"}),
    [](const auto& mistake) { return mistake.param.name; });

TEST(Compile, RefusesBadTurtle) {
  EXPECT_THROW(compile("<#m> rml:subject"), rdf::SyntaxError);
}

TEST(Compile, KnowsWhichColumnsAreReferenced) {
  const Document document = compile(R"(
<#v> rml:viewOn <#n> ; rml:field [ a rml:IterableField ; rml:fieldName "dim" ;
  rml:functionExecution [ rml:function prf:split ; rml:input [ rml:parameter prf:text ;
    rml:inputValueMap [ rml:reference "DIMS" ] ] ] ] .
<#m> rml:logicalSource <#v> ; rml:subjectMap [ rml:template "id/{@key}/{dim.#}" ] ;
  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "dim.value" ] ,
    [ rml:template "{TITR}" ] , [ rml:reference "POP_COORDONNEES.lat" ] ] .)");
  EXPECT_THAT(document.columns, testing::ElementsAre("DIMS", "POP_COORDONNEES.lat", "TITR"));
  EXPECT_FALSE(document.makes_blank_nodes);
}

}  // namespace
}  // namespace prosper::mappings::rml
