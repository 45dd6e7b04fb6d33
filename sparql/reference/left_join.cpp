// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/expression.hpp"
#include "sparql/reference/operators.hpp"
#include "sparql/reference/solution_table.hpp"

namespace prosper::sparql::reference {

namespace {

/// Join({left}, right), by look-up or from the table of the right side's solutions.
Solutions extensions(const Solution& left, const algebra::LeftJoin& pattern,
                     const std::optional<SolutionTable>& table, Evaluation& evaluation,
                     ActiveGraph graph) {
  if (!table) {
    for (const Solution& merged : match(*pattern.right, evaluation, graph, left)) co_yield merged;
    co_return;
  }
  for (const Solution& right : table->compatible_with(left)) {
    const Solution merged = merge(left, right);
    co_yield merged;
  }
}

/// The same for a right side that other endpoints know. The solutions of a batch are numbered, so
/// that each finds its extensions among those of all.
Solutions left_join_service(const algebra::LeftJoin& pattern, Evaluation& evaluation,
                            ActiveGraph graph) {
  const Slot number = evaluation.slot(algebra::Variable{".left"});
  Solutions left = evaluate(*pattern.left, evaluation, graph);
  for (SeedBatches batches(left); batches.next();) {
    const std::vector<Solution> originals = batches.take();
    std::vector<Solution> seeds = originals;
    for (std::size_t index = 0; index < seeds.size(); ++index)
      seeds[index].bind(number, make_term(rdf::make_string(std::to_string(index))));
    std::vector<bool> is_extended(originals.size());
    for (const Solution& found : join_seeds(*pattern.right, evaluation, graph, std::move(seeds))) {
      const auto& text = std::get<rdf::Literal>(found.get(number)->term).lexical_form;
      const std::size_t index = std::stoul(text);
      Solution merged = found;
      merged.unbind(number);
      if (pattern.condition && !holds(*pattern.condition, merged, evaluation, graph)) continue;
      is_extended[index] = true;
      co_yield merged;
    }
    for (std::size_t index = 0; index < originals.size(); ++index)
      if (!is_extended[index]) co_yield originals[index];
  }
}

}  // namespace

/// §18.5: the extensions the condition lets through; where there are none, the left solution.
Solutions evaluate_left_join(const algebra::LeftJoin& pattern, Evaluation& evaluation,
                             ActiveGraph graph) {
  if (is_service_driven(*pattern.right)) {
    for (const Solution& solution : left_join_service(pattern, evaluation, graph))
      co_yield solution;
    co_return;
  }
  std::optional<SolutionTable> table;
  if (!is_index_driven(*pattern.right))
    table.emplace(evaluate(*pattern.right, evaluation, graph),
                  shared_variables(*pattern.left, *pattern.right, evaluation), evaluation);
  for (const Solution& left : evaluate(*pattern.left, evaluation, graph)) {
    evaluation.limits().check();
    bool is_extended = false;
    for (const Solution& merged : extensions(left, pattern, table, evaluation, graph)) {
      if (pattern.condition && !holds(*pattern.condition, merged, evaluation, graph)) continue;
      is_extended = true;
      co_yield merged;
    }
    if (!is_extended) co_yield left;
  }
}

}  // namespace prosper::sparql::reference
