// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "endpoint/routes/evaluation_slots.hpp"
#include "endpoint/routes/write_groups.hpp"
#include "sparql/sparql.hpp"
#include "store/store.hpp"

namespace prosper::endpoint {

/// Who may write over HTTP.
struct WriteAccess {
  enum class Mode {
    Refused,  ///< nobody
    Token,    ///< who sends `Authorization: Bearer <token>`
    Open,     ///< any program on this machine; only for a server bound to the loopback interface
  };
  Mode mode = Mode::Refused;
  std::string token;
};

struct RequestLimits {
  std::chrono::seconds query_time{60};
  /// Whole graphs and updates.
  std::chrono::seconds transfer_time{3600};
  /// How long a write waits for the writes before it.
  std::chrono::seconds writer_wait{5};
  std::size_t body_bytes = 10U << 20U;
  /// Rows an HTML result shows; the other formats have no limit.
  std::size_t page_rows = 1000;
};

/// What the routes serve: one store under one public base, with its rules. Shared by all threads.
struct Site {
  store::Store& store;
  EvaluationSlots& slots;
  /// Writes of this server take turns here, so that none holds an evaluation slot while it waits
  /// for another.
  WriteGroups& writers;
  sparql::DefaultGraphMode default_graph = sparql::DefaultGraphMode::Union;
  WriteAccess writes;
  RequestLimits limits;
  /// For SERVICE and LOAD; null: refused.
  sparql::ServiceClient* services = nullptr;
  sparql::DocumentSource* documents = nullptr;
};

}  // namespace prosper::endpoint
