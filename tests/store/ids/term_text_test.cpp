// SPDX-License-Identifier: Apache-2.0
#include "store/ids/term_text.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

constexpr std::string_view base = "http://localhost:7878/";
const std::string nul(1, '\0');

TermText text_of(const rdf::Term& term) {
  return std::get<TermText>(encode_term(term, base));
}

rdf::Literal double_of(std::string text) {
  return rdf::make_typed_literal(std::move(text), vocabularies::xsd::double_);
}

// In the total order of terms (docs/storage-format.md).
std::vector<rdf::Term> terms_in_order() {
  return {rdf::BlankNode{"a"},
          rdf::BlankNode{"a" + nul},
          rdf::BlankNode{"b"},
          rdf::Iri{"http://localhost:7878/"},
          rdf::Iri{"http://localhost:7878/id/1"},
          rdf::Iri{"http://localhost:7878/zzz"},
          rdf::Iri{"http://a.example/"},
          rdf::Iri{"http://localhost:7878"},
          rdf::make_string(""),
          rdf::make_language_string("", "fr"),
          rdf::make_string(nul),
          rdf::make_language_string(nul, "en"),
          rdf::make_string(nul + nul),
          rdf::make_string("a"),
          rdf::make_language_string("a", "de"),
          rdf::make_language_string("a", "de-AT"),
          rdf::make_language_string("a", "fr"),
          rdf::make_string("a" + nul),
          rdf::make_language_string("a" + nul, "fr"),
          rdf::make_string("a" + nul + "b"),
          rdf::make_string("a\x01"),
          rdf::make_string("ab"),
          rdf::make_language_string("b", std::string(500, 'x')),
          rdf::make_string("é"),
          rdf::make_string("\xef\xbf\xbd"),
          rdf::make_string("\xf0\x9f\x8f\x9b"),
          rdf::make_typed_literal("", "http://e.example/"),
          rdf::make_typed_literal(nul + "a", "http://e.example/"),
          rdf::make_typed_literal("b", "http://e.example/"),
          rdf::make_typed_literal("a", "http://e.example/f"),
          double_of("1e0"),
          double_of("NaN")};
}

TEST(TermText, BytesComeInTheOrderOfTerms) {
  const auto terms = terms_in_order();
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const TermText before = text_of(terms[i - 1]);
    const TermText after = text_of(terms[i]);
    EXPECT_TRUE(before.tag < after.tag || (before.tag == after.tag && before.bytes < after.bytes))
        << rdf::to_ntriples(terms[i - 1]) << " is not before " << rdf::to_ntriples(terms[i]);
  }
}

TEST(TermText, ComesBackAsItWas) {
  for (const rdf::Term& term : terms_in_order()) {
    const TermText text = text_of(term);
    const auto decoded = decode_text(text.tag, text.bytes, base);
    ASSERT_TRUE(decoded) << rdf::to_ntriples(term);
    EXPECT_EQ(*decoded, term) << rdf::to_ntriples(term);
  }
}

TEST(TermText, OtherBytesAreRefused) {
  const auto is_refused = [](TermTag tag, const std::string& bytes) {
    return !decode_text(tag, bytes, base).has_value();
  };
  EXPECT_TRUE(is_refused(TermTag::String, ""));
  EXPECT_TRUE(is_refused(TermTag::String, "no end"));
  EXPECT_TRUE(is_refused(TermTag::String, "a" + nul + "\xff"));
  EXPECT_TRUE(is_refused(TermTag::String, "a" + nul + "fr" + nul));
  EXPECT_TRUE(is_refused(TermTag::OtherLiteral, "http://e.example/"));
  EXPECT_TRUE(is_refused(TermTag::OtherLiteral, nul + "text without datatype"));
  EXPECT_TRUE(is_refused(TermTag::OtherLiteral, std::string(vocabularies::xsd::string) + nul));
  EXPECT_TRUE(is_refused(TermTag::Integer, "1"));
  EXPECT_TRUE(is_refused(TermTag::None, ""));
}

}  // namespace
}  // namespace prosper::store
