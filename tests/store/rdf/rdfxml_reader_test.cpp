// SPDX-License-Identifier: Apache-2.0
// RDF/XML, production by production (RDF 1.1 XML Syntax §7.2).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/graph_isomorphism.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

using enum RdfFormat;

const ParseOptions with_base{
    .base_iri = "http://b/d/f?q#x", .source_name = "", .blank_node_prefix = ""};

/// `content` inside rdf:RDF, on a line of its own; the prefixes are r, e and the default n:.
std::string document(std::string_view content) {
  return "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='u:' xmlns='n:'>\n" +
         std::string(content) + "\n</r:RDF>";
}

struct Read {
  std::string_view content;
  std::string_view triples;  // Turtle; e: is <u:>, r: is rdf:
};

void PrintTo(const Read& read, std::ostream* out) {
  *out << read.content;
}

class RdfXmlReads : public testing::TestWithParam<Read> {};

TEST_P(RdfXmlReads, TheseTriples) {
  const auto quads = parse_quads(document(GetParam().content), RdfXml, with_base);
  const auto expected = parse_quads(
      "PREFIX r: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX e: <u:> "
      "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " +
          std::string(GetParam().triples),
      Turtle);
  EXPECT_TRUE(are_isomorphic(quads, expected)) << serialize(quads, NTriples);
}

INSTANTIATE_TEST_SUITE_P(
    Nodes, RdfXmlReads,
    testing::Values(
        Read{"", ""}, Read{"<r:Description/>", ""}, Read{"<e:T/>", "[] a e:T ."},
        Read{"<T/>", "[] a <n:T> ."}, Read{"<!-- c --><?p i?><e:T r:about='u:s'/>", "e:s a e:T ."},
        Read{"<e:T r:about=''/>", "<http://b/d/f?q> a e:T ."},
        Read{"<e:T r:about='../g'/>", "<http://b/g> a e:T ."},
        Read{"<e:T r:about='u:a/../b'/>", "<u:a/../b> a e:T ."},
        Read{"<e:T r:ID='i'/>", "<http://b/d/f?q#i> a e:T ."},
        Read{"<e:T r:nodeID='n'/><e:U r:nodeID='n'/>", "_:n a e:T, e:U ."},
        Read{"<e:T r:nodeID='n.'/><e:U r:nodeID='n'/>", "[] a e:T . [] a e:U ."},
        Read{"<e:T about='u:s'/><e:T ID='i'/>", "e:s a e:T . <http://b/d/f?q#i> a e:T ."},
        Read{"<r:Seq r:about='u:s'/><r:foo r:about='u:s'/>", "e:s a r:Seq, r:foo ."},
        Read{"<r:Description r:about='u:s' e:p='x' e:q=''/>", "e:s e:p 'x'; e:q '' ."},
        Read{"<r:Description r:about='u:s' r:type='T' r:value='v' r:_1='w'/>",
             "e:s a <http://b/d/T>; r:value 'v'; r:_1 'w' ."},
        Read{"<r:Description about='u:s' type='u:T'/>", "e:s a e:T ."},
        Read{"<e:T r:about='u:s' xml:lang='fr' e:p='é'/>", "e:s a e:T; e:p 'é'@fr ."},
        Read{"<e:T r:about='u:s' xml:space='preserve' xml:foo='x' xmlFoo='y'/>", "e:s a e:T ."}));

