// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/solution_stream.hpp"
#include "sparql/remote.hpp"
#include "sparql/request/limits.hpp"

namespace prosper::sparql::request {

/// What a call needs to know of one solution that is to be joined with a SERVICE pattern.
struct ServiceSeed {
  /// The constant of the query, or what the solution binds the variable to.
  std::optional<rdf::Term> endpoint;
  /// A cell a shared variable.
  SolutionRow values;
};

/// One call: some solutions, and what they bind of the pattern.
struct ServiceCall {
  std::optional<rdf::Term> endpoint;
  algebra::Values bindings;
  /// The numbers of the solutions.
  std::vector<std::size_t> seeds;
};

/// The variables whose bindings go along with a call: those in scope of the pattern that have a
/// name.
std::vector<algebra::Variable> sent_variables(const algebra::Service& service);

/// Which calls `seeds` need: each has one endpoint, at most a hundred different bindings, and binds
/// the same of the `shared` variables in all of them, so that no solution comes twice. Blank nodes
/// are not sent; a solution that has one where every answer has something else needs no call.
std::vector<ServiceCall> divide_into_calls(const algebra::Service& service,
                                           const std::vector<algebra::Variable>& shared,
                                           std::span<const ServiceSeed> seeds);

/// The SERVICE calls of one request (SPARQL 1.1 Federated Query §4). An equal call is made once; an
/// endpoint that failed under SILENT is not asked again. Serves one thread.
class ServiceCalls {
 public:
  using Rows = std::shared_ptr<const std::vector<SolutionRow>>;

  /// Borrows all but the base.
  ServiceCalls(const RequestOptions& options, std::string base_iri, Limits& limits);

  /// Join(bindings, pattern) at the endpoint: of each solution the `columns`, in this order, blank
  /// nodes under names that nothing else has. Throws RemoteError, QueryCancelled.
  Rows solutions(const algebra::Service& service, const ServiceCall& call,
                 const std::vector<algebra::Variable>& columns);

 private:
  Rows ask(const algebra::Service& service, const std::string& endpoint, const std::string& query,
           const std::vector<algebra::Variable>& columns);
  std::vector<SolutionRow> read(const algebra::Service& service, ServiceAnswer answer,
                                const std::vector<algebra::Variable>& columns);
  std::string fresh_label();

  ServiceClient* client_;
  CallLimits call_limits_;
  std::string base_iri_;
  Held held_;
  std::size_t remembered_rows_ = 0;
  std::map<std::pair<std::string, std::string>, Rows> answers_;
  std::set<std::string> failed_;
  std::string blank_node_prefix_;
  std::uint64_t blank_nodes_ = 0;
};

}  // namespace prosper::sparql::request
