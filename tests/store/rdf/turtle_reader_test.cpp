// SPDX-License-Identifier: Apache-2.0
// Statements of Turtle and TriG: a document and its quads, or the place of its error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/graph_isomorphism.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"
#include "tests/store/rdf/syntax_mistake.hpp"

namespace prosper::rdf {
namespace {

using enum RdfFormat;

struct Document {
  RdfFormat format;
  std::string_view text;
  std::string_view quads;  // N-Quads, "|" between lines; rdf: stands for its namespace
};

void PrintTo(const Document& document, std::ostream* out) {
  *out << document.text;
}

std::vector<Quad> expected_quads(std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("<rdf:")) {
      lines += "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
      i += 4;
    } else {
      lines += text[i] == '|' ? '\n' : text[i];
    }
  }
  return parse_quads(lines, NQuads);
}

class Reads : public testing::TestWithParam<Document> {};

TEST_P(Reads, TheseQuads) {
  const auto quads =
      parse_quads(GetParam().text, GetParam().format,
                  {.base_iri = "http://b/d/f", .source_name = "", .blank_node_prefix = ""});
  EXPECT_TRUE(are_isomorphic(quads, expected_quads(GetParam().quads))) << serialize(quads, NQuads);
}

INSTANTIATE_TEST_SUITE_P(
    Directives, Reads,
    testing::Values(
        Document{Turtle, "@prefix a: <x:>. a:b a:c a:d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "PREFIX a: <x:> a:b a:c a:d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "pReFiX a:<x:>BaSe<y:>a:b a:c a:d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "@prefix:<x:>.:b :c :d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "@prefix#c\n:#c\n<x:>#c\n.:b :c :d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "@prefix a: <x:>.a:b a:c a:d. @prefix a: <y:>.a:b a:c a:d.",
                 "<x:b> <x:c> <x:d> .|<y:b> <y:c> <y:d> ."},
        Document{Turtle, "@prefix a: <#>. @base <http://c/>. <> a: a:d; <y:> <>.",
                 "<http://c/> <http://b/d/f#> <http://b/d/f#d> .|<http://c/> <y:> <http://c/> ."},
        Document{Turtle, "@base <e/>. base <g/> <s> <u:p> <>.",
                 "<http://b/d/e/g/s> <u:p> <http://b/d/e/g/> ."},
        Document{Turtle, "prefix prefix: <x:> prefix:base prefix:a prefix:true.",
                 "<x:base> <x:a> <x:true> ."},
        Document{Turtle, "prefix base: <x:> base:b base:c base:d.", "<x:b> <x:c> <x:d> ."},
        Document{TriG, "prefix graph: <x:> graph:b graph:c graph:d. graph:g{}",
                 "<x:b> <x:c> <x:d> ."},
        Document{TriG, "prefix a: <x:> {a:b a:c a:d} @prefix a: <y:>. {a:b a:c a:d}",
                 "<x:b> <x:c> <x:d> .|<y:b> <y:c> <y:d> ."},
        Document{Turtle, "\xEF\xBB\xBF@prefix a: <x:>. a:b a:c a:d.", "<x:b> <x:c> <x:d> ."},
        Document{Turtle, "", ""}, Document{Turtle, "#", ""}, Document{TriG, " \t\r\n#\r#\n", ""}));

