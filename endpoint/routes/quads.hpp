// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/sparql.hpp"
#include "store/quad_source.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::endpoint {

bool has_quads(const store::QuadSource& source, const store::GraphScope& scope);

/// Hands every quad of a scan to `sink`; throws sparql::QueryCancelled past the deadline or when
/// the client has left.
void copy_quads(const store::QuadSource& source, const store::QuadPattern& pattern,
                const sparql::RequestOptions& options, rdf::QuadSink& sink);

/// The first `limit` quads of a scan.
std::vector<rdf::Quad> read_quads(const store::QuadSource& source,
                                  const store::QuadPattern& pattern, std::size_t limit);

}  // namespace prosper::endpoint
