// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/solution_table.hpp"

#include <algorithm>

#include "sparql/algebra/in_scope_variables.hpp"

namespace prosper::sparql::reference {

SolutionTable::SolutionTable(Solutions solutions, std::vector<Slot> shared, Evaluation& evaluation)
    : limits_(evaluation.limits()), held_(evaluation.limits()), shared_(std::move(shared)) {
  for (const Solution& solution : solutions) {
    limits_.check();
    held_.add_one();
    const std::optional<std::size_t> key = key_hash(solution);
    (key ? by_key_[*key] : partial_).push_back(solution);
  }
}

std::optional<std::size_t> SolutionTable::key_hash(const Solution& solution) const {
  std::size_t hash = 0;
  for (const Slot slot : shared_) {
    const TermPtr& term = solution.get(slot);
    if (!term) return std::nullopt;
    hash = hash * 1099511628211ULL + rdf::hash_value(term->term);
  }
  return hash;
}

Generator<Solution> SolutionTable::compatible_with(const Solution& solution) const {
  if (const std::optional<std::size_t> key = key_hash(solution)) {
    const auto bucket = by_key_.find(*key);
    if (bucket != by_key_.end())
      for (const Solution& found : compatible_among(bucket->second, solution)) co_yield found;
  } else {
    for (const auto& [hash, bucket] : by_key_)
      for (const Solution& found : compatible_among(bucket, solution)) co_yield found;
  }
  for (const Solution& found : compatible_among(partial_, solution)) co_yield found;
}

Generator<Solution> SolutionTable::compatible_among(std::span<const Solution> candidates,
                                                    const Solution& solution) const {
  for (const Solution& candidate : candidates) {
    limits_.check();
    if (are_compatible(candidate, solution)) co_yield candidate;
  }
}

std::vector<Slot> shared_variables(const algebra::Pattern& left, const algebra::Pattern& right,
                                   Evaluation& evaluation) {
  const std::vector<algebra::Variable> of_left = algebra::in_scope_variables(left);
  std::vector<Slot> shared;
  for (const algebra::Variable& variable : algebra::in_scope_variables(right))
    if (std::find(of_left.begin(), of_left.end(), variable) != of_left.end())
      shared.push_back(evaluation.slot(variable));
  return shared;
}

}  // namespace prosper::sparql::reference
