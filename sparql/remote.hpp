// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sparql/algebra/solution_stream.hpp"

/// What SERVICE and LOAD need of the world outside. Implementations live where sockets do; without
/// one, requests that need it are refused.
namespace prosper::sparql {

/// Another endpoint was not asked, or gave no answer that can be used. SILENT turns it into an
/// empty solution (SERVICE) or into nothing done (LOAD).
class RemoteError : public std::runtime_error {
 public:
  enum class Reason {
    Refused,   ///< not allowed here
    Failed,    ///< no connection, an error status, an answer that is none
    TimedOut,  ///< the other side took longer than one call may
    TooDeep,   ///< endpoints call each other, maybe in a circle
  };

  RemoteError(Reason reason, const std::string& message)
      : std::runtime_error(message), reason_(reason) {}

  Reason reason() const { return reason_; }

 private:
  Reason reason_;
};

/// What bounds one call, taken from the request it serves.
struct CallLimits {
  std::optional<std::chrono::steady_clock::time_point> deadline;
  /// Set by another thread to cancel.
  const std::atomic<bool>* cancelled = nullptr;
  /// How many endpoints have passed the request on before this one.
  unsigned depth = 0;
};

/// The solution sequence of one call.
struct ServiceAnswer {
  std::vector<std::string> variables;
  /// A cell a variable, unset where unbound.
  std::vector<SolutionRow> rows;
};

/// Asks other endpoints (SPARQL 1.1 Federated Query). Thread-safe.
class ServiceClient {
 public:
  ServiceClient() = default;
  ServiceClient(const ServiceClient&) = delete;
  ServiceClient& operator=(const ServiceClient&) = delete;
  virtual ~ServiceClient() = default;

  /// The answer of the endpoint at this IRI to a SELECT query. Throws RemoteError, and
  /// QueryCancelled when the limits end the call.
  virtual ServiceAnswer ask(const std::string& endpoint, const std::string& query,
                            const CallLimits& limits) = 0;
};

struct Document {
  std::string text;
  /// Where it was in the end: the base of its relative IRIs.
  std::string iri;
  /// Without parameters; empty when nobody says.
  std::string media_type;
};

/// Fetches documents for LOAD. Thread-safe.
class DocumentSource {
 public:
  DocumentSource() = default;
  DocumentSource(const DocumentSource&) = delete;
  DocumentSource& operator=(const DocumentSource&) = delete;
  virtual ~DocumentSource() = default;

  /// Throws RemoteError, and QueryCancelled when the limits end the call.
  virtual Document fetch(const std::string& iri, const CallLimits& limits) = 0;
};

}  // namespace prosper::sparql
