// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <string>

#include "sparql/algebra/print.hpp"
#include "sparql/parser/parse.hpp"

namespace prosper::sparql {
namespace {

const std::string prologue =
    "PREFIX ex: <http://e/> PREFIX a: <http://a/> PREFIX filter: <http://f/>"
    " PREFIX a.b: <http://ab/> PREFIX : <http://d/> ";

std::string algebra_of(const std::string& text) {
  try {
    return print(parse_query(prologue + text));
  } catch (const rdf::SyntaxError& error) {
    return error.what();
  }
}

/// The same request twice, written tight and with a blank between any two tokens: SPARQL is cut
/// into the longest tokens first (§19.8), a grammar without a scanner has to take care of it.
struct Spelling {
  const char* name;
  std::string tight;
  std::string wide;
};

void PrintTo(const Spelling& spelling, std::ostream* out) {
  *out << spelling.tight;
}

class Tokenization : public testing::TestWithParam<Spelling> {};

TEST_P(Tokenization, CutsTheLongestTokens) {
  const std::string wide = algebra_of(GetParam().wide);
  EXPECT_EQ(algebra_of(GetParam().tight), wide);
  EXPECT_TRUE(wide.starts_with("(")) << wide;
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, Tokenization,
    testing::ValuesIn(std::vector<Spelling>{
        {"NoBlanks", "SELECT*WHERE{?s?p?o}", "SELECT * WHERE { ?s ?p ?o }"},
        {"SelectVariables", "SELECT?s?p{?s?p?o}ORDER BY?s LIMIT 1",
         "SELECT ?s ?p { ?s ?p ?o } ORDER BY ?s LIMIT 1"},
        {"ModifierOrVariable", "SELECT*{?s ex:p?n}", "SELECT * { ?s ex:p ?n }"},
        {"ModifierBeforeVariable", "SELECT*{?s ex:p? ?n}", "SELECT * { ?s ( ex:p ) ? ?n }"},
        {"PlusOrNumber", "SELECT*{?s ex:p+1}", "SELECT * { ?s ex:p +1 }"},
        {"PlusOrDecimal", "SELECT*{?s ex:p+.5}", "SELECT * { ?s ex:p +.5 }"},
        {"PlusModifier", "SELECT*{?s ex:p+?n}", "SELECT * { ?s ( ex:p ) + ?n }"},
        {"StarModifier", "SELECT*{?s ex:p*1}", "SELECT * { ?s ( ex:p ) * 1 }"},
        {"TypeKeyword", "SELECT*{?s a<http://c>}", "SELECT * { ?s a <http://c> }"},
        {"TypePrefix", "SELECT*{?s a:b ?o}", "SELECT * { ?s <http://a/b> ?o }"},
        {"TypePrefixWithDot", "SELECT*{?s a.b:c ?o}", "SELECT * { ?s <http://ab/c> ?o }"},
        {"TypeBeforePath", "SELECT*{?s a/ex:p ?o}", "SELECT * { ?s a / ex:p ?o }"},
        {"KeywordAsPrefix", "SELECT*{filter:x ?p ?o}", "SELECT * { <http://f/x> ?p ?o }"},
        {"DotBehindName", "SELECT*{?s ?p ex:a.?t ?q ex:b.}",
         "SELECT * { ?s ?p <http://e/a> . ?t ?q <http://e/b> . }"},
        {"DotInsideName", "SELECT*{?s ?p ex:a.b..c.}", "SELECT * { ?s ?p <http://e/a.b..c> . }"},
        {"DotBehindLabel", "SELECT*{?s ?p _:b.?t ?q 1.}", "SELECT * { ?s ?p _:b . ?t ?q 1 . }"},
        {"DotBehindPrefix", "SELECT*{?s ?p ex:.}", "SELECT * { ?s ?p <http://e/> . }"},
        {"DotBehindInteger", "SELECT*{?s ?p 1.?t ?q 2}", "SELECT * { ?s ?p 1 . ?t ?q 2 }"},
        {"DotBehindDecimal", "SELECT*{?s ?p 1.5.?t ?q .5}", "SELECT * { ?s ?p 1.5 . ?t ?q .5 }"},
        {"DoubleWithDot", "SELECT*{?s ?p 1.e3.}", "SELECT * { ?s ?p 1.e3 . }"},
        {"DotBehindBoolean", "SELECT*{?s ?p true.?t ?q false}",
         "SELECT * { ?s ?p true . ?t ?q false }"},
        {"DotBehindString", "SELECT*{?s?p'x'.?t?q\"y\"@en-GB.}",
         "SELECT * { ?s ?p 'x' . ?t ?q \"y\"@en-GB . }"},
        {"Subtraction", "ASK{FILTER(?a-1=?b)}", "ASK { FILTER ( ?a - 1 = ?b ) }"},
        {"NegativeNumber", "ASK{FILTER(?a=-1)}", "ASK { FILTER ( ?a = -1 ) }"},
        {"SubtractNegative", "ASK{FILTER(1--1=2)}", "ASK { FILTER ( 1 - -1 = 2 ) }"},
        {"LessThan", "ASK{FILTER(?a<?b && ?c>?d)}", "ASK { FILTER ( ?a < ?b && ?c > ?d ) }"},
        {"LessOrEqual", "ASK{FILTER(?a<=?b||?c!=?d)}", "ASK { FILTER ( ?a <= ?b || ?c != ?d ) }"},
        {"LessThanIri", "ASK{FILTER(?a< <http://x>)}", "ASK { FILTER ( ?a < <http://x> ) }"},
        {"NotAndNotEqual", "ASK{FILTER(!?a!=!?b)}", "ASK { FILTER ( ! ?a != ! ?b ) }"},
        {"InOrName", "ASK{FILTER(?a IN(1)&&?b NOT IN(2))}",
         "ASK { FILTER ( ?a IN ( 1 ) && ?b NOT IN ( 2 ) ) }"},
        {"AscOrName", "SELECT*{?s ?p ?o}ORDER BY ASC(?s)DESC(?o)",
         "SELECT * { ?s ?p ?o } ORDER BY ASC ( ?s ) DESC ( ?o )"},
        {"HashInIri", "SELECT*{<http://x#y>?p?o#}\n}", "SELECT * { <http://x#y> ?p ?o }"},
        {"HashInName", "SELECT*{ex:a\\#b ?p ?o}", "SELECT * { <http://e/a#b> ?p ?o }"},
        {"BracketsInName", "SELECT*{ex:a\\(b ?p ?o}", "SELECT * { <http://e/a(b> ?p ?o }"},
        {"ColonsInName", "SELECT*{ex:a:b :c::d ::}",
         "SELECT * { <http://e/a:b> <http://d/c::d> <http://d/:> }"},
        {"DigitsInName", "SELECT*{ex:1a-2 :3 :4.5}",
         "SELECT * { <http://e/1a-2> <http://d/3> <http://d/4.5> }"},
        {"NilAndAnon", "SELECT*{()?p[]}", "SELECT * { ( ) ?p [ ] }"},
        {"CommentInNil", "SELECT*{(#)\n)?p[#]\n]}", "SELECT * { () ?p [] }"},
        {"QuotesInLongString", "SELECT*{?s?p'''a'b''c'''}", "SELECT * { ?s ?p \"a'b''c\" }"},
        {"EmptyStrings", "SELECT*{?s?p'',\"\",'''''',\"\"\"\"\"\"}",
         "SELECT * { ?s ?p \"\" , \"\" , \"\" , \"\" }"},
        {"NumberThenWord", "SELECT*{}LIMIT 1OFFSET 2", "SELECT * { } LIMIT 1 OFFSET 2"},
        {"DatatypeMark", "SELECT*{?s?p'1'^^ex:t}", "SELECT * { ?s ?p '1' ^^ ex:t }"},
        {"OrOperatorNotBar", "ASK{FILTER(?a||?b)}", "ASK { FILTER ( ?a || ?b ) }"},
        {"DollarVariable", "SELECT$x{$x?y$z}", "SELECT ?x { ?x ?y ?z }"},
        {"VariableCharacters", "SELECT?1_\u00b7{?1_\u00b7?p?o}",
         "SELECT ?1_\u00b7 { ?1_\u00b7 ?p ?o }"},
    }),
    [](const auto& spelling) { return spelling.param.name; });

class Refused : public testing::TestWithParam<const char*> {};

TEST_P(Refused, IsASyntaxError) {
  EXPECT_TRUE(algebra_of(GetParam()).starts_with("query:"));
}

INSTANTIATE_TEST_SUITE_P(Texts, Refused,
                         testing::Values("SELECTx { }",                     // no word boundary
                                         "SELECT ?x WHEREx { }",            //
                                         "SELECT * { ?s A ?o }",            // a is in lower case
                                         "ASK { FILTER(?a <?b&&?c> ?d) }",  // an IRI
                                         "ASK { ?s ?p ex:a\\zb }",          // no such escape
                                         "ASK { ?s ?p ex:%4 }",             // half an escape
                                         "ASK { ?s ?p -ex:a }",             //
                                         "ASK { ?s ?p \"a\nb\" }",          // a line break
                                         "ASK { ?s ?p '''a'' }",            //
                                         "ASK { ?s ?p \"a\" \"b\" }",       // no adjacent strings
                                         "ASK { ?s ?p ? }",                 //
                                         "ASK { ?s ?p ?x\u00d7 }",          // × is in no class
                                         "ASK { ?s ?p _:.a }",              //
                                         "ASK { ?s ?p 1e }",                //
                                         "ASK { ?s ?p \"a\"@en-  }",        //
                                         "ASK { FILTER(BOUND ?x) }"));

}  // namespace
}  // namespace prosper::sparql
