// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/text.hpp"

#include <gtest/gtest.h>

namespace prosper::mappings {
namespace {

TEST(Text, NormKeepsCaseAndAccents) {
  EXPECT_EQ(norm("  L\u2019\u00C9cole\u00A0de\t\n Nancy "), "L'École de Nancy");
  EXPECT_EQ(norm("\uFB01n"), "fin");
  EXPECT_EQ(norm("E\u0301cole"), "École");
  EXPECT_EQ(norm(""), "");
}

TEST(Text, FoldMakesLexiconKeys) {
  EXPECT_EQ(fold("Œuvre d’ÉGLISE"), "oeuvre d'eglise");
  EXPECT_EQ(fold("Cæsar"), "caesar");
}

TEST(Text, SlugFollowsTheUriPolicy) {
  EXPECT_EQ(slug("Œuvre d'art"), "oeuvre-d-art");
  EXPECT_EQ(slug(" inscrit  MH (partiellement) "), "inscrit-mh-partiellement");
  EXPECT_EQ(slug("d’après"), "d-apres");
  EXPECT_EQ(slug(std::string(80, 'a')), std::string(80, 'a'));
  const std::string long_slug = slug(std::string(81, 'a'));
  EXPECT_EQ(long_slug, std::string(80, 'a') + '-' + sha256_hex(std::string(81, 'a')).substr(0, 6));
  EXPECT_EQ(slug("  "), "-e3b0c4");
  EXPECT_EQ(slug("漢"), '-' + sha256_hex("漢").substr(0, 6));
  EXPECT_NE(slug("漢"), slug("字"));
}

TEST(Text, Sha256IsTheStandardOne) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Text, SplitsOutsideParentheses) {
  using Parts = std::vector<std::string>;
  EXPECT_EQ(split_outside_parentheses("a ; b;;c ;", ";"), (Parts{"a", "b", "c"}));
  EXPECT_EQ(split_outside_parentheses("A (x; y) ; B, C (z, (t; u))", ";,"),
            (Parts{"A (x; y)", "B", "C (z, (t; u))"}));
  EXPECT_EQ(split_outside_parentheses("a (b ; c", ";"), (Parts{"a (b", "c"}));
  EXPECT_EQ(split_outside_parentheses("a) ; b", ";"), (Parts{"a)", "b"}));
  EXPECT_EQ(split_outside_parentheses("", ";"), Parts{});
}

TEST(Text, StripsMarkup) {
  EXPECT_EQ(strip_html("<A HREF='mailto:x'>Contact  mus&eacute;e</A>"), "Contact musée");
  EXPECT_EQ(strip_html("a<br/>b &amp; c &#233; &#xE9; &nope;"), "a b & c é é &nope;");
  EXPECT_EQ(strip_html("3 < 4 et 5 > 2"), "3 < 4 et 5 > 2");
  EXPECT_EQ(strip_html("<b"), "<b");
}

TEST(Text, ReadsIsoDates) {
  EXPECT_EQ(iso_date("1993-03-29"), "1993-03-29");
  EXPECT_EQ(iso_date(" 1993/3/9 "), "1993-03-09");
  EXPECT_EQ(iso_date("29/03/1993"), "1993-03-29");
  EXPECT_EQ(iso_date("1993-03-29T10:00:00Z"), "1993-03-29");
  for (const char* bad :
       {"", "1993", "1993-02-30", "29/03/93", "a-b-c", "1993-03-29 x", "1993-03-"})
    EXPECT_FALSE(iso_date(bad)) << bad;
}

TEST(Text, AcceptsOnlyWebAddresses) {
  EXPECT_EQ(valid_url(" https://www.pop.culture.gouv.fr/notice/joconde/1 "),
            "https://www.pop.culture.gouv.fr/notice/joconde/1");
  EXPECT_EQ(valid_url("HTTP://example.org"), "http://example.org");
  EXPECT_EQ(valid_url("http://example.org/a b?q=é|<x>#f#g"),
            "http://example.org/a%20b?q=%C3%A9%7C%3Cx%3E#f%23g");
  EXPECT_EQ(valid_url("http://example.org/100%25?a=50%"), "http://example.org/100%25?a=50%25");
  for (const char* bad :
       {"", "www.example.org", "javascript:alert(1)", "ftp://example.org", "http://", "http:///x",
        "http://exa mple.org/", "\\\\Asie\\dapa", "https://<x>"})
    EXPECT_FALSE(valid_url(bad)) << bad;
}

TEST(Text, EncodesSegments) {
  EXPECT_EQ(percent_encode("AG 012/é~"), "AG%20012%2F%C3%A9~");
}

TEST(Text, TrimsBlanksOfAllKinds) {
  EXPECT_EQ(trim("\u00A0 \t a b\u202F\n"), "a b");
  EXPECT_EQ(trim("\u00A0"), "");
  EXPECT_EQ(trim("à"), "à");
}

}  // namespace
}  // namespace prosper::mappings
