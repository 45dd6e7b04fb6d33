// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/allow_list.hpp"

#include <gtest/gtest.h>
#include <string>

namespace prosper::endpoint {
namespace {

std::string normal_form(const std::string& iri) {
  return parse_remote_url(iri).text();
}

TEST(RemoteUrl, HasOneSpelling) {
  EXPECT_EQ(normal_form("HTTP://Example.ORG:80/a/../b/%7Ec/%2e%2E/d"), "http://example.org/b/d");
  EXPECT_EQ(normal_form("https://example.org"), "https://example.org/");
  EXPECT_EQ(normal_form("https://example.org:443?q=%c3%a9#part"), "https://example.org/?q=%C3%A9");
  EXPECT_EQ(normal_form("http://example.org:8080/é"), "http://example.org:8080/%C3%A9");
  EXPECT_EQ(normal_form("http://example.org./x"), "http://example.org/x");
  EXPECT_EQ(normal_form("http://[2001:DB8::1]:81/"), "http://[2001:db8::1]:81/");
  EXPECT_EQ(normal_form("http://example.org/a%2Fb"), "http://example.org/a%2Fb");
}

TEST(RemoteUrl, RefusesWhatIsNoAddress) {
  for (const char* iri : {"",
                          "example.org",
                          "ftp://example.org/",
                          "file:///etc/passwd",
                          "http:/example.org",
                          "http:example.org",
                          "http://",
                          "http:///path",
                          "http://user@example.org/",
                          "http://example.org@evil.example/",
                          "http://example.org:80@evil.example/",
                          "http://example.org:0/",
                          "http://example.org:70000/",
                          "http://example.org:8a/",
                          "http://exa mple.org/",
                          "http://example.org\\@evil.example/",
                          "http://exämple.org/",
                          "http://example.org%2eevil.example/",
                          "http://[::1/",
                          "http://[::1]x/",
                          "http://[v1.x]/",
                          "http://[fe80::1%25eth0]/",
                          "http://example.org/%zz",
                          "http://example.org/%2",
                          "http://example.org/\nHost: x",
                          "javascript:alert(1)",
                          "urn:x:y"})
    EXPECT_THROW(parse_remote_url(iri), MalformedUrl) << iri;
}

struct AllowCase {
  const char* prefix;
  const char* iri;
  bool is_allowed;
};

class AllowListCases : public testing::TestWithParam<AllowCase> {};

TEST_P(AllowListCases, Compares) {
  const AllowList list({GetParam().prefix});
  EXPECT_EQ(list.allows(parse_remote_url(GetParam().iri)), GetParam().is_allowed)
      << GetParam().prefix << " " << GetParam().iri;
}

INSTANTIATE_TEST_SUITE_P(
    Prefixes, AllowListCases,
    testing::Values(AllowCase{"http://good.example", "http://good.example/sparql", true},
                    AllowCase{"http://good.example", "HTTP://GOOD.example:80/sparql?x=1", true},
                    AllowCase{"http://good.example", "http://good.example.evil.org/", false},
                    AllowCase{"http://good.example", "http://evil.good.example/", false},
                    AllowCase{"http://good.example", "https://good.example/", false},
                    AllowCase{"http://good.example", "http://good.example:8080/", false},
                    AllowCase{"http://good.example/a", "http://good.example/a", true},
                    AllowCase{"http://good.example/a", "http://good.example/a/b?c", true},
                    AllowCase{"http://good.example/a", "http://good.example/a?b", true},
                    AllowCase{"http://good.example/a", "http://good.example/ab", false},
                    AllowCase{"http://good.example/a", "http://good.example/A", false},
                    AllowCase{"http://good.example/a/", "http://good.example/a", false},
                    AllowCase{"http://good.example/a/", "http://good.example/a/b", true},
                    AllowCase{"http://good.example/a/", "http://good.example/a/../b", false},
                    AllowCase{"http://good.example/a/", "http://good.example/a/%2e%2e/b", false},
                    AllowCase{"http://good.example/a/", "http://good.example/b/../a/c", true},
                    AllowCase{"http://good.example/a?b=1", "http://good.example/a?b=1&c=2", true},
                    AllowCase{"http://good.example/a?b=1", "http://good.example/a", false},
                    AllowCase{"http://good.example/a?b=1", "http://good.example/a/x?b=1", false},
                    AllowCase{"http://[::1]:7878/", "http://[::1]:7878/sparql", true},
                    AllowCase{"http://127.0.0.1/", "http://127.0.0.2/", false}));

TEST(AllowList, WithoutPrefixesAllowsNothing) {
  EXPECT_FALSE(AllowList({}).allows(parse_remote_url("http://good.example/")));
  EXPECT_THROW(AllowList({"good.example"}), MalformedUrl);
}

}  // namespace
}  // namespace prosper::endpoint
