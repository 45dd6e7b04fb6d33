// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/dataset.hpp"

#include <algorithm>

namespace prosper::sparql::request {

namespace {

using store::GraphScope;
using store::TermId;

std::vector<rdf::Iri> to_iris(const std::vector<std::string>& uris) {
  std::vector<rdf::Iri> iris;
  for (const std::string& uri : uris) iris.push_back(rdf::Iri{uri});
  return iris;
}

std::vector<TermId> find_all(const store::QuadSource& source, const std::vector<rdf::Iri>& names) {
  std::vector<TermId> graphs;
  for (const rdf::Iri& name : names) {
    const std::optional<TermId> id = source.find(name);
    if (id && std::find(graphs.begin(), graphs.end(), *id) == graphs.end()) graphs.push_back(*id);
  }
  return graphs;
}

}  // namespace

DatasetDescription describe_dataset(const algebra::Dataset& of_query,
                                    const RequestOptions& options) {
  DatasetDescription description;
  description.mode = options.default_graph;
  if (!options.default_graph_uris.empty() || !options.named_graph_uris.empty()) {
    description.default_graphs = to_iris(options.default_graph_uris);
    description.named_graphs = to_iris(options.named_graph_uris);
  } else if (of_query.is_given()) {
    description.default_graphs = of_query.default_graphs;
    description.named_graphs = of_query.named_graphs;
  }
  return description;
}

bool DatasetGraphs::may_be_named(TermId graph) const {
  if (!named_graphs) return graph != store::default_graph;
  return std::find(named_graphs->begin(), named_graphs->end(), graph) != named_graphs->end();
}

DatasetGraphs find_graphs(const DatasetDescription& description, const store::QuadSource& source) {
  DatasetGraphs graphs;
  if (description.default_graphs) {
    for (const TermId graph : find_all(source, *description.default_graphs))
      graphs.default_scopes.push_back(GraphScope::one(graph));
  } else if (description.mode == DefaultGraphMode::Union) {
    graphs.default_scopes.push_back(GraphScope::all());
  } else {
    graphs.default_scopes.push_back(GraphScope::one(store::default_graph));
  }
  if (description.named_graphs) graphs.named_graphs = find_all(source, *description.named_graphs);
  return graphs;
}

}  // namespace prosper::sparql::request