INSTANTIATE_TEST_SUITE_P(
    Values, RdfXmlReads,
    testing::Values(
        Read{"<e:T r:about='u:s'><e:p>x</e:p></e:T>", "e:s a e:T; e:p 'x' ."},
        Read{"<r:Description r:about='u:s'><e:p/><e:q></e:q><e:r> \n </e:r></r:Description>",
             "e:s e:p ''; e:q ''; e:r ' \\n ' ."},
        Read{"<r:Description r:about='u:s'><e:p>a<!--c-->b<?p i?>c<![CDATA[<d>&]]>&lt;&#233;&#xD;"
             "</e:p></r:Description>",
             "e:s e:p 'abc<d>&<é\\r' ."},
        Read{"<r:Description r:about='u:s'><e:p r:datatype='t'>1</e:p><e:q r:datatype='u:t'/>"
             "</r:Description>",
             "e:s e:p '1'^^<http://b/d/t>; e:q ''^^e:t ."},
        Read{"<r:Description r:about='u:s' xml:lang='fr'><e:p>x</e:p><e:q xml:lang=''>x</e:q>"
             "<e:r xml:lang='en'/><e:t r:datatype='u:t'>x</e:t></r:Description>",
             "e:s e:p 'x'@fr; e:q 'x'; e:r ''@en; e:t 'x'^^e:t ."},
        Read{"<r:Description r:about='u:s'><e:p r:resource='u:o'/><e:q r:resource='g'> </e:q>"
             "<e:r r:nodeID='n'/></r:Description>",
             "e:s e:p e:o; e:q <http://b/d/g>; e:r _:n ."},
        Read{"<r:Description r:about='u:s'><e:p e:q='x' r:type='u:T'/></r:Description>",
             "e:s e:p [ e:q 'x'; a e:T ] ."},
        Read{"<r:Description r:about='u:s'><e:p r:resource='u:o' e:q='x' xml:lang='fr'/>"
             "<e:r r:nodeID='n' e:q='y'/></r:Description>",
             "e:s e:p e:o; e:r _:n . e:o e:q 'x'@fr . _:n e:q 'y' ."},
        Read{"<r:Description r:about='u:s'><e:p> <e:T/>\n</e:p><e:q><r:Description r:about='u:o'>"
             "<e:r>x</e:r></r:Description></e:q></r:Description>",
             "e:s e:p [a e:T]; e:q e:o . e:o e:r 'x' ."},
        Read{"<r:Description r:about='u:s'><r:li>x</r:li><e:p/><r:li><r:Seq><r:li>y</r:li></r:Seq>"
             "</r:li><r:_1 r:resource='u:o'/></r:Description>",
             "e:s r:_1 'x', e:o; e:p ''; r:_2 [a r:Seq; r:_1 'y'] ."}));

INSTANTIATE_TEST_SUITE_P(
    ParseTypes, RdfXmlReads,
    testing::Values(
        Read{"<r:Description r:about='u:s'><e:p r:parseType='Resource'><r:li>x</r:li>"
             "<e:q r:parseType='Resource'/></e:p></r:Description>",
             "e:s e:p [ r:_1 'x'; e:q [] ] ."},
        Read{"<r:Description r:about='u:s'><e:p r:parseType='Collection'/></r:Description>",
             "e:s e:p () ."},
        Read{"<r:Description r:about='u:s'><e:p r:parseType='Collection'> <e:T/>"
             "<r:Description r:about='u:o'><e:q r:parseType='Collection'><e:U/></e:q>"
             "</r:Description></e:p></r:Description>",
             "e:s e:p ([a e:T] e:o) . e:o e:q ([a e:U]) ."},
        Read{"<r:Description r:about='u:s'><e:p r:parseType='Literal'>x</e:p></r:Description>",
             "e:s e:p 'x'^^r:XMLLiteral ."},
        Read{"<r:Description r:about='u:s'><e:p r:parseType='new'><r:li/></e:p></r:Description>",
             "e:s e:p '<r:li xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></r:li>'"
             "^^r:XMLLiteral ."},
        Read{"<r:Description r:about='u:s'><e:p parseType='Literal'/></r:Description>",
             "e:s e:p ''^^r:XMLLiteral ."}));

INSTANTIATE_TEST_SUITE_P(
    Statements, RdfXmlReads,
    testing::Values(
        Read{"<r:Description r:about='u:s' xml:base='u:b'><e:p r:ID='i'>x</e:p></r:Description>",
             "e:s e:p 'x' . <u:b#i> a r:Statement; r:subject e:s; r:predicate e:p; "
             "r:object 'x' ."},
        Read{"<r:Description r:about='u:s' xml:base='u:b'><e:p r:ID='i' r:parseType='Collection'>"
             "<r:Description r:about='u:o'/></e:p></r:Description>",
             "e:s e:p _:c . _:c r:first e:o; r:rest () . <u:b#i> a r:Statement; r:subject e:s; "
             "r:predicate e:p; r:object _:c ."},
        Read{"<r:Description r:about='u:s' xml:base='u:b'><e:p r:ID='i' r:resource='u:o'/>"
             "<e:q r:ID='j'><r:Description r:about='u:o'/></e:q></r:Description>",
             "e:s e:p e:o; e:q e:o . <u:b#i> a r:Statement; r:subject e:s; r:predicate e:p; "
             "r:object e:o . <u:b#j> a r:Statement; r:subject e:s; r:predicate e:q; "
             "r:object e:o ."}));

