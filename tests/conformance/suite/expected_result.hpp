// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sparql/results/result_reader.hpp"
#include "store/rdf/quad.hpp"

namespace prosper::conformance {

/// The solutions a query must give, or the answer of ASK.
struct ExpectedSolutions {
  sparql::ResultDocument document;
  /// The rows come in this order (rs:index was given).
  bool is_ordered = false;
};

/// The triples CONSTRUCT or DESCRIBE must give.
struct ExpectedGraph {
  std::vector<rdf::Quad> quads;
};

using ExpectedResult = std::variant<ExpectedSolutions, ExpectedGraph>;

/// Reads a result document by its file name: SPARQL results in XML, JSON, CSV or TSV, a result set
/// in RDF (http://www.w3.org/2001/sw/DataAccess/tests/result-set#), or a graph.
ExpectedResult read_expected(const std::string& iri);

}  // namespace prosper::conformance
