// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/functions/function_registry.hpp"
#include "sparql/optimizer/plan.hpp"
#include "sparql/request/question.hpp"

namespace prosper::sparql::optimizer {

/// The plan of a question for one source. Reads counts and samples from the source; throws what it
/// throws. The plan is good as long as the source does not change.
Plan optimize(const request::Question& question, const store::QuadSource& source,
              const request::DatasetGraphs& graphs, functions::Context& context);

}  // namespace prosper::sparql::optimizer
