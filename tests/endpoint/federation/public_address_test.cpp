// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/public_address.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>

#include "sparql/remote.hpp"

namespace prosper::endpoint {
namespace {

bool is_public(const std::string& text) {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  if (::inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1)
    return is_public_address(reinterpret_cast<const sockaddr&>(v4));
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  EXPECT_EQ(::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1) << text;
  return is_public_address(reinterpret_cast<const sockaddr&>(v6));
}

TEST(PublicAddress, IsOneOfTheInternet) {
  for (const char* address :
       {"8.8.8.8", "1.0.0.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255",
        "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:4860:4860::8888",
        "2606:4700::1111", "2a00:1450:4007::1"})
    EXPECT_TRUE(is_public(address)) << address;
}

TEST(PublicAddress, IsNoneOfThisMachineOfPrivateNetworksOrOfSpecialUse) {
  for (const char* address : {"0.0.0.0",
                              "0.1.2.3",
                              "10.0.0.1",
                              "10.255.255.255",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.255.255.254",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.8",
                              "192.0.2.1",
                              "192.88.99.1",
                              "192.168.0.1",
                              "192.168.255.255",
                              "198.18.0.1",
                              "198.19.255.255",
                              "198.51.100.7",
                              "203.0.113.9",
                              "224.0.0.1",
                              "239.255.255.255",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "::ffff:8.8.8.8",
                              "::ffff:127.0.0.1",
                              "::8.8.8.8",
                              "64:ff9b::8.8.8.8",
                              "64:ff9b:1::1",
                              "100::1",
                              "2001::1",
                              "2001:10::1",
                              "2001:20::1",
                              "2001:db8::1",
                              "2002:7f00:1::1",
                              "3fff::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "fe80::1",
                              "fec0::1",
                              "ff02::1"})
    EXPECT_FALSE(is_public(address)) << address;
}

TEST(ResolveHost, NeverGivesTheAddressOfThisMachine) {
  // Where no file of hosts has the name, it stands for nothing.
  EXPECT_THROW(resolve_host("localhost", false), sparql::RemoteError);
}

TEST(ResolveHost, ChecksWhatANameStandsFor) {
  for (const char* host : {"127.0.0.1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "::1",
                           "::ffff:127.0.0.1", "0.0.0.0", "[::1]"}) {
    try {
      resolve_host(host, false);
      ADD_FAILURE() << host << " is allowed";
    } catch (const sparql::RemoteError& error) {
      // One in brackets is no name at all.
      EXPECT_EQ(error.reason(), host[0] == '[' ? sparql::RemoteError::Reason::Failed
                                               : sparql::RemoteError::Reason::Refused)
          << host;
    }
  }
  EXPECT_EQ(resolve_host("127.0.0.1", true), std::vector<std::string>{"127.0.0.1"});
  EXPECT_EQ(resolve_host("8.8.8.8", false), std::vector<std::string>{"8.8.8.8"});
}

}  // namespace
}  // namespace prosper::endpoint
