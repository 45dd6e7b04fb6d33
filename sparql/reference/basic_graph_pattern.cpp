// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

using store::TermId;

/// A position of a triple pattern: a variable's slot, or a constant.
struct Position {
  std::optional<Slot> slot;
  /// Of a constant; unset when the source does not know the term.
  std::optional<TermId> id;
};

using PositionTriple = std::array<Position, 3>;

Position resolve(const algebra::TermOrVariable& value, Evaluation& evaluation) {
  if (const auto* variable = std::get_if<algebra::Variable>(&value))
    return {evaluation.slot(*variable), std::nullopt};
  return {std::nullopt, evaluation.dataset().find(std::get<rdf::Term>(value))};
}

/// Greedy order: first what joins with the variables bound so far, then what has most positions
/// bound, then what the source estimates smallest.
std::vector<PositionTriple> order_patterns(std::vector<PositionTriple> patterns,
                                           const Solution& seed, Evaluation& evaluation,
                                           ActiveGraph graph) {
  std::vector<std::uint64_t> estimates;
  for (const PositionTriple& pattern : patterns)
    estimates.push_back(
        evaluation.dataset().estimate(graph, {pattern[0].id, pattern[1].id, pattern[2].id}));
  std::unordered_set<Slot> bound;
  for (Slot slot = 0; slot < seed.width(); ++slot)
    if (seed.get(slot)) bound.insert(slot);

  const auto cost = [&](std::size_t index) {
    int bound_variables = 0;
    int unbound_variables = 0;
    for (const Position& position : patterns[index])
      if (position.slot) ++(bound.contains(*position.slot) ? bound_variables : unbound_variables);
    const bool is_cross_product = bound_variables == 0 && unbound_variables > 0;
    return std::tuple(is_cross_product, unbound_variables, estimates[index]);
  };

  std::vector<PositionTriple> ordered;
  while (!patterns.empty()) {
    std::size_t best = 0;
    for (std::size_t index = 1; index < patterns.size(); ++index) {
      evaluation.limits().check();
      if (cost(index) < cost(best)) best = index;
    }
    for (const Position& position : patterns[best])
      if (position.slot) bound.insert(*position.slot);
    ordered.push_back(patterns[best]);
    patterns.erase(patterns.begin() + static_cast<std::ptrdiff_t>(best));
    estimates.erase(estimates.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return ordered;
}

/// The pattern with the bindings of `solution` put in; nothing when no triple can match it.
std::optional<TripleIdPattern> substitute(const PositionTriple& pattern, const Solution& solution,
                                          const DatasetView& dataset) {
  std::array<std::optional<TermId>, 3> ids;
  for (std::size_t index = 0; index < ids.size(); ++index) {
    const Position& position = pattern[index];
    ids[index] = position.id;
    if (!position.slot) {
      if (!position.id) return std::nullopt;
    } else if (const TermPtr& term = solution.get(*position.slot)) {
      ids[index] = dataset.id_of(*term);
      if (!ids[index]) return std::nullopt;
    }
  }
  return TripleIdPattern{ids[0], ids[1], ids[2]};
}

/// `solution` extended by what the triple binds; nothing when a variable occurs twice in the
/// pattern and the triple has different terms there.
std::optional<Solution> extend(Solution solution, const PositionTriple& pattern,
                               const TripleIds& triple, const DatasetView& dataset) {
  const std::array<TermId, 3> ids{triple.subject, triple.predicate, triple.object};
  for (std::size_t index = 0; index < ids.size(); ++index) {
    if (!pattern[index].slot) continue;
    const Slot slot = *pattern[index].slot;
    const TermPtr& bound = solution.get(slot);
    if (!bound)
      solution.bind(slot, dataset.term(ids[index]));
    else if (dataset.id_of(*bound) != ids[index])
      return std::nullopt;
  }
  return solution;
}

/// One step of the backtracking: the triples of one pattern under the solution of the steps before.
struct Step {
  Solution solution;
  Generator<TripleIds> triples;
};

Generator<TripleIds> no_triples() {
  co_return;
}

}  // namespace

/// §18.3: blank nodes of the pattern are variables already, so every instance mapping is one way to
/// bind all variables.
Solutions match_basic_graph_pattern(const algebra::BasicGraphPattern& pattern,
                                    Evaluation& evaluation, ActiveGraph graph, Solution seed) {
  const DatasetView& dataset = evaluation.dataset();
  std::vector<PositionTriple> patterns;
  for (const algebra::TriplePattern& triple : pattern.triples)
    patterns.push_back({resolve(triple.subject, evaluation), resolve(triple.predicate, evaluation),
                        resolve(triple.object, evaluation)});
  if (patterns.empty()) {
    co_yield seed;
    co_return;
  }
  patterns = order_patterns(std::move(patterns), seed, evaluation, graph);

  const auto enter = [&](const PositionTriple& next, Solution solution) {
    const std::optional<TripleIdPattern> ids = substitute(next, solution, dataset);
    return Step{std::move(solution), ids ? dataset.match(graph, *ids) : no_triples()};
  };
  std::vector<Step> steps;
  steps.push_back(enter(patterns[0], std::move(seed)));
  while (!steps.empty()) {
    evaluation.limits().check();
    const TripleIds* triple = steps.back().triples.next();
    if (triple == nullptr) {
      steps.pop_back();
      continue;
    }
    std::optional<Solution> extended =
        extend(steps.back().solution, patterns[steps.size() - 1], *triple, dataset);
    if (!extended) continue;
    if (steps.size() == patterns.size())
      co_yield *extended;
    else
      steps.push_back(enter(patterns[steps.size()], std::move(*extended)));
  }
}

}  // namespace prosper::sparql::reference
