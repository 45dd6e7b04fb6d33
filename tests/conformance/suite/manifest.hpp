// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace prosper::conformance {

/// Documents of a dataset, by IRI.
struct DatasetFiles {
  std::vector<std::string> default_graph;
  /// Graph name and document.
  std::vector<std::pair<std::string, std::string>> named_graphs;
};

/// One entry of a manifest.
struct TestCase {
  std::string iri;
  /// The folder of the manifest ("sparql11/aggregates") and what follows # in the IRI.
  std::string suite;
  std::string name;
  /// The local name of the entry's type: "QueryEvaluationTest", "UpdateEvaluationTest", …
  std::string type;
  /// The document with the query or update.
  std::string request;
  DatasetFiles before;
  /// Endpoints that the query asks, and the documents they answer from.
  std::vector<std::pair<std::string, std::vector<std::string>>> services;
  /// The document with the expected result of a query.
  std::string result;
  /// The expected dataset of an update.
  DatasetFiles after;
  /// REDUCED: how often a solution comes is not part of the result.
  bool is_cardinality_lax = false;
};

/// All entries of the manifest `iri` and of those it includes, in order.
std::vector<TestCase> read_manifest(const std::string& iri);

}  // namespace prosper::conformance
