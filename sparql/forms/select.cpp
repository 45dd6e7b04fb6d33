// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/query_forms.hpp"
#include "sparql/forms/solve.hpp"

namespace prosper::sparql::forms {

std::unique_ptr<SolutionStream> select(const algebra::Query& query, const store::QuadSource& source,
                                       const RequestOptions& options) {
  return solve(question_of(query, options), source, options);
}

}  // namespace prosper::sparql::forms
