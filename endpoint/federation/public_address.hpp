// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <sys/socket.h>
#include <vector>

namespace prosper::endpoint {

/// Whether an address is one of the public internet: not of this machine, of a private network, of
/// a link, of documentation, multicast or reserved (IANA special-purpose registries), and none that
/// carries an IPv4 address inside.
bool is_public_address(const sockaddr& address);

/// The numeric addresses of a host. Throws sparql::RemoteError when there are none, or one of them
/// is not public and only such are allowed: a name that leads to both is not to be trusted.
std::vector<std::string> resolve_host(const std::string& host, bool allows_private);

}  // namespace prosper::endpoint