INSTANTIATE_TEST_SUITE_P(
    Triples, Reads,
    testing::Values(
        Document{Turtle, "<u:s> a <u:o>.", "<u:s> <rdf:type> <u:o> ."},
        Document{Turtle, "<u:s>a<u:o>,_:b.<u:s><u:p>'x'.",
                 "<u:s> <rdf:type> <u:o> .|<u:s> <rdf:type> _:b .|<u:s> <u:p> \"x\" ."},
        Document{Turtle, "<u:s> <u:p> <u:o>;;; <u:q> <u:o>, <u:r>;.",
                 "<u:s> <u:p> <u:o> .|<u:s> <u:q> <u:o> .|<u:s> <u:q> <u:r> ."},
        Document{Turtle, "<u:s> <u:p> <u:o> ; ; . _:a <u:p> _:a . _:ab <u:p> _:a .",
                 "<u:s> <u:p> <u:o> .|_:a <u:p> _:a .|_:ab <u:p> _:a ."},
        Document{Turtle, "PREFIX : <u:> _:a:p'x'@en;:q _:b.",
                 "_:a <u:p> \"x\"@en .|_:a <u:q> _:b ."},
        Document{Turtle, "[] <u:p> <u:o>.", "_:b <u:p> <u:o> ."},
        Document{Turtle, "[<u:p> <u:o>].", "_:b <u:p> <u:o> ."},
        Document{Turtle, "[<u:p> <u:o>;]<u:q> <u:o>.", "_:b <u:p> <u:o> .|_:b <u:q> <u:o> ."},
        Document{Turtle, "[<u:p> [<u:q> <u:o>], 'x'; <u:r> []] .",
                 "_:b <u:p> _:c .|_:c <u:q> <u:o> .|_:b <u:p> \"x\" .|_:b <u:r> _:d ."},
        Document{Turtle, "<u:s> <u:p> [<u:q> [<u:r> []]; <u:t> <u:o>]; <u:v> <u:w>.",
                 "<u:s> <u:p> _:a .|_:a <u:q> _:b .|_:b <u:r> _:c .|_:a <u:t> <u:o> .|"
                 "<u:s> <u:v> <u:w> ."},
        Document{Turtle, "<u:s> <u:p> ().", "<u:s> <u:p> <rdf:nil> ."},
        Document{Turtle, "() <u:p> ( ).", "<rdf:nil> <u:p> <rdf:nil> ."},
        Document{Turtle, "<u:s> <u:p> (<u:a>'x'_:c).",
                 "<u:s> <u:p> _:1 .|_:1 <rdf:first> <u:a> .|_:1 <rdf:rest> _:2 .|"
                 "_:2 <rdf:first> \"x\" .|_:2 <rdf:rest> _:3 .|_:3 <rdf:first> _:c .|"
                 "_:3 <rdf:rest> <rdf:nil> ."},
        Document{Turtle, "(<u:a> ()) <u:p> <u:o>; <u:q> <u:o>.",
                 "_:1 <rdf:first> <u:a> .|_:1 <rdf:rest> _:2 .|_:2 <rdf:first> <rdf:nil> .|"
                 "_:2 <rdf:rest> <rdf:nil> .|_:1 <u:p> <u:o> .|_:1 <u:q> <u:o> ."},
        Document{Turtle, "(([<u:p> (<u:a>)])) <u:q> <u:o>.",
                 "_:1 <rdf:first> _:2 .|_:1 <rdf:rest> <rdf:nil> .|_:2 <rdf:first> _:3 .|"
                 "_:2 <rdf:rest> <rdf:nil> .|_:3 <u:p> _:4 .|_:4 <rdf:first> <u:a> .|"
                 "_:4 <rdf:rest> <rdf:nil> .|_:1 <u:q> <u:o> ."},
        Document{Turtle, "<u:s><u:p>(<u:a>[]).[]<u:p><u:o>.",
                 "<u:s> <u:p> _:1 .|_:1 <rdf:first> <u:a> .|_:1 <rdf:rest> _:2 .|"
                 "_:2 <rdf:first> _:x .|_:2 <rdf:rest> <rdf:nil> .|_:y <u:p> <u:o> ."}));

INSTANTIATE_TEST_SUITE_P(
    Graphs, Reads,
    testing::Values(
        Document{TriG, "{}", ""}, Document{TriG, "<u:g>{}{}GRAPH<u:h>{}", ""},
        Document{TriG, "{<u:s> <u:p> <u:o>}", "<u:s> <u:p> <u:o> ."},
        Document{TriG, "{<u:s> <u:p> <u:o>.}", "<u:s> <u:p> <u:o> ."},
        Document{TriG, "<u:g>{<u:s> <u:p> <u:o>;}", "<u:s> <u:p> <u:o> <u:g> ."},
        Document{TriG, "<u:g>{<u:s> <u:p> <u:o>;.<u:s> <u:p> <u:q>.}<u:s> <u:p> <u:o>.",
                 "<u:s> <u:p> <u:o> <u:g> .|<u:s> <u:p> <u:q> <u:g> .|<u:s> <u:p> <u:o> ."},
        Document{TriG, "grAPH <g> {<u:s> a <u:o>}", "<u:s> <rdf:type> <u:o> <http://b/d/g> ."},
        Document{TriG, "[]{<u:s> <u:p> <u:o>}GRAPH[ ]{<u:s> <u:p> <u:o>}",
                 "<u:s> <u:p> <u:o> _:g .|<u:s> <u:p> <u:o> _:h ."},
        Document{TriG, "_:g{_:g <u:p> _:a}GRAPH _:h{_:a <u:p> _:g}_:g <u:p> _:h.",
                 "_:g <u:p> _:a _:g .|_:a <u:p> _:g _:h .|_:g <u:p> _:h ."},
        Document{TriG, "[]<u:p> <u:o>.[<u:p> <u:o>].(<u:a>)<u:p> <u:o>.",
                 "_:a <u:p> <u:o> .|_:b <u:p> <u:o> .|_:c <rdf:first> <u:a> .|"
                 "_:c <rdf:rest> <rdf:nil> .|_:c <u:p> <u:o> ."},
        Document{TriG, "<u:g>{[]<u:p> <u:o>.[<u:p> <u:o>].[<u:p> <u:a>]<u:q> <u:o>.()<u:p> <u:o>}",
                 "_:a <u:p> <u:o> <u:g> .|_:b <u:p> <u:o> <u:g> .|_:c <u:p> <u:a> <u:g> .|"
                 "_:c <u:q> <u:o> <u:g> .|<rdf:nil> <u:p> <u:o> <u:g> ."},
        Document{TriG, "<u:g>{[<u:p> (<u:a>)]}",
                 "_:a <u:p> _:b <u:g> .|_:b <rdf:first> <u:a> <u:g> .|"
                 "_:b <rdf:rest> <rdf:nil> <u:g> ."},
        Document{TriG, "<u:g>{<u:s> <u:p> <u:o>}<u:g>{<u:s> <u:p> <u:q>}",
                 "<u:s> <u:p> <u:o> <u:g> .|<u:s> <u:p> <u:q> <u:g> ."}));

