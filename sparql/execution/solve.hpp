// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "sparql/request/question.hpp"

namespace prosper::sparql::execution {

/// The vectorised engine: plans the question for `source` and runs the plan in batches of ids. The
/// stream borrows `source` and the cancellation flag. Throws (also while it is read)
/// QueryCancelled, UnsupportedFeature and what the source throws.
std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options);

/// The plan as text, with the rows expected of every operator and, when it `is_run`, those counted.
std::string explain(request::Question question, const store::QuadSource& source,
                    const RequestOptions& options, bool is_run);

}  // namespace prosper::sparql::execution
