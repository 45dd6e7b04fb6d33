// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "sparql/request/question.hpp"

namespace prosper::sparql::reference {

/// The naive evaluator: SPARQL 1.1 §18 as it is written, over any QuadSource. The stream borrows
/// `source` and the cancellation flag. Throws (also while it is read) QueryCancelled,
/// UnsupportedFeature and what the source throws.
std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options);

}  // namespace prosper::sparql::reference
