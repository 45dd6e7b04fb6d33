// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/path_walker.hpp"

#include <algorithm>
#include <variant>

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::reference {

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

TripleIdPattern edges_of(TermId start, std::optional<TermId> predicate, Direction direction) {
  if (direction == Direction::Forward) return {start, predicate, {}};
  return {{}, predicate, start};
}

TermId other_end(const TripleIds& edge, Direction direction) {
  return direction == Direction::Forward ? edge.object : edge.subject;
}

}  // namespace

Nodes PathWalker::follow(const algebra::Path& path, TermId start, Direction direction) const {
  evaluation_.limits().check();
  return std::visit(
      algebra::Overloaded{
          [&](const algebra::LinkPath& p) { return follow_link(p.predicate, start, direction); },
          [&](const algebra::InversePath& p) { return follow(*p.path, start, reverse(direction)); },
          [&](const algebra::SequencePath& p) { return follow_sequence(p, start, direction); },
          [&](const algebra::AlternativePath& p) {
            return follow_alternative(p, start, direction);
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

Nodes PathWalker::follow_link(const rdf::Iri& predicate, TermId start, Direction direction) const {
  Nodes ends;
  const std::optional<TermId> id = evaluation_.dataset().find(predicate);
  if (!id) return ends;
  for (const TripleIds& edge : evaluation_.dataset().match(graph_, edges_of(start, id, direction)))
    ends.push_back(other_end(edge, direction));
  return ends;
}

Nodes PathWalker::follow_sequence(const algebra::SequencePath& path, TermId start,
                                  Direction direction) const {
  const bool is_forward = direction == Direction::Forward;
  const algebra::Path& first = is_forward ? *path.first : *path.second;
  const algebra::Path& second = is_forward ? *path.second : *path.first;
  Nodes ends;
  request::Held held(evaluation_.limits());
  for (const TermId middle : follow(first, start, direction)) {
    for (const TermId end : follow(second, middle, direction)) {
      held.add_one();
      ends.push_back(end);
    }
  }
  return ends;
}

Nodes PathWalker::follow_alternative(const algebra::AlternativePath& path, TermId start,
                                     Direction direction) const {
  Nodes ends = follow(*path.left, start, direction);
  append(ends, follow(*path.right, start, direction));
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

/// ALP of §18.4, breadth first.
Nodes PathWalker::reach(const algebra::Path& path, Nodes frontier, Direction direction) const {
  Nodes reached;
  NodeSet seen;
  request::Held held(evaluation_.limits());
  while (!frontier.empty()) {
    Nodes next;
    for (const TermId node : frontier) {
      if (!seen.insert(node).second) continue;
      held.add_one();
      reached.push_back(node);
      append(next, follow(path, node, direction));
    }
    frontier = std::move(next);
  }
  return reached;
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
  std::vector<TermId> excluded_ids;
  for (const rdf::Iri& predicate : excluded)
    if (const std::optional<TermId> id = evaluation_.dataset().find(predicate))
      excluded_ids.push_back(*id);
  Nodes ends;
  for (const TripleIds& edge :
       evaluation_.dataset().match(graph_, edges_of(start, std::nullopt, direction)))
    if (std::find(excluded_ids.begin(), excluded_ids.end(), edge.predicate) == excluded_ids.end())
      ends.push_back(other_end(edge, direction));
  return ends;
}

Generator<TermId> PathWalker::nodes() const {
  NodeSet seen;
  request::Held held(evaluation_.limits());
  const TripleIdPattern any;
  for (const TripleIds& triple : evaluation_.dataset().match(graph_, any)) {
    if (seen.insert(triple.subject).second) {
      held.add_one();
      co_yield triple.subject;
    }
    if (seen.insert(triple.object).second) {
      held.add_one();
      co_yield triple.object;
    }
  }
}

Generator<std::pair<TermId, TermId>> PathWalker::pairs(const algebra::Path& path) const {
  if (const auto* link = std::get_if<algebra::LinkPath>(&path.value)) {
    const std::optional<TermId> predicate = evaluation_.dataset().find(link->predicate);
    if (!predicate) co_return;
    const TripleIdPattern edges{std::nullopt, predicate, std::nullopt};
    for (const TripleIds& edge : evaluation_.dataset().match(graph_, edges)) {
      const std::pair<TermId, TermId> ends(edge.subject, edge.object);
      co_yield ends;
    }
  } else if (const auto* alternative = std::get_if<algebra::AlternativePath>(&path.value)) {
    for (const auto& ends : pairs(*alternative->left)) co_yield ends;
    for (const auto& ends : pairs(*alternative->right)) co_yield ends;
  } else if (const auto* sequence = std::get_if<algebra::SequencePath>(&path.value)) {
    for (const auto& [start, middle] : pairs(*sequence->first)) {
      for (const TermId end : follow(*sequence->second, middle, Direction::Forward)) {
        const std::pair<TermId, TermId> ends(start, end);
        co_yield ends;
      }
    }
  } else {
    for (const TermId start : nodes()) {
      for (const TermId end : follow(path, start, Direction::Forward)) {
        const std::pair<TermId, TermId> ends(start, end);
        co_yield ends;
      }
    }
  }
}

std::uint64_t count_zero_length(const algebra::Path& path) {
  return std::visit(algebra::Overloaded{
                        [](const algebra::LinkPath&) -> std::uint64_t { return 0; },
                        [](const algebra::InversePath& p) { return count_zero_length(*p.path); },
                        [](const algebra::SequencePath& p) {
                          return count_zero_length(*p.first) * count_zero_length(*p.second);
                        },
                        [](const algebra::AlternativePath& p) {
                          return count_zero_length(*p.left) + count_zero_length(*p.right);
                        },
                        [](const algebra::ZeroOrMorePath&) -> std::uint64_t { return 1; },
                        [](const algebra::OneOrMorePath& p) -> std::uint64_t {
                          return count_zero_length(*p.path) > 0 ? 1 : 0;
                        },
                        [](const algebra::ZeroOrOnePath&) -> std::uint64_t { return 1; },
                        [](const algebra::NegatedPropertySet&) -> std::uint64_t { return 0; },
                    },
                    path.value);
}

}  // namespace prosper::sparql::reference
