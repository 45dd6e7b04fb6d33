// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/solve.hpp"

#include <utility>

#include "sparql/execution/solve.hpp"
#include "sparql/reference/solve.hpp"

namespace prosper::sparql::forms {

std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options) {
  return options.engine == Engine::Reference
             ? reference::solve(std::move(question), source, options)
             : execution::solve(std::move(question), source, options);
}

}  // namespace prosper::sparql::forms
