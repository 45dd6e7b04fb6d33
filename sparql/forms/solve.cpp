// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/solve.hpp"

#include <utility>

#include "sparql/execution/solve.hpp"
#include "sparql/forms/query_forms.hpp"
#include "sparql/reference/solve.hpp"
#include "sparql/request/language_tags.hpp"

namespace prosper::sparql::forms {

std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options) {
  question = request::spell_languages(std::move(question), source);
  return options.engine == Engine::Reference
             ? reference::solve(std::move(question), source, options)
             : execution::solve(std::move(question), source, options);
}

std::string explain(const algebra::Query& query, const store::QuadSource& source,
                    const RequestOptions& options, bool is_run) {
  if (!query.pattern) return "no pattern\n";
  return execution::explain(request::spell_languages(question_of(query, options), source), source,
                            options, is_run);
}

}  // namespace prosper::sparql::forms
