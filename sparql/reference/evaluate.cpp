// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/reference/operators.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::sparql::reference {

Solutions evaluate(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph) {
  return std::visit(
      algebra::Overloaded{
          [&](const algebra::BasicGraphPattern& p) {
            return match_basic_graph_pattern(p, evaluation, graph, {});
          },
          [&](const algebra::PathPattern& p) { return match_path(p, evaluation, graph, {}); },
          [&](const algebra::Graph& p) { return evaluate_graph(p, evaluation, graph); },
          [&](const algebra::Join& p) { return evaluate_join(p, evaluation, graph); },
          [&](const algebra::LeftJoin& p) { return evaluate_left_join(p, evaluation, graph); },
          [&](const algebra::Filter& p) { return evaluate_filter(p, evaluation, graph); },
          [&](const algebra::Union& p) { return evaluate_union(p, evaluation, graph); },
          [&](const algebra::Minus& p) { return evaluate_minus(p, evaluation, graph); },
          [&](const algebra::Extend& p) { return evaluate_extend(p, evaluation, graph); },
          [&](const algebra::Values& p) { return evaluate_values(p, evaluation); },
          [&](const algebra::Group& p) { return evaluate_group(p, evaluation, graph); },
          [&](const algebra::OrderBy& p) { return evaluate_order_by(p, evaluation, graph); },
          [&](const algebra::Project& p) { return evaluate_project(p, evaluation, graph); },
          [&](const algebra::Distinct& p) { return evaluate_distinct(p, evaluation, graph); },
          [&](const algebra::Reduced& p) { return evaluate_reduced(p, evaluation, graph); },
          [&](const algebra::Slice& p) { return evaluate_slice(p, evaluation, graph); },
          [&](const algebra::Service& p) { return evaluate_service(p, evaluation); },
      },
      pattern.value);
}

bool is_index_driven(const algebra::Pattern& pattern) {
  if (std::holds_alternative<algebra::BasicGraphPattern>(pattern.value) ||
      std::holds_alternative<algebra::PathPattern>(pattern.value))
    return true;
  if (const auto* graph = std::get_if<algebra::Graph>(&pattern.value))
    return is_index_driven(*graph->pattern);
  if (const auto* join = std::get_if<algebra::Join>(&pattern.value))
    return is_index_driven(*join->left) && is_index_driven(*join->right);
  return false;
}

Solutions match(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                Solution seed) {
  if (const auto* basic = std::get_if<algebra::BasicGraphPattern>(&pattern.value))
    return match_basic_graph_pattern(*basic, evaluation, graph, std::move(seed));
  if (const auto* path = std::get_if<algebra::PathPattern>(&pattern.value))
    return match_path(*path, evaluation, graph, std::move(seed));
  if (const auto* named = std::get_if<algebra::Graph>(&pattern.value))
    return match_graph(*named, evaluation, graph, std::move(seed));
  const auto* join = std::get_if<algebra::Join>(&pattern.value);
  PROSPER_ASSERT(join != nullptr);
  return match_join(*join, evaluation, graph, std::move(seed));
}

}  // namespace prosper::sparql::reference