INSTANTIATE_TEST_SUITE_P(
    Bases, RdfXmlReads,
    testing::Values(
        Read{"<r:Description xml:base='http://c/a/b#f' r:about=''><e:p xml:base='../g/' "
             "r:resource='h'/><e:q r:resource='h'/></r:Description>",
             "<http://c/a/b> e:p <http://c/g/h>; e:q <http://c/a/h> ."},
        Read{"<e:T xml:base='http://c' r:ID='i'/><e:T r:ID='i'/>",
             "<http://c#i> a e:T . <http://b/d/f?q#i> a e:T ."}));

struct Markup {
  std::string_view content;
  std::string_view literal;
};

void PrintTo(const Markup& markup, std::ostream* out) {
  *out << markup.content;
}

class XmlLiterals : public testing::TestWithParam<Markup> {};

TEST_P(XmlLiterals, AreCanonical) {
  const auto quads = parse_quads(document("<e:T><e:p r:parseType='Literal'>" +
                                          std::string(GetParam().content) + "</e:p></e:T>"),
                                 RdfXml);
  ASSERT_EQ(quads.size(), 2U);
  EXPECT_EQ(std::get<Literal>(quads[1].object).lexical_form, GetParam().literal);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, XmlLiterals,
    testing::Values(
        Markup{"a &amp; &lt;b&gt; &quot;c\"&#13;<![CDATA[<d>]]>",
               "a &amp; &lt;b&gt; \"c\"&#xD;&lt;d&gt;"},
        Markup{"<b/>", "<b xmlns=\"n:\"></b>"}, Markup{"<b xmlns=''/>", "<b></b>"},
        Markup{"<b><c xmlns=''><d/></c></b>", "<b xmlns=\"n:\"><c xmlns=\"\"><d></d></c></b>"},
        Markup{"<e:b><e:c/></e:b><e:d/>",
               "<e:b xmlns:e=\"u:\"><e:c></e:c></e:b><e:d xmlns:e=\"u:\"></e:d>"},
        Markup{"<e:b><e:c xmlns:e='v:'><e:d/></e:c><e:f/></e:b>",
               "<e:b xmlns:e=\"u:\"><e:c xmlns:e=\"v:\"><e:d></e:d></e:c><e:f></e:f></e:b>"},
        Markup{"<e:b z='1' r:a='2' e:b='3' a='&lt;>&amp;\"&#9;&#10;&#13;' xml:lang='fr'/>",
               "<e:b xmlns:e=\"u:\" xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
               "a=\"&lt;>&amp;&quot;&#x9;&#xA;&#xD;\" z=\"1\" r:a=\"2\" xml:lang=\"fr\" "
               "e:b=\"3\"></e:b>"},
        Markup{"<!-- c --><?p  i ?><?q?>", "<!-- c --><?p i ?><?q?>"}));

struct Wrong {
  std::string_view content;
  std::string_view complaint;
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.content;
}

class RdfXmlRefuses : public testing::TestWithParam<Wrong> {};

