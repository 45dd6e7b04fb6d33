// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/nesting.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/query_forms.hpp"

namespace prosper::sparql::execution {

bool ask(const algebra::Query& query, const store::QuadSource& source,
         const RequestOptions& options) {
  check_nesting(*query.pattern);
  Evaluation evaluation(source, describe_dataset(query.dataset, options), options, query.base_iri);
  return evaluate(*query.pattern, evaluation, ActiveGraph{}).next() != nullptr;
}

}  // namespace prosper::sparql::execution
