// SPDX-License-Identifier: Apache-2.0
// N-Triples and N-Quads line by line: what is read, what is refused and where, what is passed over.
#include "store/rdf/io/line_reader.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>

#include "store/rdf/io/line_pieces.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/rdf/collecting_sink.hpp"
#include "tests/store/rdf/syntax_mistake.hpp"

namespace prosper::rdf {
namespace {

using enum RdfFormat;

struct Good {
  std::string_view line;
  std::string_view quads;  ///< as our writer has them
};

void PrintTo(const Good& good, std::ostream* out) {
  *out << good.line;
}

class GoodLine : public testing::TestWithParam<Good> {};

TEST_P(GoodLine, IsRead) {
  EXPECT_EQ(serialize(parse_quads(GetParam().line, NQuads), NQuads), GetParam().quads);
}

constexpr std::string_view simple = "<u:s> <u:p> <u:o> .\n";

INSTANTIATE_TEST_SUITE_P(
    Lines, GoodLine,
    testing::Values(
        Good{"", ""}, Good{"\n\r\n\r", ""}, Good{"# only a comment", ""}, Good{" \t", ""},
        Good{"<u:s> <u:p> <u:o> .", simple}, Good{"<u:s><u:p><u:o>.", simple},
        Good{"\t <u:s>\t<u:p>  <u:o>\t.\t# comment", simple},
        Good{"<u:s> <u:p> <u:o> .\r\n# c\r\n", simple}, Good{"\r\r<u:s> <u:p> <u:o> .\r", simple},
        Good{"<u:s> <u:p> <u:o> <u:g> .", "<u:s> <u:p> <u:o> <u:g> .\n"},
        Good{"_:a <u:p> _:b _:g .", "_:a <u:p> _:b _:g .\n"},
        Good{"_:a<u:p>_:b.c.", "_:a <u:p> _:b.c .\n"},
        Good{"_:0_-\u00B7é <u:p> _:x .", "_:0_-\u00B7é <u:p> _:x .\n"},
        Good{"<u:s> <u:p> \"\" .", "<u:s> <u:p> \"\" .\n"},
        Good{R"(<u:s> <u:p> "a\t\b\f\"\'\\z" .)", "<u:s> <u:p> \"a\t\b\f\\\"'\\\\z\" .\n"},
        Good{R"(<u:s> <u:p> "\u00e9\U0001F600\n" .)", "<u:s> <u:p> \"é\U0001F600\\n\" .\n"},
        Good{R"(<u:\u00e9> <u:p> <u:o> .)", "<u:é> <u:p> <u:o> .\n"},
        Good{"<u:s> <u:p> \"x\"@fr-FR-1901 <u:g> .", "<u:s> <u:p> \"x\"@fr-FR-1901 <u:g> .\n"},
        Good{"<u:s> <u:p> \"1\"^^<u:d><u:g>.", "<u:s> <u:p> \"1\"^^<u:d> <u:g> .\n"},
        Good{"<u:s> <u:p> \"1\" ^^ <u:d> <u:g> .", "<u:s> <u:p> \"1\"^^<u:d> <u:g> .\n"},
        Good{"<u:s> <u:p> \"x\"\t@fr .", "<u:s> <u:p> \"x\"@fr .\n"},
        Good{"<u:s> <u:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#string> .",
             "<u:s> <u:p> \"1\" .\n"}));

using Bad = SyntaxMistake;

class BadLine : public testing::TestWithParam<Bad> {};

TEST_P(BadLine, IsRefusedWithItsPlace) {
  expect_refusal(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BadLine,
    testing::Values(
        Bad{NQuads, "\n\n  x", 3, 3, "expected a subject: <IRI> or _:label, found 'x'"},
        Bad{NQuads, "\"s\" <u:p> <u:o> .", 1, 1, "expected a subject"},
        Bad{NQuads, "<u:é> <u:p> <u:o> .\r\n<u:é> é", 2, 7,
            "expected a predicate: <IRI>, found 'é'"},
        Bad{NQuads, "<u:s> _:p <u:o> .", 1, 7, "expected a predicate"},
        Bad{NQuads, "<u:s> <u:p>\n", 1, 12, "expected an object"},
        Bad{NQuads, "<u:s> <u:p> <u:o>", 1, 18,
            "expected a graph, <IRI> or _:label, or '.', found the end"},
        Bad{NTriples, "<u:s> <u:p> <u:o>", 1, 18, "expected '.'"},
        Bad{NTriples, "<u:s> <u:p> <u:o> <u:g> .", 1, 19, "a fourth term"},
        Bad{NQuads, "<u:s> <u:p> <u:o> <u:g> <u:h> .", 1, 25, "expected '.', found '<'"},
        Bad{NQuads, "<u:s> <u:p> <u:o> . <u:s>", 1, 21, "expected the end of the line"},
        Bad{NQuads, "<s> <u:p> <u:o> .", 1, 2, "relative IRI <s>"},
        Bad{NQuads, "<u:a b> <u:p> <u:o> .", 1, 5, "may stand in an IRI, found ' '"},
        Bad{NQuads, "<u:a", 1, 5, "found the end of the line"},
        Bad{NQuads, "<u:\\u0020> <u:p> <u:o> .", 1, 2, "not allowed in an IRI"},
        Bad{NQuads, "<u:\\n> <u:p> <u:o> .", 1, 4, "expected \\uXXXX"},
        Bad{NQuads, "<u:s> <u:p> \"\\u12G4\" .", 1, 18, "expected 4 hexadecimal digits, found 'G'"},
        Bad{NQuads, "<u:s> <u:p> \"\\uD800\" .", 1, 14, "surrogate"},
        Bad{NQuads, "<u:s> <u:p> \"\\U00110000\" .", 1, 14, "beyond U+10FFFF"},
        Bad{NQuads, "<u:s> <u:p> \"\\q\" .", 1, 14, "unknown escape"},
        Bad{NQuads, "<u:s> <u:p> \"a\nb\" .", 1, 15, "expected '\"' at the end of the string"},
        Bad{NQuads, "<u:s> <u:p> \"a\\", 1, 15, "unknown escape"},
        Bad{NQuads, "<u:s> <u:p> 'x' .", 1, 13, "expected an object"},
        Bad{NQuads, "<u:s> <u:p> \"x\"@1 .", 1, 17, "malformed language tag '1'"},
        Bad{NQuads, "<u:s> <u:p> \"x\"^<u:d> .", 1, 16, "^^<IRI>"},
        Bad{NQuads, "<u:s> <u:p> \"x\"^^<d> .", 1, 19, "relative IRI <d>"},
        Bad{NQuads, "<u:s> <u:p> \"x\"^^\"d\" .", 1, 18, "expected a datatype: <IRI>"},
        Bad{NQuads, "<u:s> <u:p> \"x\"@fr^^<u:d> .", 1, 19, "found '^'"},
        Bad{NQuads, "_:-a <u:p> <u:o> .", 1, 3, "malformed blank node label '_:-a'"},
        Bad{NQuads, "_::a <u:p> <u:o> .", 1, 3, "malformed blank node label '_:'"},
        Bad{NQuads, "_a <u:p> <u:o> .", 1, 1, "'_:' and a blank node label"},
        Bad{NQuads, "<u:s> <u:p> <u:o> .\n<u:s> <u:p> \"\xE9\" .", 2, 14, "invalid UTF-8"},
        Bad{NQuads, "\xC3", 1, 1, "invalid UTF-8"},
        Bad{NQuads, "x\n\xC3", 1, 1, "expected a subject"}));

TEST(LineReader, KeepsTheCharacterNulInStringsOnly) {
  using namespace std::string_view_literals;
  const auto quads = parse_quads("<u:s> <u:p> \"a\0b\\u0000\" ."sv, NQuads);
  ASSERT_EQ(quads.size(), 1U);
  EXPECT_TRUE(quads[0].object == Term(make_string(std::string("a\0b\0"sv))));
  EXPECT_THROW(parse_quads("<u:s\\u0000> <u:p> \"\" ."sv, NQuads), SyntaxError);
  EXPECT_THROW(parse_quads("<u:s> <u:p> \"\" .\0"sv, NQuads), SyntaxError);
}

TEST(LineReader, PassesOverBadLinesWhenAsked) {
  const std::string text =
      "<u:s> <u:p> \"1\" <u:g> .\n"
      "<u:t> <u:q> oops <u:h> .\n"
      "<u:t> <u:q> \"2\" <u:h> .\n"
      "<u:t> <u:q> \"\xFF\" <u:h> .\n"
      "\xFF\n"
      "<u:t> <u:q> \"3\" <u:h> . \xFF";
  std::vector<std::size_t> lines;
  ParseOptions options;
  options.on_bad_line = [&](const SyntaxError& error) { lines.push_back(error.line()); };
  const auto quads = parse_quads(text, NQuads, options);
  EXPECT_EQ(serialize(quads, NQuads), "<u:s> <u:p> \"1\" <u:g> .\n<u:t> <u:q> \"2\" <u:h> .\n");
  EXPECT_THAT(lines, testing::ElementsAre(2, 4, 5, 6));
}

/// Remembers every view as a quad, and checks what the flags say.
class FlagChecker final : public QuadViewSink {
 public:
  void view(const QuadView& view) override {
    Quad quad{to_term(view.subject), to_term(view.predicate), to_term(view.object), std::nullopt};
    if (view.has_graph) quad.graph = to_term(view.graph);
    if (view.same_subject) {
      EXPECT_TRUE(quad.subject == quads.back().subject);
    }
    if (view.same_predicate) {
      EXPECT_TRUE(quad.predicate == quads.back().predicate);
    }
    if (view.same_graph) {
      EXPECT_TRUE(quad.graph == quads.back().graph);
    }
    flags += (view.same_subject ? "s" : "-") + std::string(view.same_predicate ? "p" : "-") +
             (view.same_graph ? "g " : "- ");
    quads.push_back(quad);
  }

  std::vector<Quad> quads;
  std::string flags;
};

TEST(LineReader, SaysWhichTermsStay) {
  FlagChecker checker;
  ParseOptions options;
  options.blank_node_prefix = "f-";
  options.on_bad_line = [](const SyntaxError&) {};
  LineReader reader(NQuads, options, checker);
  reader.read(
      "_:a <u:p> <u:o> <u:g> .\n_:a <u:p> <u:o> <u:g> .\n_:ab <u:p> <u:o> .\n"
      "_:ab <u:p\\u0071> <u:o> <u:g> .\n_:b <u:p\\u0071> <u:o> <u:g> .\n_:c ?\n"
      "_:b <u:p\\u0071> <u:o> <u:g> .\n",
      1);
  EXPECT_EQ(checker.flags, "--- spg -p- s-- -pg --- ");
  EXPECT_TRUE(checker.quads[2].subject == Term(BlankNode{"f-ab"}));
  EXPECT_TRUE(checker.quads[4].predicate == Term(Iri{"u:pq"}));
}

TEST(LinePieces, CutAtLineEndsAndCountLines) {
  const tests::TemporaryDirectory directory;
  const auto path = directory.path() / "x.nq";
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 200'000; ++i) {
    text += "<u:s" + std::to_string(i) + "> <u:p> \"" + std::string(60, 'x') + "\" .\n";
  }
  text += "# no line end";
  std::ofstream(path, std::ios::binary) << text;
  LinePieces pieces(path);
  LinePiece piece;
  std::string joined;
  std::size_t count = 0;
  while (pieces.next(piece)) {
    const auto lines_before =
        static_cast<std::size_t>(std::count(joined.begin(), joined.end(), '\n'));
    EXPECT_EQ(piece.first_line, lines_before + 1);
    joined += piece.text;
    ++count;
  }
  EXPECT_GT(count, 2U);
  EXPECT_EQ(joined, text.substr(3));
  EXPECT_EQ(pieces.bytes_read(), text.size());
}

}  // namespace
}  // namespace prosper::rdf
