// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sparql/algebra/query.hpp"

namespace prosper::sparql::algebra {

/// The query as SPARQL 1.1 text, every IRI written out: parsed again it gives the same algebra, but
/// for the names of internal variables. For algebra as the parser makes it and joins of it. No term
/// may be one that `is_writable` denies, blank nodes of CONSTRUCT templates apart.
std::string to_sparql(const Query& query);

/// Whether the term can stand in a query for another endpoint: no blank node (which there would be
/// another), nothing that the grammar has no way to write.
bool is_writable(const rdf::Term& term);

}  // namespace prosper::sparql::algebra
