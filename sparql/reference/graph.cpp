// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/reference/graph_candidates.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

using store::TermId;

/// `solution` with the variable of GRAPH bound to the graph; nothing when it is bound to another.
std::optional<Solution> bind_name(const Solution& solution, const algebra::TermOrVariable& name,
                                  TermId graph, Evaluation& evaluation) {
  const auto* variable = std::get_if<algebra::Variable>(&name);
  if (variable == nullptr) return solution;
  const TermPtr term = evaluation.dataset().term(graph);
  const Slot slot = evaluation.slot(*variable);
  if (const TermPtr& bound = solution.get(slot); bound && !is_same_term(*bound, *term))
    return std::nullopt;
  Solution named = solution;
  named.bind(slot, term);
  return named;
}

}  // namespace

/// §18.6: the union over the named graphs, each joined with the binding of the name.
Solutions evaluate_graph(const algebra::Graph& pattern, Evaluation& evaluation,
                         ActiveGraph /*graph*/) {
  for (const TermId name : candidate_graphs(pattern.name, *pattern.pattern, evaluation, {})) {
    for (const Solution& inside : evaluate(*pattern.pattern, evaluation, ActiveGraph{name})) {
      const std::optional<Solution> named = bind_name(inside, pattern.name, name, evaluation);
      if (named) co_yield *named;
    }
  }
}

Solutions match_graph(const algebra::Graph& pattern, Evaluation& evaluation, ActiveGraph /*graph*/,
                      Solution seed) {
  for (const TermId name : candidate_graphs(pattern.name, *pattern.pattern, evaluation, seed)) {
    const std::optional<Solution> named = bind_name(seed, pattern.name, name, evaluation);
    for (const Solution& inside : match(*pattern.pattern, evaluation, ActiveGraph{name}, *named))
      co_yield inside;
  }
}

}  // namespace prosper::sparql::reference
