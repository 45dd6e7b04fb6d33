// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "endpoint/federation/remote_url.hpp"
#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// One HTTP request to another machine.
struct HttpCall {
  RemoteUrl url;
  std::string method = "GET";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Of the answer, unpacked.
  std::size_t maximum_bytes = 32U << 20U;
  /// For all of it, from the look-up of the name to the last byte.
  std::chrono::milliseconds time{30'000};
  /// Hosts of this machine and of private networks may be called.
  bool allows_private = false;
};

struct HttpAnswer {
  int status = 0;
  /// Media type without parameters, lower case.
  std::string media_type;
  /// Where a redirection leads to, as sent.
  std::string location;
  std::string body;
};

/// Carries the call out. The name is looked up once, all its addresses are checked, and the
/// connection goes to one of these. Redirections are not followed. Throws sparql::RemoteError, and
/// sparql::QueryCancelled within a tenth of a second when `limits` end the request.
HttpAnswer exchange(const HttpCall& call, const sparql::CallLimits& limits);

}  // namespace prosper::endpoint
