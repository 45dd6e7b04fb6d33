// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/service_data.hpp"

namespace prosper::conformance {

sparql::ServiceAnswer ServiceData::ask(const std::string& endpoint, const std::string& query,
                                       const sparql::CallLimits& limits) {
  calls.push_back({endpoint, query});
  const auto source = endpoints_.find(endpoint);
  if (source == endpoints_.end())
    throw sparql::RemoteError(sparql::RemoteError::Reason::Failed,
                              "SERVICE <" + endpoint + ">: there is nobody");
  sparql::RequestOptions options = options_;
  options.call_depth = limits.depth + 1;
  const auto prepared = sparql::PreparedQuery::parse(query, options);
  const auto solutions = prepared.select(source->second, options);
  sparql::ServiceAnswer answer{solutions->variables(), {}};
  for (sparql::SolutionRow row; solutions->next(row);) answer.rows.push_back(row);
  return answer;
}

}  // namespace prosper::conformance
