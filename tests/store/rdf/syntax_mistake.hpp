// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>

#include "store/rdf/io/rdf_format.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/store/rdf/collecting_sink.hpp"

namespace prosper::rdf {

/// A document that is refused, where, and with which words.
struct SyntaxMistake {
  RdfFormat format;
  std::string_view text;
  std::size_t line;
  std::size_t column;
  std::string_view complaint;
};

inline void PrintTo(const SyntaxMistake& mistake, std::ostream* out) {
  *out << mistake.text;
}

inline void expect_refusal(const SyntaxMistake& mistake) {
  try {
    parse_quads(mistake.text, mistake.format);
    FAIL() << "accepted";
  } catch (const SyntaxError& error) {
    EXPECT_EQ(error.line(), mistake.line) << error.what();
    EXPECT_EQ(error.column(), mistake.column) << error.what();
    EXPECT_THAT(error.message(), testing::HasSubstr(std::string(mistake.complaint)));
  }
}

}  // namespace prosper::rdf
