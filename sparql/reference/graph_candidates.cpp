// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/graph_candidates.hpp"

#include <variant>

namespace prosper::sparql::reference {

namespace {

using store::TermId;

/// A basic graph pattern without which `pattern` has no solution, its variables in scope outside;
/// null when none is found.
const algebra::BasicGraphPattern* find_required(const algebra::Pattern& pattern) {
  using Found = const algebra::BasicGraphPattern*;
  return std::visit(algebra::Overloaded{
                        [](const algebra::BasicGraphPattern& p) -> Found {
                          return p.triples.empty() ? nullptr : &p;
                        },
                        [](const algebra::Join& p) -> Found {
                          const Found found = find_required(*p.left);
                          return found != nullptr ? found : find_required(*p.right);
                        },
                        [](const algebra::LeftJoin& p) -> Found { return find_required(*p.left); },
                        [](const algebra::Minus& p) -> Found { return find_required(*p.left); },
                        [](const algebra::Filter& p) -> Found { return find_required(*p.pattern); },
                        [](const algebra::Extend& p) -> Found { return find_required(*p.pattern); },
                        [](const auto& /*other*/) -> Found { return nullptr; },
                    },
                    pattern.value);
}

/// What a position must be; unset when it is open. `is_unknown`: the source has no such term.
struct Position {
  std::optional<TermId> id;
  bool is_unknown = false;
};

Position resolve(const algebra::TermOrVariable& value, Evaluation& evaluation,
                 const Solution& seed) {
  TermPtr term;
  if (const auto* variable = std::get_if<algebra::Variable>(&value))
    term = seed.get(evaluation.slot(*variable));
  else
    term = make_term(std::get<rdf::Term>(value));
  if (!term) return {};
  const std::optional<TermId> id = evaluation.dataset().id_of(*term);
  return {id, !id};
}

/// The triple of the pattern that the fewest quads match; all open when there is nothing to look
/// up. Nothing at all when a term is unknown: then no graph has a solution.
std::optional<TripleIdPattern> narrowest(const algebra::BasicGraphPattern& pattern,
                                         Evaluation& evaluation, const Solution& seed) {
  TripleIdPattern best;
  std::uint64_t fewest = UINT64_MAX;
  for (const algebra::TriplePattern& triple : pattern.triples) {
    const Position subject = resolve(triple.subject, evaluation, seed);
    const Position predicate = resolve(triple.predicate, evaluation, seed);
    const Position object = resolve(triple.object, evaluation, seed);
    if (subject.is_unknown || predicate.is_unknown || object.is_unknown) return std::nullopt;
    const TripleIdPattern ids{subject.id, predicate.id, object.id};
    if (!ids.subject && !ids.predicate && !ids.object) continue;
    const std::uint64_t rows = evaluation.dataset().estimate_named(ids);
    if (rows < fewest) {
      best = ids;
      fewest = rows;
    }
  }
  return best;
}

/// The graph the name is fixed to by a term or by the seed; null when it is open.
TermPtr fixed_name(const algebra::TermOrVariable& name, Evaluation& evaluation,
                   const Solution& seed) {
  if (const auto* term = std::get_if<rdf::Term>(&name)) return make_term(*term);
  return seed.get(evaluation.slot(std::get<algebra::Variable>(name)));
}

}  // namespace

Generator<TermId> candidate_graphs(const algebra::TermOrVariable& name,
                                   const algebra::Pattern& pattern, Evaluation& evaluation,
                                   Solution seed) {
  const DatasetView& dataset = evaluation.dataset();
  if (const TermPtr fixed = fixed_name(name, evaluation, seed)) {
    const std::optional<TermId> id = dataset.id_of(*fixed);
    if (id && dataset.has_named_graph(*id)) co_yield *id;
    co_return;
  }
  TripleIdPattern look_up;
  if (const algebra::BasicGraphPattern* required = find_required(pattern)) {
    const std::optional<TripleIdPattern> found = narrowest(*required, evaluation, seed);
    if (!found) co_return;
    look_up = *found;
  }
  const bool is_open = !look_up.subject && !look_up.predicate && !look_up.object;
  if (is_open)
    for (const TermId graph : dataset.named_graphs()) co_yield graph;
  else
    for (const TermId graph : dataset.named_graphs_with(look_up)) co_yield graph;
}

}  // namespace prosper::sparql::reference
