// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "sparql/algebra/query.hpp"
#include "sparql/request/question.hpp"
#include "sparql/sparql.hpp"

/// The four forms of a query (§16), whatever the engine. All throw QueryCancelled,
/// UnsupportedFeature and what the source throws.
namespace prosper::sparql::forms {

/// What a query asks an engine: its pattern, through the variables its form looks at.
request::Question question_of(const algebra::Query& query, const RequestOptions& options);

/// The plan for `source`, with the rows of each step counted when `is_run`.
std::string explain(const algebra::Query& query, const store::QuadSource& source,
                    const RequestOptions& options, bool is_run);

/// The query must be of the form; the stream borrows `source` and the cancellation flag.
std::unique_ptr<SolutionStream> select(const algebra::Query& query, const store::QuadSource& source,
                                       const RequestOptions& options);
bool ask(const algebra::Query& query, const store::QuadSource& source,
         const RequestOptions& options);
/// §16.2, triples as quads of the default graph, each once (see DistinctTriples), in the order they
/// are found.
void construct(const algebra::Query& query, const store::QuadSource& source,
               const RequestOptions& options, rdf::QuadSink& sink);
/// §16.4. For each resource: the triples it is the subject of, in every graph of the dataset, and
/// those of the blank nodes they lead to (a concise bounded description).
void describe(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, rdf::QuadSink& sink);

}  // namespace prosper::sparql::forms
