// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/distinct_triples.hpp"
#include "sparql/forms/query_forms.hpp"
#include "sparql/forms/solve.hpp"
#include "sparql/forms/template_instance.hpp"

namespace prosper::sparql::forms {

void construct(const algebra::Query& query, const store::QuadSource& source,
               const RequestOptions& options, rdf::QuadSink& sink) {
  const auto& form = std::get<algebra::ConstructForm>(query.form);
  request::Limits limits(options);
  DistinctTriples triples(sink, limits);
  FreshBlankNodes blank_nodes;
  const auto solutions = solve(question_of(query, options), source, options);
  SolutionRow row;
  while (solutions->next(row)) {
    limits.check();
    blank_nodes.begin_scope();
    const TemplateInstance instance(solutions->variables(), row, blank_nodes);
    for (const algebra::TriplePattern& pattern : form.triples)
      if (const std::optional<rdf::Triple> triple = instance.triple(pattern)) triples.add(*triple);
  }
}

}  // namespace prosper::sparql::forms
