// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "endpoint/federation/allow_list.hpp"
#include "endpoint/federation/federation.hpp"
#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// SERVICE over HTTP: the SPARQL 1.1 Protocol, as a form, answered in JSON, XML or TSV.
class HttpServiceClient final : public sparql::ServiceClient {
 public:
  /// Throws MalformedUrl.
  explicit HttpServiceClient(const FederationRules& rules);

  sparql::ServiceAnswer ask(const std::string& endpoint, const std::string& query,
                            const sparql::CallLimits& limits) override;

 private:
  AllowList allowed_;
  bool allows_private_;
  std::chrono::seconds time_;
};

}  // namespace prosper::endpoint
