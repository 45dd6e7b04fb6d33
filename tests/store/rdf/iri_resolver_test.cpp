// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/iri_resolver.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace prosper::rdf {
namespace {

struct Resolution {
  std::string_view reference;
  std::string_view expected;
};

void PrintTo(const Resolution& resolution, std::ostream* out) {
  *out << resolution.reference;
}

class Rfc3986Examples : public testing::TestWithParam<Resolution> {};

TEST_P(Rfc3986Examples, ResolvesAgainstTheBaseOfSection54) {
  EXPECT_EQ(resolve_iri("http://a/b/c/d;p?q", GetParam().reference), GetParam().expected);
}

// RFC 3986 §5.4.1.
INSTANTIATE_TEST_SUITE_P(
    Normal, Rfc3986Examples,
    testing::Values(Resolution{"g:h", "g:h"}, Resolution{"g", "http://a/b/c/g"},
                    Resolution{"./g", "http://a/b/c/g"}, Resolution{"g/", "http://a/b/c/g/"},
                    Resolution{"/g", "http://a/g"}, Resolution{"//g", "http://g"},
                    Resolution{"?y", "http://a/b/c/d;p?y"}, Resolution{"g?y", "http://a/b/c/g?y"},
                    Resolution{"#s", "http://a/b/c/d;p?q#s"}, Resolution{"g#s", "http://a/b/c/g#s"},
                    Resolution{"g?y#s", "http://a/b/c/g?y#s"}, Resolution{";x", "http://a/b/c/;x"},
                    Resolution{"g;x", "http://a/b/c/g;x"},
                    Resolution{"g;x?y#s", "http://a/b/c/g;x?y#s"},
                    Resolution{"", "http://a/b/c/d;p?q"}, Resolution{".", "http://a/b/c/"},
                    Resolution{"./", "http://a/b/c/"}, Resolution{"..", "http://a/b/"},
                    Resolution{"../", "http://a/b/"}, Resolution{"../g", "http://a/b/g"},
                    Resolution{"../..", "http://a/"}, Resolution{"../../", "http://a/"},
                    Resolution{"../../g", "http://a/g"}));

// RFC 3986 §5.4.2, the strict reading of "http:g".
INSTANTIATE_TEST_SUITE_P(
    Abnormal, Rfc3986Examples,
    testing::Values(
        Resolution{"../../../g", "http://a/g"}, Resolution{"../../../../g", "http://a/g"},
        Resolution{"/./g", "http://a/g"}, Resolution{"/../g", "http://a/g"},
        Resolution{"g.", "http://a/b/c/g."}, Resolution{".g", "http://a/b/c/.g"},
        Resolution{"g..", "http://a/b/c/g.."}, Resolution{"..g", "http://a/b/c/..g"},
        Resolution{"./../g", "http://a/b/g"}, Resolution{"./g/.", "http://a/b/c/g/"},
        Resolution{"g/./h", "http://a/b/c/g/h"}, Resolution{"g/../h", "http://a/b/c/h"},
        Resolution{"g;x=1/./y", "http://a/b/c/g;x=1/y"}, Resolution{"g;x=1/../y", "http://a/b/c/y"},
        Resolution{"g?y/./x", "http://a/b/c/g?y/./x"},
        Resolution{"g?y/../x", "http://a/b/c/g?y/../x"},
        Resolution{"g#s/./x", "http://a/b/c/g#s/./x"},
        Resolution{"g#s/../x", "http://a/b/c/g#s/../x"}, Resolution{"http:g", "http:g"}));

TEST(IriResolver, NormalisesNothingElse) {
  EXPECT_EQ(resolve_iri("HTTP://Éxample.ORG:80/%7Ea/b", "%c3%A9#Œ"),
            "HTTP://Éxample.ORG:80/%7Ea/%c3%A9#Œ");
}

TEST(IriResolver, KeepsEmptyQueriesAndFragments) {
  EXPECT_EQ(resolve_iri("http://a/b?q#f", "?"), "http://a/b?");
  EXPECT_EQ(resolve_iri("http://a/b?q#f", "#"), "http://a/b?q#");
}

TEST(IriResolver, MergesWithBasesWithoutPath) {
  EXPECT_EQ(resolve_iri("http://a", "b"), "http://a/b");
  EXPECT_EQ(resolve_iri("urn:x", "y"), "urn:y");
  EXPECT_EQ(resolve_iri("file:///a/b", "../../../c"), "file:///c");
}

TEST(IriResolver, TellsAbsoluteIrisByTheirScheme) {
  EXPECT_TRUE(is_absolute_iri("urn:isbn:1"));
  EXPECT_TRUE(is_absolute_iri("a+b-c.1:"));
  EXPECT_FALSE(is_absolute_iri(""));
  EXPECT_FALSE(is_absolute_iri(":a"));
  EXPECT_FALSE(is_absolute_iri("1a:b"));
  EXPECT_FALSE(is_absolute_iri("a/b:c"));
  EXPECT_FALSE(is_absolute_iri("é:b"));
}

TEST(IriResolver, ChecksIriCharacters) {
  EXPECT_TRUE(has_only_iri_characters("http://ex/é?#[]@!$&'()*+,;=%20~"));
  for (const char c : {'<', '>', '"', '{', '}', '|', '^', '`', '\\', ' ', '\n', '\0', '\x1F'}) {
    EXPECT_FALSE(has_only_iri_characters(std::string("http://ex/") + c)) << int{c};
  }
}

TEST(IriResolver, PercentEncodes) {
  EXPECT_EQ(percent_encode("aZ09-._~", false), "aZ09-._~");
  EXPECT_EQ(percent_encode("a b/é%", false), "a%20b%2F%C3%A9%25");
  EXPECT_EQ(percent_encode("a b/é成\U0001F600", true), "a%20b%2Fé成\U0001F600");
  // U+E000 is private use, in iprivate but not in ucschar.
  EXPECT_EQ(percent_encode("\xEE\x80\x80", true), "%EE%80%80");
}

}  // namespace
}  // namespace prosper::rdf
