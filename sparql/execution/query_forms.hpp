// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "sparql/algebra/query.hpp"
#include "sparql/sparql.hpp"

/// The naive evaluator: SPARQL 1.1 §18 as it is written, over any QuadSource. Every faster engine
/// is tested against it. All throw QueryCancelled, UnsupportedFeature and what the source throws.
namespace prosper::sparql::execution {

/// The query must be of the form; the stream borrows the query, `source` and the cancellation flag.
std::unique_ptr<SolutionStream> select(const algebra::Query& query, const store::QuadSource& source,
                                       const RequestOptions& options);
bool ask(const algebra::Query& query, const store::QuadSource& source,
         const RequestOptions& options);
/// §16.2, triples as quads of the default graph, each once, in the order they are found.
void construct(const algebra::Query& query, const store::QuadSource& source,
               const RequestOptions& options, rdf::QuadSink& sink);
/// §16.4. For each resource: the triples it is the subject of, in every graph of the dataset, and
/// those of the blank nodes they lead to (a concise bounded description).
void describe(const algebra::Query& query, const store::QuadSource& source,
              const RequestOptions& options, rdf::QuadSink& sink);

}  // namespace prosper::sparql::execution
