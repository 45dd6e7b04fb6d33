// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <variant>
#include <vector>

#include "sparql/forms/solve.hpp"
#include "sparql/request/language_tags.hpp"
#include "sparql/request/limits.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql::update {

namespace {

using forms::TemplateInstance;

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
request::DatasetDescription dataset_of(const algebra::Modify& operation,
                                       const RequestOptions& options) {
  const bool protocol_gives_dataset =
      !options.default_graph_uris.empty() || !options.named_graph_uris.empty();
  if (protocol_gives_dataset && (operation.using_dataset.is_given() || operation.with))
    throw UpdateError(
        "using-graph-uri and using-named-graph-uri cannot be given for an update that has USING, "
        "USING NAMED or WITH (SPARQL 1.1 Protocol 2.2.3)");
  request::DatasetDescription description =
      request::describe_dataset(operation.using_dataset, options);
  if (operation.with && !description.default_graphs)
    description.default_graphs = std::vector<rdf::Iri>{*operation.with};
  return description;
}

std::vector<algebra::Variable> template_variables(const algebra::Modify& operation) {
  std::set<algebra::Variable> mentioned;
  const auto add = [&](const algebra::TermOrVariable& position) {
    if (const auto* variable = std::get_if<algebra::Variable>(&position))
      mentioned.insert(*variable);
  };
  for (const auto* templates : {&operation.remove, &operation.insert}) {
    for (const algebra::QuadPatternTemplate& quad : *templates) {
      add(quad.triple.subject);
      add(quad.triple.predicate);
      add(quad.triple.object);
      if (quad.graph) add(*quad.graph);
    }
  }
  return {mentioned.begin(), mentioned.end()};
}

/// What a Modify will do, known in full before the first quad changes (§3.1.3).
struct Changes {
  std::vector<rdf::Quad> removed;
  std::vector<rdf::Quad> inserted;
};

void add_instances(const std::vector<algebra::QuadPatternTemplate>& templates,
                   const std::optional<rdf::Iri>& with, const TemplateInstance& instance,
                   request::Held& held, std::vector<rdf::Quad>& quads) {
  for (const algebra::QuadPatternTemplate& quad : templates) {
    std::optional<rdf::Quad> instantiated = instantiate(quad, with, instance);
    if (!instantiated) continue;
    held.add_one();
    quads.push_back(std::move(*instantiated));
  }
}

}  // namespace

void insert_data(const algebra::InsertData& operation, RequestState& state) {
  request::Limits limits(state.options);
  const std::vector<std::string> no_variables;
  const SolutionRow nothing_bound;
  const TemplateInstance instance(no_variables, nothing_bound, state.blank_nodes);
  for (const algebra::QuadPatternTemplate& quad : operation.quads) {
    limits.check();
    if (const std::optional<rdf::Quad> ground = instantiate(quad, std::nullopt, instance))
      state.insert(*ground);
  }
}

void delete_data(const algebra::DeleteData& operation, RequestState& state) {
  request::Limits limits(state.options);
  const std::vector<std::string> no_variables;
  const SolutionRow nothing_bound;
  const TemplateInstance instance(no_variables, nothing_bound, state.blank_nodes);
  for (const algebra::QuadPatternTemplate& quad : operation.quads) {
    limits.check();
    if (const std::optional<rdf::Quad> ground = instantiate(quad, std::nullopt, instance))
      state.remove(*ground);
  }
}

void modify(const algebra::Modify& operation, RequestState& state) {
  request::Limits limits(state.options);
  request::Held held(limits);
  forms::FreshBlankNodes blank_nodes;
  Changes changes;
  const std::vector<algebra::QuadPatternTemplate> removed =
      request::spell_languages(operation.remove, state.transaction);
  auto solutions = forms::solve({operation.pattern, template_variables(operation),
                                 dataset_of(operation, state.options), state.base_iri},
                                state.transaction, state.options);
  SolutionRow row;
  while (solutions->next(row)) {
    blank_nodes.begin_scope();
    const TemplateInstance instance(solutions->variables(), row, blank_nodes);
    add_instances(removed, operation.with, instance, held, changes.removed);
    add_instances(operation.insert, operation.with, instance, held, changes.inserted);
  }
  solutions.reset();
  for (const rdf::Quad& quad : changes.removed) {
    limits.check();
    state.remove(quad);
  }
  for (const rdf::Quad& quad : changes.inserted) {
    limits.check();
    state.insert(quad);
  }
}

}  // namespace prosper::sparql::update
