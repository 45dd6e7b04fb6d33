// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/text_window.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/io/turtle_reader.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {
namespace {

/// A document in pieces so small that tokens are cut everywhere.
TextWindow::Source source_of(std::string_view rest) {
  return [rest](std::string& text, std::size_t bytes) mutable {
    text.append(rest.substr(0, bytes));
    const bool has_more = !rest.empty();
    rest.remove_prefix(std::min(bytes, rest.size()));
    return has_more;
  };
}

std::vector<Quad> read_in_pieces(std::string_view text, std::size_t piece_bytes) {
  TextWindow document(source_of(text), piece_bytes);
  CollectingSink sink;
  QuadMaker maker(sink);
  read_turtle(document, RdfFormat::TriG, {}, maker);
  return sink.quads;
}

std::string long_document() {
  const std::string long_name(300, 'n');
  const std::string statements = "e:s#" + long_name + "\n e:" + long_name + " \"" + long_name +
                                 "\" # @fr\n ^^  e:t, '''" + long_name +
                                 "'é''\\u00e9''' , \"x\"  \n@en-GB,'y'" + std::string(300, ' ') +
                                 ", 12345678901234567890.5, -1.e-55, true, _:a." + long_name +
                                 ".\n(<u:\\u0041é> [ e:p\\,q%20" + long_name +
                                 " () ; a "
                                 "e:a.............................................................."
                                 "............................b, <u:" +
                                 long_name + "> ]) e:p _:0b1 .GRAPH e:g{e:s e:p \"\U0001F600" +
                                 long_name + "\U0001F600\",é:é}\n";
  return "\xEF\xBB\xBF@prefix e: <u:" + long_name + ">.PREFIX é:<v:>" + statements + statements;
}

TEST(Pieces, GiveTheSameQuadsAsTheWhole) {
  const std::string text = long_document();
  const auto expected = parse_quads(text, RdfFormat::TriG);
  ASSERT_GT(expected.size(), 30U);
  for (std::size_t piece_bytes = 1; piece_bytes < 400; ++piece_bytes) {
    ASSERT_EQ(read_in_pieces(text, piece_bytes), expected) << piece_bytes;
  }
}

TEST(Pieces, GiveTheSamePlacesOfErrors) {
  for (const std::string wrong : {"e:s e:p e:é !", "\n\n é\u0301\xC3", "x:s", "'''never"}) {
    const std::string text = long_document() + "é\u0301:é e:p '\u0301' . " + wrong;
    std::string expected;
    try {
      parse_quads(text, RdfFormat::TriG);
    } catch (const SyntaxError& error) {
      expected = error.what();
    }
    ASSERT_FALSE(expected.empty());
    for (const std::size_t piece_bytes : {1U, 2U, 3U, 7U, 64U, 100U, 1000U, 10000U}) {
      try {
        read_in_pieces(text, piece_bytes);
        ADD_FAILURE() << "accepted " << wrong;
      } catch (const SyntaxError& error) {
        EXPECT_EQ(error.what(), expected) << piece_bytes;
      }
    }
  }
}

TEST(Pieces, KeepNoMoreThanTheLongestTerm) {
  std::string text = "@prefix e: <u:> .\n";
  for (int i = 0; i < 2000; ++i) {
    text += "e:s" + std::to_string(i) + " e:p \"" + std::string(100, 'x') + "\" . # " +
            std::string(1000, ' ') + "\n";
  }
  TextWindow document(source_of(text), 4096);

  struct Largest final : DocumentSink {
    explicit Largest(const TextWindow& of) : document(of) {}

    void prefix(std::string_view, std::string_view) override {}

    void view(const QuadView&) override { most = std::max(most, document.text().size()); }

    const TextWindow& document;
    std::size_t most = 0;
  };

  Largest largest(document);
  read_turtle(document, RdfFormat::Turtle, {}, largest);
  EXPECT_LE(largest.most, 3 * 4096U);
}

TEST(TextWindow, LeavesOutTheByteOrderMarkAtTheStartOnly) {
  EXPECT_EQ(TextWindow("\xEF\xBB\xBFx\xEF\xBB\xBF").text(), "x\xEF\xBB\xBF");
  EXPECT_EQ(TextWindow("\xEF\xBB\xBF").text(), "");
}

TEST(TextWindow, EndsBeforeBytesThatAreNoUtf8) {
  const TextWindow window("ab\xC3");
  EXPECT_EQ(window.text(), "ab");
  EXPECT_TRUE(window.is_last());
  EXPECT_TRUE(window.is_broken());
}

TEST(TextWindow, KnowsPlaces) {
  TextWindow window("é\nàé b\nc");
  EXPECT_EQ(window.position_of(window.text().data() + 5).column, 2U);
  window.advance(5);
  EXPECT_EQ(window.text(), "é b\nc");
  const SourcePosition place = window.position_of(window.text().data() + 3);
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 4U);
  EXPECT_EQ(window.position_of(window.text().data() + 6).line, 3U);
  EXPECT_EQ(window.position_of(window.text().data() + 6).column, 2U);
}

}  // namespace
}  // namespace prosper::rdf
