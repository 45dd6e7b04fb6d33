// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sparql/remote.hpp"
#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"

namespace prosper::conformance {

/// Endpoints that answer from data in memory; all others fail. Serves one thread.
class ServiceData final : public sparql::ServiceClient {
 public:
  /// How the endpoints evaluate what they are asked. Their SERVICE patterns ask this client again.
  explicit ServiceData(sparql::RequestOptions options = {}) : options_(std::move(options)) {
    options_.services = this;
  }

  /// What the endpoint knows; it answers from now on.
  store::MemoryQuadSource& endpoint(const std::string& iri) { return endpoints_[iri]; }

  sparql::ServiceAnswer ask(const std::string& endpoint, const std::string& query,
                            const sparql::CallLimits& limits) override;

  struct Call {
    std::string endpoint;
    std::string query;
  };

  /// In the order they came.
  std::vector<Call> calls;

 private:
  sparql::RequestOptions options_;
  std::map<std::string, store::MemoryQuadSource> endpoints_;
};

}  // namespace prosper::conformance
