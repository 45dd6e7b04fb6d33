// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/query_forms.hpp"
#include "sparql/forms/solve.hpp"

namespace prosper::sparql::forms {

bool ask(const algebra::Query& query, const store::QuadSource& source,
         const RequestOptions& options) {
  SolutionRow row;
  return solve(question_of(query, options), source, options)->next(row);
}

}  // namespace prosper::sparql::forms
