// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sparql/algebra/query.hpp"
#include "sparql/sparql.hpp"
#include "store/quad_source.hpp"

namespace prosper::sparql::request {

/// What the dataset of a query consists of (§13).
struct DatasetDescription {
  /// None: what `mode` says. Otherwise the merge of these graphs.
  std::optional<std::vector<rdf::Iri>> default_graphs;
  /// None: every named graph of the source.
  std::optional<std::vector<rdf::Iri>> named_graphs;
  DefaultGraphMode mode = DefaultGraphMode::Union;
};

/// The dataset of the request if it gives one, else that of the query, else the whole source.
DatasetDescription describe_dataset(const algebra::Dataset& of_query,
                                    const RequestOptions& options);

/// A dataset in terms of one source. Graphs the source does not know are left out.
struct DatasetGraphs {
  /// The default graph is the merge of these, each triple once.
  std::vector<store::GraphScope> default_scopes;
  /// None: every named graph of the source.
  std::optional<std::vector<store::TermId>> named_graphs;

  bool may_be_named(store::TermId graph) const;
};

DatasetGraphs find_graphs(const DatasetDescription& description, const store::QuadSource& source);

}  // namespace prosper::sparql::request
