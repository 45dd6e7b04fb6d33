// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/distinct_triples.hpp"
#include "sparql/execution/nesting.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/query_forms.hpp"
#include "sparql/execution/template_instance.hpp"

namespace prosper::sparql::execution {

void construct(const algebra::Query& query, const store::QuadSource& source,
               const RequestOptions& options, rdf::QuadSink& sink) {
  check_nesting(*query.pattern);
  Evaluation evaluation(source, describe_dataset(query.dataset, options), options, query.base_iri);
  const auto& form = std::get<algebra::ConstructForm>(query.form);
  DistinctTriples triples(sink, evaluation.limits());
  FreshBlankNodes blank_nodes;
  for (const Solution& solution : evaluate(*query.pattern, evaluation, ActiveGraph{})) {
    evaluation.limits().check();
    blank_nodes.begin_scope();
    const TemplateInstance instance(solution, evaluation, blank_nodes);
    for (const algebra::TriplePattern& pattern : form.triples)
      if (const std::optional<rdf::Triple> triple = instance.triple(pattern)) triples.add(*triple);
  }
}

}  // namespace prosper::sparql::execution
