// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

std::string name_of(const algebra::TermOrVariable& endpoint) {
  if (const auto* variable = std::get_if<algebra::Variable>(&endpoint)) return "?" + variable->name;
  return rdf::to_ntriples(std::get<rdf::Term>(endpoint));
}

}  // namespace

/// SPARQL 1.1 Federated Query §2.3: a call that fails is an error, with SILENT one solution that
/// binds nothing. Calls to other endpoints are refused, which is such a failure.
Solutions evaluate_service(const algebra::Service& pattern, Evaluation& /*evaluation*/) {
  if (!pattern.silent)
    throw UnsupportedFeature("SERVICE " + name_of(pattern.endpoint) +
                             ": this endpoint does not call other endpoints (SERVICE SILENT gives "
                             "an empty solution instead)");
  const Solution nothing_bound;
  co_yield nothing_bound;
}

}  // namespace prosper::sparql::reference