TEST_P(RdfXmlRefuses, WithAReason) {
  try {
    parse_quads(document(GetParam().content), RdfXml, with_base);
    FAIL() << "accepted";
  } catch (const SyntaxError& error) {
    EXPECT_THAT(error.message(), testing::HasSubstr(std::string(GetParam().complaint)));
    EXPECT_GE(error.line(), 2U);
    EXPECT_GE(error.column(), 1U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Nodes, RdfXmlRefuses,
    testing::Values(
        Wrong{"x", "a text where none can stand"}, Wrong{"<r:RDF/>", "expected a node"},
        Wrong{"<r:ID/>", "expected a node"}, Wrong{"<r:about/>", "expected a node"},
        Wrong{"<r:bagID/>", "expected a node"}, Wrong{"<r:parseType/>", "expected a node"},
        Wrong{"<r:resource/>", "expected a node"}, Wrong{"<r:nodeID/>", "expected a node"},
        Wrong{"<r:datatype/>", "expected a node"}, Wrong{"<r:li/>", "expected a node"},
        Wrong{"<r:aboutEach/>", "expected a node"},
        Wrong{"<r:aboutEachPrefix/>", "expected a node"},
        Wrong{"<T xmlns=''/>", "<T> without a namespace"},
        Wrong{"<T xmlns='rel'/>", "relative IRI <relT>"},
        Wrong{"<T xmlns='u: '/>", "not allowed in the IRI"},
        Wrong{"<e:T r:about='a b'/>", "not allowed in the IRI <a b>"},
        Wrong{"<e:T r:about='u:s' r:ID='i'/>", "two of rdf:ID"},
        Wrong{"<e:T r:about='u:s' r:nodeID='i'/>", "two of rdf:ID"},
        Wrong{"<e:T r:ID='i' r:nodeID='i'/>", "two of rdf:ID"},
        Wrong{"<e:T r:about='u:s' about='u:s'/>", "a second time"},
        Wrong{"<e:T r:ID='1'/>", "rdf:ID is '1', expected an XML name"},
        Wrong{"<e:T r:ID='a:b'/>", "rdf:ID is 'a:b'"}, Wrong{"<e:T r:ID=''/>", "rdf:ID is ''"},
        Wrong{"<e:T r:nodeID='a b'/>", "rdf:nodeID is 'a b'"},
        Wrong{"<e:T r:ID='i'/><e:T r:ID='i'/>", "rdf:ID 'i' a second time"},
        Wrong{"<e:T r:ID='i'><e:p r:ID='i'/></e:T>", "rdf:ID 'i' a second time"},
        Wrong{"<e:T r:resource='u:s'/>", "on a node"},
        Wrong{"<e:T r:datatype='u:s'/>", "on a node"},
        Wrong{"<e:T r:parseType='Literal'/>", "on a node"},
        Wrong{"<e:T r:aboutEach='u:s'/>", "the attribute rdf:aboutEach"},
        Wrong{"<e:T r:aboutEachPrefix='u:s'/>", "the attribute rdf:aboutEachPrefix"},
        Wrong{"<e:T r:bagID='b'/>", "the attribute rdf:bagID"},
        Wrong{"<e:T r:li='x'/>", "the attribute rdf:li"},
        Wrong{"<e:T r:RDF='x'/>", "the attribute rdf:RDF"},
        Wrong{"<e:T r:Description='x'/>", "the attribute rdf:Description"},
        Wrong{"<e:T p='x'/>", "the attribute 'p' without a namespace"},
        Wrong{"<e:T bagID='x'/>", "the attribute 'bagID' without a namespace"},
        Wrong{"<e:T>x</e:T>", "a text where none can stand"},
        Wrong{"<e:T xml:lang='x_y' e:p='x'/>", "malformed language tag 'x_y'"}));

INSTANTIATE_TEST_SUITE_P(
    Properties, RdfXmlRefuses,
    testing::Values(
        Wrong{"<e:T><r:Description/></e:T>", "expected a property"},
        Wrong{"<e:T><r:RDF/></e:T>", "expected a property"},
        Wrong{"<e:T><r:about/></e:T>", "expected a property"},
        Wrong{"<e:T><r:aboutEach/></e:T>", "expected a property"},
        Wrong{"<e:T><p xmlns=''/></e:T>", "without a namespace"},
        Wrong{"<e:T><e:p r:about='u:o'/></e:T>", "rdf:about on a property"},
        Wrong{"<e:T><e:p r:aboutEach='u:o'/></e:T>", "the attribute rdf:aboutEach"},
        Wrong{"<e:T><e:p r:resource='u:o' r:nodeID='n'/></e:T>", "on one property"},
        Wrong{"<e:T><e:p r:resource='u:o' r:datatype='u:t'/></e:T>", "is no literal"},
        Wrong{"<e:T><e:p r:datatype='u:t' e:q='x'/></e:T>", "is no literal"},
        Wrong{"<e:T><e:p r:datatype='u:t'><e:T/></e:p></e:T>", "rdf:datatype asks for a text"},
        Wrong{"<e:T><e:p r:parseType='Literal' r:resource='u:o'/></e:T>", "rdf:parseType beside"},
        Wrong{"<e:T><e:p r:parseType='Resource' e:q='x'/></e:T>", "rdf:parseType beside"},
        Wrong{"<e:T><e:p r:parseType='Collection' r:nodeID='n'/></e:T>", "rdf:parseType beside"},
        Wrong{"<e:T><e:p r:parseType='x' r:datatype='u:t'/></e:T>", "rdf:parseType beside"},
        Wrong{"<e:T><e:p><e:T/><e:T/></e:p></e:T>", "a second node in a property"},
        Wrong{"<e:T><e:p>x<e:T/></e:p></e:T>", "a node behind a text"},
        Wrong{"<e:T><e:p><e:T/>x</e:p></e:T>", "a text where none can stand"},
        Wrong{"<e:T><e:p r:resource='u:o'>x</e:p></e:T>", "a text where none can stand"},
        Wrong{"<e:T><e:p r:resource='u:o'><e:T/></e:p></e:T>", "found <e:T>"},
        Wrong{"<e:T><e:p r:parseType='Collection'>x</e:p></e:T>", "a text where none"},
        Wrong{"<e:T><e:p r:parseType='Resource'>x</e:p></e:T>", "a text where none"},
        Wrong{"<e:T><e:p r:parseType='Resource'><r:Description/></e:p></e:T>",
              "expected a property"},
        Wrong{"<e:T xml:base='a b'/>", "not allowed in the IRI"},
        Wrong{"<e:T></e:U>", "malformed XML: mismatched tag"},
        Wrong{"<f:T/>", "malformed XML: unbound prefix"}, Wrong{"&e;", "undefined entity"},
        Wrong{"<e:T e:p='1' e:p='2'/>", "duplicate attribute"},
        Wrong{"<e:T><e:p>\x01</e:p></e:T>", "not well-formed"}));

TEST(RdfXmlReader, RefusesAttributesOfTheRoot) {
  EXPECT_THROW(parse_quads("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                           "r:about='u:s'/>",
                           RdfXml),
               SyntaxError);
}

TEST(RdfXmlReader, ReadsOneNodeAsDocument) {
  const auto quads = parse_quads("<T xmlns='u:'><p>x</p></T>", RdfXml);
  ASSERT_EQ(quads.size(), 2U);
  EXPECT_EQ(quads[1].predicate, Term(Iri{"u:p"}));
}

TEST(RdfXmlReader, SaysWhereAnErrorIs) {
  try {
    parse_quads(document("<e:T>\n <e:p>é</e:p>é<e:q/></e:T>"), RdfXml);
    FAIL() << "accepted";
  } catch (const SyntaxError& error) {
    EXPECT_EQ(error.line(), 3U);
    EXPECT_EQ(error.column(), 14U);
  }
}

TEST(RdfXmlReader, LabelsNeverMeet) {
  const auto quads =
      parse_quads(document("<e:T/><e:T r:nodeID='_0b1'/><e:T r:nodeID='a.'/><e:T r:nodeID='a'/>"),
                  RdfXml, {.base_iri = "", .source_name = "", .blank_node_prefix = "d-"});
  std::vector<std::string> labels;
  for (const Quad& quad : quads) labels.push_back(std::get<BlankNode>(quad.subject).label);
  EXPECT_THAT(labels, testing::ElementsAre("d-0b1", "d-__0b1", "d-0da._", "d-a"));
}

TEST(RdfXmlReader, TellsPrefixesAndLetsExceptionsThrough) {
  struct Refusing final : QuadSink {
    void quad(const Quad&) override { throw std::out_of_range("enough"); }

    void prefix(std::string_view name, std::string_view iri) override {
      prefixes.append(name).append("=").append(iri).append(" ");
    }

    std::string prefixes;
  };

  Refusing sink;
  EXPECT_THROW(parse_rdf("<T xmlns='u:' xmlns:e='v:'/>", RdfXml, {}, sink), std::out_of_range);
  EXPECT_EQ(sink.prefixes, "=u: e=v: ");
}

}  // namespace
}  // namespace prosper::rdf