using Wrong = SyntaxMistake;

class Refuses : public testing::TestWithParam<Wrong> {};

TEST_P(Refuses, AtThisPlace) {
  expect_refusal(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Directives, Refuses,
    testing::Values(
        Wrong{Turtle, "@PREFIX a: <u:> .", 1, 1, "unknown directive '@PREFIX', expected @prefix"},
        Wrong{Turtle, "@Base <u:> .", 1, 1, "unknown directive '@Base'"},
        Wrong{Turtle, "@prefix a: <u:>\n<u:s>", 2, 1, "expected '.', found '<'"},
        Wrong{Turtle, "@base <u:>", 1, 11, "expected '.', found the end of the document"},
        Wrong{Turtle, "PREFIX a: <u:> .", 1, 16, "found '.'"},
        Wrong{Turtle, "BASE <u:> .", 1, 11, "found '.'"},
        Wrong{Turtle, "prefixes a: <u:> .", 1, 1, "unknown word 'prefixes', expected a subject"},
        Wrong{Turtle, "PREFIXa: <u:>", 1, 1, "undefined prefix 'PREFIXa:'"},
        Wrong{Turtle, "@prefix a:b <u:> .", 1, 9, "expected a prefix and ':'"},
        Wrong{Turtle, "@prefix a <u:> .", 1, 9, "expected a prefix and ':'"},
        Wrong{Turtle, "@prefix a. : <u:> .", 1, 9, "expected a prefix and ':'"},
        Wrong{Turtle, "@prefix 1: <u:> .", 1, 9, "expected a prefix and ':', found '1'"},
        Wrong{Turtle, "@prefix _: <u:> .", 1, 9, "expected a prefix and ':', found '_'"},
        Wrong{Turtle, "@prefix \u00B7: <u:> .", 1, 12, "malformed prefix"},
        Wrong{Turtle, "@prefix a: b: .", 1, 12, "what the prefix stands for: <IRI>, found 'b'"},
        Wrong{Turtle, "@base a: .", 1, 7, "expected the base: <IRI>, found 'a'"},
        Wrong{Turtle, "@prefix a: <b> .", 1, 12, "relative IRI <b> but no base"},
        Wrong{TriG, "<u:g> { @prefix a: <u:> . }", 1, 9, "found '@'"},
        Wrong{TriG, "<u:g> { PREFIX a: <u:> }", 1, 9, "found the word 'PREFIX'"},
        Wrong{TriG, "{ <u:s> <u:p> <u:o> . GRAPH <u:g> { } }", 1, 23, "the word 'GRAPH'"}));

INSTANTIATE_TEST_SUITE_P(
    Statements, Refuses,
    testing::Values(
        Wrong{Turtle, "<u:s> <u:p> <u:o>", 1, 18, "expected ';', ',' or '.', found the end of"},
        Wrong{Turtle, "<u:s> .", 1, 7,
              "expected a predicate: <IRI>, prefix:name or 'a', found '.'"},
        Wrong{Turtle, "<u:s> <u:p> .", 1, 13, "expected an object"},
        Wrong{Turtle, "<u:s> <u:p> ;", 1, 13, "expected an object"},
        Wrong{Turtle, "<u:s> <u:p> <u:o>,.", 1, 19, "expected an object"},
        Wrong{Turtle, "<u:s> A <u:o> .", 1, 7, "expected an IRI"},
        Wrong{Turtle, "a <u:p> <u:o> .", 1, 1, "unknown word 'a'"},
        Wrong{Turtle, "true <u:p> <u:o> .", 1, 1, "unknown word 'true'"},
        Wrong{Turtle, "1 <u:p> <u:o> .", 1, 1, "expected a subject or a directive, found '1'"},
        Wrong{Turtle, "'s' <u:p> <u:o> .", 1, 1, "found '''"},
        Wrong{Turtle, "<u:s> 'p' <u:o> .", 1, 7, "found '''"},
        Wrong{Turtle, "<u:s> _:p <u:o> .", 1, 7, "found '_'"},
        Wrong{Turtle, "<u:s> [] <u:o> .", 1, 7, "found '['"},
        Wrong{Turtle, "<u:s> () <u:o> .", 1, 7, "found '('"},
        Wrong{Turtle, "[] .", 1, 4, "expected a predicate"},
        Wrong{Turtle, "() .", 1, 4, "expected a predicate"},
        Wrong{Turtle, "(1) .", 1, 5, "expected a predicate"},
        Wrong{Turtle, "[<u:p> 1] ; <u:q> 2 .", 1, 11, "expected a predicate"},
        Wrong{Turtle, "<u:s> <u:p> <u:o> ; , .", 1, 21, "expected a predicate"},
        Wrong{Turtle, "; <u:s> <u:p> <u:o> .", 1, 1, "found ';'"},
        Wrong{Turtle, "<u:s> <u:p> <u:o> . .", 1, 21, "found '.'"},
        Wrong{Turtle, "<u:s> <u:p> <u:o> . }", 1, 21, "found '}'"},
        Wrong{Turtle, "GRAPH <u:g> { }", 1, 1, "unknown word 'GRAPH'"},
        Wrong{Turtle, "{ }", 1, 1, "Turtle has no graphs, TriG has"},
        Wrong{Turtle, "_:g { }", 1, 5, "Turtle has no graphs, TriG has"},
        Wrong{Turtle, "é\r\n <u:s>", 1, 1, "unknown word 'é'"},
        Wrong{Turtle, "<u:é> <u:p> '''é\r\né''', !", 2, 7, "expected an object"},
        Wrong{Turtle, "<u:s> <u:p> '\xFF'", 1, 14, "invalid UTF-8"},
        Wrong{Turtle, "<u:s> <u:p> <u:o> . # é\xFF", 1, 24, "invalid UTF-8"},
        Wrong{Turtle, "\n\xC3", 2, 1, "invalid UTF-8"},
        Wrong{Turtle, "@prefix e: <u:>. e:s e:p e:o\xC3(", 1, 29, "invalid UTF-8"},
        Wrong{Turtle, std::string_view("\0", 1), 1, 1, "expected a subject"}));

INSTANTIATE_TEST_SUITE_P(
    Graphs, Refuses,
    testing::Values(Wrong{TriG, "<u:g> {", 1, 8, "expected a triple or '}', found the end"},
                    Wrong{TriG, "<u:g> { <u:s> <u:p> 1 ", 1, 23, "expected ';', ',', '.' or '}'"},
                    Wrong{TriG, "<u:g> { <u:s> }", 1, 15, "expected a predicate"},
                    Wrong{TriG, "<u:g> { . }", 1, 9, "expected a triple or '}', found '.'"},
                    Wrong{TriG, "<u:g> { <u:s> <u:p> 1 . . }", 1, 25, "expected a triple or '}'"},
                    Wrong{TriG, "<u:g> { <u:h> { } }", 1, 15, "expected a predicate"},
                    Wrong{TriG, "<u:g> { { } }", 1, 9, "expected a triple or '}', found '{'"},
                    Wrong{TriG, "<u:g> { } .", 1, 11, "found '.'"},
                    Wrong{TriG, "<u:g> { } }", 1, 11, "found '}'"},
                    Wrong{TriG, "GRAPH { }", 1, 7, "expected a graph: <IRI>"},
                    Wrong{TriG, "GRAPH <u:g> <u:p> 1 .", 1, 13, "expected '{', found '<'"},
                    Wrong{TriG, "GRAPH <u:g> <u:h> { }", 1, 13, "expected '{', found '<'"},
                    Wrong{TriG, "GRAPH 'g' { }", 1, 7, "expected a graph"},
                    Wrong{TriG, "GRAPH () { }", 1, 7, "expected a graph"},
                    Wrong{TriG, "GRAPH [<u:p> 1] { }", 1, 8, "expected ']'"},
                    Wrong{TriG, "() { }", 1, 4, "expected a predicate"},
                    Wrong{TriG, "[<u:p> 1] { }", 1, 11, "expected a predicate"},
                    Wrong{TriG, "'g' { }", 1, 1, "expected a subject, a graph or a directive"},
                    Wrong{TriG, "<u:g> = { }", 1, 7, "found '='"},
                    Wrong{TriG, "{ [] }", 1, 6, "expected a predicate"},
                    Wrong{TriG, "{ (1) }", 1, 7, "expected a predicate"}));

}  // namespace
}  // namespace prosper::rdf
