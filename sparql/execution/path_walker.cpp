// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/path_walker.hpp"

#include <algorithm>

#include "sparql/execution/batch.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;
using Direction = PathWalker::Direction;
using Nodes = PathWalker::Nodes;

Direction reverse(Direction direction) {
  return direction == Direction::Forward ? Direction::Backward : Direction::Forward;
}

void append(Nodes& nodes, const Nodes& more) {
  nodes.insert(nodes.end(), more.begin(), more.end());
}

store::QuadPattern edges_of(std::optional<TermId> start, std::optional<TermId> predicate,
                            Direction direction) {
  // Predicates are read where any may be.
  const unsigned wanted = store::subject_position | store::object_position |
                          (predicate ? 0U : unsigned{store::predicate_position});
  if (direction == Direction::Forward) return {start, predicate, {}, {}, wanted};
  return {{}, predicate, start, {}, wanted};
}

const std::vector<TermId>& near_ends(const store::QuadBatch& edges, Direction direction) {
  return direction == Direction::Forward ? edges.subject : edges.object;
}

const std::vector<TermId>& far_ends(const store::QuadBatch& edges, Direction direction) {
  return near_ends(edges, reverse(direction));
}

void make_distinct(Nodes& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

Nodes PathWalker::follow(const algebra::Path& path, TermId start, Direction direction) const {
  run_.limits().check();
  return std::visit(
      algebra::Overloaded{
          [&](const algebra::LinkPath& p) { return follow_link(p, start, direction); },
          [&](const algebra::InversePath& p) { return follow(*p.path, start, reverse(direction)); },
          [&](const algebra::SequencePath& p) { return follow_sequence(p, start, direction); },
          [&](const algebra::AlternativePath& p) {
            Nodes ends = follow(*p.left, start, direction);
            append(ends, follow(*p.right, start, direction));
            return ends;
          },
          [&](const algebra::ZeroOrMorePath& p) { return reach(*p.path, {start}, direction); },
          [&](const algebra::OneOrMorePath& p) {
            return reach(*p.path, follow(*p.path, start, direction), direction);
          },
          [&](const algebra::ZeroOrOnePath& p) {
            return follow_zero_or_one(*p.path, start, direction);
          },
          [&](const algebra::NegatedPropertySet& p) { return follow_negated(p, start, direction); },
      },
      path.value);
}

Nodes PathWalker::follow_link(const algebra::LinkPath& link, TermId start,
                              Direction direction) const {
  Nodes ends;
  const auto [entry, is_new] = links_.try_emplace(&link);
  Link& known = entry->second;
  if (is_new) known.predicate = run_.source().find(link.predicate);
  if (!known.predicate || LocalVocabulary::is_local(start)) return ends;
  const store::QuadPattern edges = edges_of(start, known.predicate, direction);
  std::optional<TripleCursor>& cursor = known.cursors.at(static_cast<std::size_t>(direction));
  if (!cursor || !cursor->restart(edges, scopes_))
    cursor.emplace(run_, edges, scopes_, std::nullopt, false);
  store::QuadBatch batch;
  while (cursor->next(batch)) append(ends, far_ends(batch, direction));
  return ends;
}

Nodes PathWalker::follow_sequence(const algebra::SequencePath& path, TermId start,
                                  Direction direction) const {
  const bool is_forward = direction == Direction::Forward;
  const algebra::Path& first = is_forward ? *path.first : *path.second;
  const algebra::Path& second = is_forward ? *path.second : *path.first;
  Nodes ends;
  request::Held held(run_.limits());
  for (const TermId middle : follow(first, start, direction)) {
    const Nodes more = follow(second, middle, direction);
    held.add(more.size(), more.size() * sizeof(TermId));
    append(ends, more);
  }
  return ends;
}

Nodes PathWalker::follow_zero_or_one(const algebra::Path& path, TermId start,
                                     Direction direction) const {
  Nodes ends{start};
  NodeSet seen{start};
  for (const TermId end : follow(path, start, direction))
    if (seen.insert(end).second) ends.push_back(end);
  return ends;
}

/// ALP of §18.4: everything reachable in any number of steps from the frontier, itself included.
Nodes PathWalker::reach(const algebra::Path& path, Nodes frontier, Direction direction) const {
  Nodes reached;
  NodeSet seen;
  request::Held held(run_.limits());
  while (!frontier.empty()) {
    // In id order, neighbours in the index are looked up one after the other.
    make_distinct(frontier);
    Nodes next;
    for (const TermId node : frontier) {
      if (!seen.insert(node).second) continue;
      held.add(1, 4 * sizeof(TermId));
      reached.push_back(node);
      append(next, follow(path, node, direction));
    }
    frontier = std::move(next);
  }
  return reached;
}

/// Whether any number of steps leads from the frontier to `end`: always the side with fewer nodes
/// to follow takes the next step.
bool PathWalker::meet(const algebra::Path& path, Nodes forward, TermId end) const {
  NodeSet from_start;
  NodeSet from_end;
  Nodes backward{end};
  request::Held held(run_.limits());
  const auto step = [&](Nodes& frontier, NodeSet& seen, const NodeSet& other, Direction direction) {
    make_distinct(frontier);
    Nodes next;
    for (const TermId node : frontier) {
      if (other.contains(node)) return true;
      if (!seen.insert(node).second) continue;
      held.add(1, 4 * sizeof(TermId));
      append(next, follow(path, node, direction));
    }
    frontier = std::move(next);
    return false;
  };
  // The end has to be known to one side before the other starts.
  if (step(backward, from_end, from_start, Direction::Backward)) return true;
  while (!forward.empty() && !backward.empty()) {
    const bool have_met = forward.size() <= backward.size()
                              ? step(forward, from_start, from_end, Direction::Forward)
                              : step(backward, from_end, from_start, Direction::Backward);
    if (have_met) return true;
  }
  return std::any_of(forward.begin(), forward.end(),
                     [&](TermId node) { return from_end.contains(node); });
}

std::uint64_t PathWalker::count(const algebra::Path& path, TermId start, TermId end) const {
  if (const auto* star = std::get_if<algebra::ZeroOrMorePath>(&path.value))
    return start == end || meet(*star->path, {start}, end) ? 1 : 0;
  if (const auto* plus = std::get_if<algebra::OneOrMorePath>(&path.value))
    return meet(*plus->path, follow(*plus->path, start, Direction::Forward), end) ? 1 : 0;
  const Nodes ends = follow(path, start, Direction::Forward);
  return static_cast<std::uint64_t>(std::count(ends.begin(), ends.end(), end));
}

Nodes PathWalker::follow_negated(const algebra::NegatedPropertySet& path, TermId start,
                                 Direction direction) const {
  Nodes ends;
  // !() has no inverse member either; it excludes nothing, forwards.
  if (!path.forward.empty() || path.inverse.empty())
    append(ends, follow_other_predicates(path.forward, start, direction));
  if (!path.inverse.empty())
    append(ends, follow_other_predicates(path.inverse, start, reverse(direction)));
  return ends;
}

Nodes PathWalker::follow_other_predicates(const std::vector<rdf::Iri>& excluded, TermId start,
                                          Direction direction) const {
  Nodes ends;
  if (LocalVocabulary::is_local(start)) return ends;
  Nodes excluded_ids;
  for (const rdf::Iri& predicate : excluded)
    if (const std::optional<TermId> id = run_.source().find(predicate)) excluded_ids.push_back(*id);
  TripleCursor cursor(run_, edges_of(start, std::nullopt, direction), scopes_, std::nullopt, false);
  store::QuadBatch edges;
  while (cursor.next(edges))
    for (std::size_t row = 0; row < edges.size(); ++row)
      if (std::find(excluded_ids.begin(), excluded_ids.end(), edges.predicate[row]) ==
          excluded_ids.end())
        ends.push_back(far_ends(edges, direction)[row]);
  return ends;
}

bool PathWalker::has_node(TermId node) const {
  if (LocalVocabulary::is_local(node)) return false;
  store::QuadBatch edges;
  for (const Direction direction : {Direction::Forward, Direction::Backward})
    if (TripleCursor(run_, edges_of(node, std::nullopt, direction), scopes_, std::nullopt, false)
            .next(edges))
      return true;
  return false;
}

/// nodes(G): the subjects and objects, each once.
Nodes PathWalker::all_nodes() const {
  NodeSet seen;
  request::Held held(run_.limits());
  TripleCursor cursor(run_, {}, scopes_, std::nullopt, false);
  store::QuadBatch edges;
  while (cursor.next(edges)) {
    const std::size_t before = seen.size();
    seen.insert(edges.subject.begin(), edges.subject.end());
    seen.insert(edges.object.begin(), edges.object.end());
    held.add(seen.size() - before, (seen.size() - before) * 4 * sizeof(TermId));
  }
  Nodes nodes(seen.begin(), seen.end());
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

/// Adds the nodes from which the first step of the path can be taken; false when that can be any
/// node.
bool PathWalker::add_first_nodes(const algebra::Path& path, Direction direction,
                                 Nodes& nodes) const {
  if (algebra::may_be_empty(path)) return false;
  if (const auto* link = std::get_if<algebra::LinkPath>(&path.value)) {
    const std::optional<TermId> id = run_.source().find(link->predicate);
    if (!id) return true;
    TripleCursor cursor(run_, edges_of(std::nullopt, id, direction), scopes_, std::nullopt, false);
    store::QuadBatch edges;
    while (cursor.next(edges)) {
      append(nodes, near_ends(edges, direction));
      if (nodes.size() > 1'000'000) make_distinct(nodes);
    }
    return true;
  }
  if (const auto* inverse = std::get_if<algebra::InversePath>(&path.value))
    return add_first_nodes(*inverse->path, reverse(direction), nodes);
  if (const auto* plus = std::get_if<algebra::OneOrMorePath>(&path.value))
    return add_first_nodes(*plus->path, direction, nodes);
  if (const auto* either = std::get_if<algebra::AlternativePath>(&path.value))
    return add_first_nodes(*either->left, direction, nodes) &&
           add_first_nodes(*either->right, direction, nodes);
  if (const auto* sequence = std::get_if<algebra::SequencePath>(&path.value)) {
    const bool is_forward = direction == Direction::Forward;
    return add_first_nodes(is_forward ? *sequence->first : *sequence->second, direction, nodes);
  }
  return false;
}

Nodes PathWalker::starts(const algebra::Path& path) const {
  Nodes nodes;
  if (!add_first_nodes(path, Direction::Forward, nodes)) return all_nodes();
  make_distinct(nodes);
  return nodes;
}

}  // namespace prosper::sparql::execution
