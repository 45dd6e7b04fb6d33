// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "sparql/execution/nesting.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql::update {

namespace {

using execution::Evaluation;
using execution::TemplateInstance;

/// A quad of a template with one solution put in; nothing when it would not be legal RDF or its
/// graph is not named by an IRI (or by the blank node that a graph of the store has).
std::optional<rdf::Quad> instantiate(const algebra::QuadPatternTemplate& quad,
                                     const std::optional<rdf::Iri>& with,
                                     const TemplateInstance& instance) {
  std::optional<rdf::Triple> triple = instance.triple(quad.triple);
  if (!triple) return std::nullopt;
  std::optional<rdf::Term> graph;
  if (quad.graph) {
    graph = instance.term(*quad.graph);
    if (!graph || rdf::is_literal(*graph)) return std::nullopt;
  } else if (with) {
    graph = *with;
  }
  return rdf::Quad{std::move(triple->subject), std::move(triple->predicate),
                   std::move(triple->object), std::move(graph)};
}

/// The dataset of WHERE: using-graph-uri of the protocol, else USING, else WITH as default graph,
/// else the dataset of queries.
execution::DatasetDescription dataset_of(const algebra::Modify& operation,
                                         const RequestOptions& options) {
  const bool protocol_gives_dataset =
      !options.default_graph_uris.empty() || !options.named_graph_uris.empty();
  if (protocol_gives_dataset && (operation.using_dataset.is_given() || operation.with))
    throw UpdateError(
        "using-graph-uri and using-named-graph-uri cannot be given for an update that has USING, "
        "USING NAMED or WITH (SPARQL 1.1 Protocol 2.2.3)");
  execution::DatasetDescription description =
      execution::describe_dataset(operation.using_dataset, options);
  if (operation.with && !description.default_graphs)
    description.default_graphs = std::vector<rdf::Iri>{*operation.with};
  return description;
}

/// What a Modify will do, known in full before the first quad changes (§3.1.3).
struct Changes {
  std::vector<rdf::Quad> removed;
  std::vector<rdf::Quad> inserted;
};

void add_instances(const std::vector<algebra::QuadPatternTemplate>& templates,
                   const std::optional<rdf::Iri>& with, const TemplateInstance& instance,
                   execution::Held& held, std::vector<rdf::Quad>& quads) {
  for (const algebra::QuadPatternTemplate& quad : templates) {
    std::optional<rdf::Quad> instantiated = instantiate(quad, with, instance);
    if (!instantiated) continue;
    held.add_one();
    quads.push_back(std::move(*instantiated));
  }
}

}  // namespace

void insert_data(const algebra::InsertData& operation, RequestState& state) {
  Evaluation evaluation(state.transaction, {}, state.options, state.base_iri);
  const execution::Solution nothing_bound;
  const TemplateInstance instance(nothing_bound, evaluation, state.blank_nodes);
  for (const algebra::QuadPatternTemplate& quad : operation.quads) {
    evaluation.limits().check();
    if (const std::optional<rdf::Quad> ground = instantiate(quad, std::nullopt, instance))
      state.insert(*ground);
  }
}

void delete_data(const algebra::DeleteData& operation, RequestState& state) {
  Evaluation evaluation(state.transaction, {}, state.options, state.base_iri);
  const execution::Solution nothing_bound;
  const TemplateInstance instance(nothing_bound, evaluation, state.blank_nodes);
  for (const algebra::QuadPatternTemplate& quad : operation.quads) {
    evaluation.limits().check();
    if (const std::optional<rdf::Quad> ground = instantiate(quad, std::nullopt, instance))
      state.remove(*ground);
  }
}

void modify(const algebra::Modify& operation, RequestState& state) {
  execution::check_nesting(*operation.pattern);
  Evaluation evaluation(state.transaction, dataset_of(operation, state.options), state.options,
                        state.base_iri);
  execution::Held held(evaluation.limits());
  execution::FreshBlankNodes blank_nodes;
  Changes changes;
  for (const execution::Solution& solution :
       evaluate(*operation.pattern, evaluation, execution::ActiveGraph{})) {
    evaluation.limits().check();
    blank_nodes.begin_scope();
    const TemplateInstance instance(solution, evaluation, blank_nodes);
    add_instances(operation.remove, operation.with, instance, held, changes.removed);
    add_instances(operation.insert, operation.with, instance, held, changes.inserted);
  }
  for (const rdf::Quad& quad : changes.removed) {
    evaluation.limits().check();
    state.remove(quad);
  }
  for (const rdf::Quad& quad : changes.inserted) {
    evaluation.limits().check();
    state.insert(quad);
  }
}

}  // namespace prosper::sparql::update
