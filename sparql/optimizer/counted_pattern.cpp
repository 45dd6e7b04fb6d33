// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sparql/optimizer/cardinality.hpp"
#include "sparql/optimizer/planner.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::optimizer {

namespace {

/// COUNT(*) and nothing else.
bool counts_rows_alone(const algebra::Group& group) {
  return group.keys.empty() &&
         std::all_of(group.aggregates.begin(), group.aggregates.end(), [](const auto& binding) {
           const algebra::Aggregate& aggregate = binding.second;
           return aggregate.function == algebra::AggregateFunction::Count && !aggregate.operand &&
                  !aggregate.distinct;
         });
}

/// The only triple pattern of a group, if it binds no variable twice; null otherwise.
const algebra::TriplePattern* find_single_triple(const algebra::Pattern& pattern) {
  const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern.value);
  if (basic == nullptr || basic->triples.size() != 1) return nullptr;
  const algebra::TriplePattern& triple = basic->triples[0];
  const auto is_twice = [](const algebra::TermOrVariable& left,
                           const algebra::TermOrVariable& right) {
    return std::holds_alternative<algebra::Variable>(left) && left == right;
  };
  if (is_twice(triple.subject, triple.predicate) || is_twice(triple.subject, triple.object) ||
      is_twice(triple.predicate, triple.object))
    return nullptr;
  return &triple;
}

}  // namespace

PlanPtr Planner::plan_counted_pattern(const algebra::Group& group, const ActiveGraph& graph) {
  const algebra::TriplePattern* triple = find_single_triple(*group.pattern);
  if (triple == nullptr || !counts_rows_alone(group) || graph.kind == ActiveGraph::Kind::Column)
    return nullptr;
  const std::vector<store::GraphScope> scopes = scopes_of(graph, context_.graphs);
  const TripleAccess access{context_.resolve(triple->subject), context_.resolve(triple->predicate),
                            context_.resolve(triple->object), graph};
  for (const Position* position : {&access.subject, &access.predicate, &access.object})
    if (!position->slot && !position->id) return nullptr;
  if (scopes.size() != 1) return nullptr;
  const auto count = context_.source.count(to_pattern(access, scopes[0]));
  if (!count) return nullptr;
  algebra::Values values;
  values.rows.emplace_back();
  PlanNode node{Rows{}, {}, {}, {}, 1, 1};
  for (const auto& [variable, aggregate] : group.aggregates) {
    values.variables.push_back(variable);
    values.rows[0].emplace_back(
        rdf::make_typed_literal(std::to_string(count->triples), vocabularies::xsd::integer));
    node.columns.push_back({context_.slot(variable), true});
  }
  node.operation = Rows{std::move(values)};
  return std::make_shared<const PlanNode>(std::move(node));
}

}  // namespace prosper::sparql::optimizer
