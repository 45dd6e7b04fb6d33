// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace prosper::endpoint {

/// An IRI that is no http(s) URL we would call; what() says why.
class MalformedUrl : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An http or https URL in one spelling (RFC 3986 §6.2.2): what is compared with an allow-list is,
/// to the letter, what is sent.
struct RemoteUrl {
  bool is_secure = false;
  /// Lower case; an IPv6 address without its brackets.
  std::string host;
  int port = 80;
  /// Begins with '/'; no dot segments, nothing encoded that need not be, all else encoded.
  std::string path = "/";
  std::optional<std::string> query;

  /// Path and query: the request target.
  std::string target() const;
  /// Host and, where it is not the scheme's own, port.
  std::string host_header() const;
  std::string text() const;
};

/// Throws MalformedUrl: other schemes, user information, hosts that are no name or address, …
RemoteUrl parse_remote_url(std::string_view iri);

}  // namespace prosper::endpoint
