// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "endpoint/routes/evaluation_slots.hpp"
#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// A ServiceClient for one request that gives its evaluation slot back while it waits for the
/// answer: a server that asks itself would otherwise wait for its own slots. Borrows all.
class PausingClient final : public sparql::ServiceClient {
 public:
  PausingClient(sparql::ServiceClient& client, EvaluationSlots::Slot& slot,
                std::chrono::steady_clock::time_point deadline)
      : client_(client), slot_(slot), deadline_(deadline) {}

  sparql::ServiceAnswer ask(const std::string& endpoint, const std::string& query,
                            const sparql::CallLimits& limits) override {
    slot_.pause();
    try {
      sparql::ServiceAnswer answer = client_.ask(endpoint, query, limits);
      slot_.resume(deadline_, limits.cancelled);
      return answer;
    } catch (const sparql::RemoteError&) {
      // The query goes on after a SILENT one.
      slot_.resume(deadline_, limits.cancelled);
      throw;
    }
  }

 private:
  sparql::ServiceClient& client_;
  EvaluationSlots::Slot& slot_;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace prosper::endpoint
