// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "sparql/reference/operators.hpp"
#include "sparql/reference/path_walker.hpp"

namespace prosper::sparql::reference {

namespace {

using store::TermId;
using Direction = PathWalker::Direction;

/// One end of the path: a variable, a term, or a variable that the seed binds to a term.
struct End {
  std::optional<Slot> slot;
  TermPtr term;
};

End resolve(const algebra::TermOrVariable& value, Evaluation& evaluation, const Solution& seed) {
  if (const auto* term = std::get_if<rdf::Term>(&value)) return {std::nullopt, make_term(*term)};
  const Slot slot = evaluation.slot(std::get<algebra::Variable>(value));
  return {slot, seed.get(slot)};
}

/// The terms at the other end, with their multiplicity, of a path that starts at a given term.
std::vector<TermPtr> other_ends(const algebra::Path& path, const TermPtr& start,
                                Direction direction, Evaluation& evaluation, ActiveGraph graph) {
  const DatasetView& dataset = evaluation.dataset();
  const std::optional<TermId> id = dataset.id_of(*start);
  // A term no triple has is connected only with itself, by paths of length zero.
  if (!id) return std::vector<TermPtr>(count_zero_length(path), start);
  std::vector<TermPtr> ends;
  for (const TermId end : PathWalker(evaluation, graph).follow(path, *id, direction))
    ends.push_back(dataset.term(end));
  return ends;
}

Solution with(const Solution& seed, const End& end, const TermPtr& term) {
  Solution solution = seed;
  if (end.slot) solution.bind(*end.slot, term);
  return solution;
}

/// A path of length zero between two variables has its ends in the graph (§18.4): a term that the
/// seed brings from elsewhere does not match.
bool is_outside_graph(const End& subject, const End& object, Evaluation& evaluation,
                      ActiveGraph graph) {
  if (!subject.slot || !object.slot) return false;
  const std::optional<TermId> id =
      evaluation.dataset().id_of(subject.term ? *subject.term : *object.term);
  return !id || !evaluation.dataset().has_node(graph, *id);
}

}  // namespace

Solutions match_path(const algebra::PathPattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                     Solution seed) {
  const End subject = resolve(pattern.subject, evaluation, seed);
  const End object = resolve(pattern.object, evaluation, seed);
  if (!subject.term && !object.term) {
    const DatasetView& dataset = evaluation.dataset();
    const PathWalker walker(evaluation, graph);
    for (const auto& [start, end] : walker.pairs(*pattern.path)) {
      if (subject.slot == object.slot && start != end) continue;
      const Solution half = with(seed, subject, dataset.term(start));
      const Solution solution = with(half, object, dataset.term(end));
      co_yield solution;
    }
    co_return;
  }
  if (is_outside_graph(subject, object, evaluation, graph)) co_return;
  const Direction direction = subject.term ? Direction::Forward : Direction::Backward;
  const End& near = subject.term ? subject : object;
  const End& far = subject.term ? object : subject;
  for (const TermPtr& term : other_ends(*pattern.path, near.term, direction, evaluation, graph)) {
    evaluation.limits().check();
    if (far.term && !is_same_term(*far.term, *term)) continue;
    const Solution solution = with(seed, far, term);
    co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
