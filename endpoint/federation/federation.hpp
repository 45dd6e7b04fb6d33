// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// What SERVICE and LOAD may call. Nothing, unless prefixes say so.
struct FederationRules {
  /// http and https prefixes of endpoints.
  std::vector<std::string> services;
  /// Prefixes of documents; of files too, where `allows_files`.
  std::vector<std::string> documents;
  bool allows_files = false;
  /// Hosts of this machine and of private networks, too.
  bool allows_private = false;
  /// For one call.
  std::chrono::seconds time{30};
};

/// Null when no endpoint is allowed. Throws MalformedUrl for a prefix that is none.
std::unique_ptr<sparql::ServiceClient> make_service_client(const FederationRules& rules);

/// Null when no document is allowed. Throws MalformedUrl.
std::unique_ptr<sparql::DocumentSource> make_document_source(const FederationRules& rules);

/// The header that says how many endpoints a request has passed: two that ask each other end.
inline constexpr const char* call_depth_header = "Prosper-Call-Depth";

}  // namespace prosper::endpoint
