// SPDX-License-Identifier: Apache-2.0
// The terms of Turtle (RDF 1.1 Turtle §6.5), each as the object of "e:s e:p … ."
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

using namespace std::string_view_literals;

std::vector<Quad> read_object(std::string_view object) {
  std::string text = "@prefix e: <u:> . @prefix : <v:> . @prefix true: <t:> . @prefix a.b: <ab:> .";
  text.append("@prefix é\u0301\u00B7-0: <ac:> . @prefix E: <U:> . e:s e:p ").append(object);
  return parse_quads(text, RdfFormat::Turtle,
                     {.base_iri = "http://b/d/f?q", .source_name = "", .blank_node_prefix = ""});
}

struct Object {
  std::string_view text;
  std::string_view term;  // N-Triples
};

void PrintTo(const Object& object, std::ostream* out) {
  *out << object.text;
}

class ReadsObject : public testing::TestWithParam<Object> {};

TEST_P(ReadsObject, AsThisTerm) {
  const std::string text(GetParam().text);
  const std::string term(GetParam().term);
  // What follows may touch what can end.
  for (const std::string& ending : {text + " .", text + "\n.", text + "#c\n."}) {
    const auto quads = read_object(ending);
    ASSERT_EQ(quads.size(), 1U);
    EXPECT_EQ(to_ntriples(quads[0].object), term);
  }
  const auto quads = read_object(text + ".");
  ASSERT_EQ(quads.size(), 1U);
  EXPECT_EQ(to_ntriples(quads[0].object), term);
}

INSTANTIATE_TEST_SUITE_P(
    Iris, ReadsObject,
    testing::Values(Object{"<u:x>", "<u:x>"}, Object{"<>", "<http://b/d/f?q>"},
                    Object{"<g>", "<http://b/d/g>"}, Object{"<#f>", "<http://b/d/f?q#f>"},
                    Object{"<?r>", "<http://b/d/f?r>"}, Object{"<../g>", "<http://b/g>"},
                    Object{"<../../../g>", "<http://b/g>"}, Object{"<//c/g>", "<http://c/g>"},
                    Object{"</g/./h>", "<http://b/g/h>"}, Object{"<g:h>", "<g:h>"},
                    Object{"<./g:h>", "<http://b/d/g:h>"},
                    Object{"<http://b/../c/./d>", "<http://b/../c/./d>"},
                    Object{"<u:\\u00e9\\U0001F600é>", "<u:é\U0001F600é>"},
                    Object{"<\\u0067>", "<http://b/d/g>"},
                    Object{"<u:%20%zz'()[]>", "<u:%20%zz'()[]>"},
                    Object{"<u:a\x7F>", "<u:a\x7F>"}));

INSTANTIATE_TEST_SUITE_P(
    Names, ReadsObject,
    testing::Values(Object{"e:", "<u:>"}, Object{":", "<v:>"}, Object{":a", "<v:a>"},
                    Object{"e:a.b", "<u:a.b>"}, Object{"e:a..b", "<u:a..b>"},
                    Object{"e:1", "<u:1>"}, Object{"e:0a-_", "<u:0a-_>"}, Object{"e:_", "<u:_>"},
                    Object{"e::", "<u::>"}, Object{"e:a:b:", "<u:a:b:>"},
                    Object{"e::::", "<u::::>"}, Object{"e:%41", "<u:%41>"},
                    Object{"e:a%fFb", "<u:a%fFb>"}, Object{"e:%41%42", "<u:%41%42>"},
                    Object{"e:é\u00B7\u0301\u203F", "<u:é\u00B7\u0301\u203F>"},
                    Object{"e:\U00010000", "<u:\U00010000>"}, Object{"true:x", "<t:x>"},
                    Object{"true:", "<t:>"}, Object{"a.b:c", "<ab:c>"}, Object{"E:x", "<U:x>"},
                    Object{"é\u0301\u00B7-0:x", "<ac:x>"}, Object{"e:true", "<u:true>"},
                    Object{"e:a\\.", "<u:a.>"}, Object{"e:\\.\\.a", "<u:..a>"},
                    Object{"e:\\-a", "<u:-a>"}, Object{"e:a\\%20", "<u:a%20>"},
                    Object{"e:\\_\\~\\.\\-\\!\\$\\&\\'\\(\\)\\*\\+\\,\\;\\=\\/\\?\\#\\@\\%",
                           "<u:_~.-!$&'()*+,;=/?#@%>"},
                    Object{"e:a\\/b.c\\/d", "<u:a/b.c/d>"}));

