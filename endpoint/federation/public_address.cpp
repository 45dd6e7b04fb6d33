// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>

#include "sparql/remote.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;

struct Ipv4Network {
  std::uint32_t address;
  unsigned bits;
};

constexpr std::uint32_t ipv4(unsigned a, unsigned b, unsigned c) {
  return a << 24U | b << 16U | c << 8U;
}

/// IANA IPv4 Special-Purpose Address Registry, and multicast.
constexpr std::array special_ipv4_networks = {
    Ipv4Network{ipv4(0, 0, 0), 8},        // this network
    Ipv4Network{ipv4(10, 0, 0), 8},       // private
    Ipv4Network{ipv4(100, 64, 0), 10},    // shared by customers of a provider
    Ipv4Network{ipv4(127, 0, 0), 8},      // loopback
    Ipv4Network{ipv4(169, 254, 0), 16},   // link-local
    Ipv4Network{ipv4(172, 16, 0), 12},    // private
    Ipv4Network{ipv4(192, 0, 0), 24},     // protocol assignments
    Ipv4Network{ipv4(192, 0, 2), 24},     // documentation
    Ipv4Network{ipv4(192, 88, 99), 24},   // 6to4 relays
    Ipv4Network{ipv4(192, 168, 0), 16},   // private
    Ipv4Network{ipv4(198, 18, 0), 15},    // benchmarks
    Ipv4Network{ipv4(198, 51, 100), 24},  // documentation
    Ipv4Network{ipv4(203, 0, 113), 24},   // documentation
    Ipv4Network{ipv4(224, 0, 0), 4},      // multicast
    Ipv4Network{ipv4(240, 0, 0), 4},      // reserved, broadcast
};

bool is_public(std::uint32_t address) {
  return std::none_of(special_ipv4_networks.begin(), special_ipv4_networks.end(),
                      [&](const Ipv4Network& network) {
                        const std::uint32_t mask = ~std::uint32_t{0} << (32U - network.bits);
                        return (address & mask) == network.address;
                      });
}

/// Global unicast is 2000::/3; inside it some blocks are special.
bool is_public(const in6_addr& address) {
  const auto word = [&](std::size_t index) {
    return static_cast<unsigned>(address.s6_addr[2 * index]) << 8U | address.s6_addr[2 * index + 1];
  };
  if ((word(0) & 0xE000U) != 0x2000U) return false;
  const bool is_assigned_to_protocols = word(0) == 0x2001 && word(1) < 0x0200;  // Teredo too
  const bool is_documentation =
      (word(0) == 0x2001 && word(1) == 0x0DB8) || (word(0) == 0x3FFF && word(1) < 0x1000);
  const bool is_6to4 = word(0) == 0x2002;
  return !is_assigned_to_protocols && !is_documentation && !is_6to4;
}

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

std::string to_numbers(const addrinfo& entry) {
  std::array<char, NI_MAXHOST> text{};
  if (::getnameinfo(entry.ai_addr, entry.ai_addrlen, text.data(), text.size(), nullptr, 0,
                    NI_NUMERICHOST) != 0)
    return {};
  return text.data();
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& ip = reinterpret_cast<const sockaddr_in&>(address);
    return is_public(ntohl(ip.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  return is_public(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

std::vector<std::string> resolve_host(const std::string& host, bool allows_private) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int error = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  if (error != 0)
    throw RemoteError(RemoteError::Reason::Failed,
                      "the host " + host + " cannot be found: " + ::gai_strerror(error));
  std::vector<std::string> addresses;
  for (const addrinfo* entry = list.get(); entry != nullptr; entry = entry->ai_next) {
    if (!allows_private && !is_public_address(*entry->ai_addr))
      throw RemoteError(RemoteError::Reason::Refused,
                        "the host " + host +
                            " is on this machine or in a private network; "
                            "--allow-private-service lets such hosts be called");
    std::string numbers = to_numbers(*entry);
    if (!numbers.empty()) addresses.push_back(std::move(numbers));
  }
  return addresses;
}

}  // namespace prosper::endpoint