INSTANTIATE_TEST_SUITE_P(BlankNodes, ReadsObject,
                         testing::Values(Object{"_:a", "_:a"}, Object{"_:0", "_:0"},
                                         Object{"_:_", "_:_"}, Object{"_:a.b", "_:a.b"},
                                         Object{"_:a-\u00B7", "_:a-\u00B7"}, Object{"_:é", "_:é"},
                                         Object{"_:0b", "_:0b"}, Object{"_:0b1", "_:_0b1"},
                                         Object{"_:_0b1", "_:__0b1"}, Object{"_:0b1x", "_:0b1x"},
                                         Object{"[]", "_:0b1"}, Object{"[ \n\t]", "_:0b1"},
                                         Object{"[#c\n]", "_:0b1"}));

INSTANTIATE_TEST_SUITE_P(
    Strings, ReadsObject,
    testing::Values(Object{R"("")", R"("")"}, Object{"''", R"("")"}, Object{R"("""""")", R"("")"},
                    Object{"''''''", R"("")"}, Object{R"("it's")", R"("it's")"},
                    Object{R"('"')", R"("\"")"}, Object{R"("""a"b""c""")", R"("a\"b\"\"c")"},
                    Object{"'''a'b''c'''", R"("a'b''c")"}, Object{R"("""'''""")", R"("'''")"},
                    Object{R"('''"""''')", R"("\"\"\"")"}, Object{R"("""a\"""")", R"("a\"")"},
                    Object{R"("""a\"\""b""")", R"("a\"\"\"b")"},
                    Object{"\"\"\"a\nb\r\nc\rd\"\"\"", R"("a\nb\r\nc\rd")"},
                    Object{R"("\t\b\n\r\f\"\'\\")", "\"\t\b\\n\\r\f\\\"'\\\\\""},
                    Object{R"("""\u0022\u0022\u0022""")", R"("\"\"\"")"},
                    Object{R"("\u00e9\u00E9\U0001f600")", "\"éé\U0001F600\""},
                    Object{"\"\0\""sv, "\"\0\""sv}, Object{"'''\0'''"sv, "\"\0\""sv},
                    Object{R"("\u0000")", "\"\0\""sv}, Object{"\"\x01\x7F\t\"", "\"\x01\x7F\t\""},
                    Object{"\"#\"", "\"#\""}, Object{"\"\uFEFF\"", "\"\uFEFF\""}));

INSTANTIATE_TEST_SUITE_P(
    Literals, ReadsObject,
    testing::Values(Object{"\"x\"@fr", "\"x\"@fr"}, Object{"'x'@fr-FR-1a", "\"x\"@fr-FR-1a"},
                    Object{"\"x\" @en", "\"x\"@en"}, Object{"\"x\"\n#c\n@en", "\"x\"@en"},
                    Object{"\"x\"^^e:t", "\"x\"^^<u:t>"},
                    Object{"\"x\"^^<t>", "\"x\"^^<http://b/d/t>"},
                    Object{"\"x\" ^^ e:t", "\"x\"^^<u:t>"},
                    Object{"\"\"\"x\"\"\"^^<u:t>", "\"x\"^^<u:t>"}, Object{"''@a", "\"\"@a"},
                    Object{"\"x\"^^<http://www.w3.org/2001/XMLSchema#string>", "\"x\""},
                    Object{"true", "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>"},
                    Object{"false", "\"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>"}));

class ReadsNumber : public testing::TestWithParam<std::pair<std::string_view, std::string_view>> {};

TEST_P(ReadsNumber, AsThisType) {
  const auto [text, type] = GetParam();
  for (const std::string_view ending : {" .", ".", "#\n.", ", e:o ."}) {
    const auto quads = read_object(std::string(text) + std::string(ending));
    ASSERT_FALSE(quads.empty());
    const Literal expected = make_typed_literal(
        std::string(text), "http://www.w3.org/2001/XMLSchema#" + std::string(type));
    EXPECT_EQ(quads[0].object, Term(expected)) << to_ntriples(quads[0].object);
  }
}

INSTANTIATE_TEST_SUITE_P(Numbers, ReadsNumber,
                         testing::Values(std::pair{"0", "integer"}, std::pair{"007", "integer"},
                                         std::pair{"+1", "integer"}, std::pair{"-10", "integer"},
                                         std::pair{"1.0", "decimal"}, std::pair{".5", "decimal"},
                                         std::pair{"-.5", "decimal"}, std::pair{"+0.50", "decimal"},
                                         std::pair{"1e5", "double"}, std::pair{"1E+5", "double"},
                                         std::pair{"1.e5", "double"},
                                         std::pair{"-1.5E-05", "double"},
                                         std::pair{".5e0", "double"},
                                         std::pair{"+.5e1", "double"}));

class RefusesObject : public testing::TestWithParam<std::string_view> {};

TEST_P(RefusesObject, WithAReason) {
  for (const std::string_view ending : {" .", ".", ""}) {
    try {
      read_object(std::string(GetParam()) + std::string(ending));
      ADD_FAILURE() << "accepted" << ending;
    } catch (const SyntaxError& error) {
      EXPECT_GT(error.message().size(), 10U) << error.message();
      EXPECT_GE(error.line(), 1U);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Iris, RefusesObject,
                         testing::Values("<u:a b>", "<u:a\tb>", "<u:a\nb>", "<u:a<b>", "<u:\"a>",
                                         "<u:{a}>", "<u:a|b>", "<u:a^b>", "<u:a`b>", "<u:a\\b>",
                                         "<u:\\n>", "<u:\\u00g0>", "<u:\\u12>", "<u:\\u0020>",
                                         "<u:\\u003C>", "<u:\\u0000>", "<u:\\U0000007B>",
                                         "<u:\\uD800>", "<u:\\U00110000>", "<u:a", "<u:\0>"sv,
                                         "<u:\x01>"));

INSTANTIATE_TEST_SUITE_P(Names, RefusesObject,
                         testing::Values("x:a", "e:-a", "e:%4", "e:%4g", "e:%", "e:\\a",
                                         "e:\\u0041", "e:\\", "e:a^b", "e:a~", "e:\u00B7a",
                                         "e:\u0301", "\u00B7:a", "-:a", "_a:b", "1a:b", "TRUE",
                                         "True", "False", "FALSE", "a", "e", "truee", "€",
                                         "e:\u00D7", "\u00D7", "@en", "null", "\\", "%41:a",
                                         "e\\:a", "is", "=>", "=", "!", "^", "$x", "?x", "{e:a}",
                                         "<<e:a e:b e:c>>"));

INSTANTIATE_TEST_SUITE_P(BlankNodes, RefusesObject,
                         testing::Values("_", "_:", "_: a", "_:-a", "_:.a", "_:\u00B7", "_:%41",
                                         "_:a\\,", "_ :a", "[e:p]", "[", "]", "[ e:p e:o", "[ ; ]",
                                         "[ e:p e:o , ]", "(", ")", "( e:a , e:b )", "( e:a",
                                         "[ e:p e:o ) ", "( e:p ]"));

INSTANTIATE_TEST_SUITE_P(
    Literals, RefusesObject,
    testing::Values("\"a", "'a\"", "\"a\nb\"", "'a\rb'", "\"\"\"a\"\"", "'''a''", "\"\"\"a\"\"\"\"",
                    "''''a''''", "\"\\q\"", "\"\\u12\"", "\"\\u00G0\"", "\"\\uD800\"",
                    "\"\\uDC00\"", "\"\\uD83D\\uDE00\"", "\"\\U00110000\"", "\"\\UFFFFFFFF\"",
                    "\"\\x41\"", "\"\\", "\"x\"@", "\"x\"@1", "\"x\"@en-", "\"x\"@-en",
                    "\"x\"@en_US", "\"x\"@en--us", "\"x\"@fr^^e:t", "\"x\"^^", "\"x\"^e:t",
                    "\"x\"^^\"t\"", "\"x\"^^_:t", "\"x\"^^a", "\"x\"^^true", "\"x\"^^x:t", "+", "-",
                    "+-1", "1e", "1.5e", "1e+", ".e5", "1.5.5", "0x1F", "1_000", "1,5e", "+e:a",
                    "\xC3\xA9", "\"\xC3\"", "\"\xED\xA0\x80\"", "\"\xFF\""));

}  // namespace
}  // namespace prosper::rdf
