// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/reference/operators.hpp"
#include "sparql/request/service_calls.hpp"

namespace prosper::sparql::reference {

namespace {

std::vector<request::ServiceSeed> to_service_seeds(const std::vector<Solution>& seeds,
                                                   const algebra::Service& pattern,
                                                   const std::vector<Slot>& shared,
                                                   Evaluation& evaluation) {
  std::vector<request::ServiceSeed> service_seeds;
  const auto* variable = std::get_if<algebra::Variable>(&pattern.endpoint);
  for (const Solution& seed : seeds) {
    request::ServiceSeed& service_seed = service_seeds.emplace_back();
    if (variable == nullptr)
      service_seed.endpoint = std::get<rdf::Term>(pattern.endpoint);
    else if (const TermPtr& bound = seed.get(evaluation.slot(*variable)))
      service_seed.endpoint = bound->term;
    for (const Slot slot : shared) {
      const TermPtr& bound = seed.get(slot);
      service_seed.values.push_back(bound ? std::optional(bound->term) : std::nullopt);
    }
  }
  return service_seeds;
}

std::vector<Solution> to_solutions(const std::vector<SolutionRow>& rows,
                                   const std::vector<Slot>& slots) {
  std::vector<Solution> solutions;
  for (const SolutionRow& row : rows) {
    Solution& solution = solutions.emplace_back();
    for (std::size_t column = 0; column < slots.size(); ++column)
      if (row[column]) solution.bind(slots[column], make_term(*row[column]));
  }
  return solutions;
}

/// SPARQL 1.1 Federated Query §4: Service(IRI, P), for a variable in each solution what it is bound
/// to.
Solutions join_service(const algebra::Service& pattern, Evaluation& evaluation,
                       std::vector<Solution> seeds) {
  const std::vector<algebra::Variable> columns = request::sent_variables(pattern);
  std::vector<Slot> slots;
  for (const algebra::Variable& column : columns) slots.push_back(evaluation.slot(column));
  const auto calls = request::divide_into_calls(
      pattern, columns, to_service_seeds(seeds, pattern, slots, evaluation));
  for (const request::ServiceCall& call : calls) {
    const auto rows = evaluation.services().solutions(pattern, call, columns);
    const std::vector<Solution> answer = to_solutions(*rows, slots);
    for (const std::size_t seed : call.seeds) {
      for (const Solution& solution : answer) {
        evaluation.limits().check();
        if (!are_compatible(seeds[seed], solution)) continue;
        const Solution merged = merge(seeds[seed], solution);
        co_yield merged;
      }
    }
  }
}

Solutions join_join(const algebra::Join& pattern, Evaluation& evaluation, ActiveGraph graph,
                    std::vector<Solution> seeds) {
  const auto sides = order_services(pattern);
  Solutions left = join_seeds(*sides.first, evaluation, graph, std::move(seeds));
  for (SeedBatches batches(left); batches.next();)
    for (const Solution& solution : join_seeds(*sides.second, evaluation, graph, batches.take()))
      co_yield solution;
}

Solutions join_other(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                     std::vector<Solution> seeds) {
  if (is_index_driven(pattern)) {
    for (const Solution& seed : seeds)
      for (const Solution& solution : match(pattern, evaluation, graph, seed)) co_yield solution;
    co_return;
  }
  for (const Solution& solution : evaluate(pattern, evaluation, graph)) {
    for (const Solution& seed : seeds) {
      evaluation.limits().check();
      if (!are_compatible(seed, solution)) continue;
      const Solution merged = merge(seed, solution);
      co_yield merged;
    }
  }
}

bool has_bound_endpoint(const algebra::Pattern& pattern) {
  const auto* service = std::get_if<algebra::Service>(&pattern.value);
  return service == nullptr || std::holds_alternative<rdf::Term>(service->endpoint);
}

}  // namespace

bool SeedBatches::next() {
  constexpr std::size_t seeds_at_once = 100;
  seeds_.clear();
  while (seeds_.size() < seeds_at_once) {
    const Solution* solution = solutions_.next();
    if (solution == nullptr) break;
    seeds_.push_back(*solution);
  }
  return !seeds_.empty();
}

bool is_service_driven(const algebra::Pattern& pattern) {
  if (std::holds_alternative<algebra::Service>(pattern.value)) return true;
  const auto* join = std::get_if<algebra::Join>(&pattern.value);
  return join != nullptr && (is_service_driven(*join->left) || is_service_driven(*join->right));
}

std::pair<const algebra::Pattern*, const algebra::Pattern*> order_services(
    const algebra::Join& join) {
  const algebra::Pattern& left = *join.left;
  const algebra::Pattern& right = *join.right;
  const bool is_swapped = is_service_driven(right)
                              ? !has_bound_endpoint(left) && has_bound_endpoint(right)
                              : is_service_driven(left);
  return is_swapped ? std::pair(&right, &left) : std::pair(&left, &right);
}

Solutions join_seeds(const algebra::Pattern& pattern, Evaluation& evaluation, ActiveGraph graph,
                     std::vector<Solution> seeds) {
  if (const auto* service = std::get_if<algebra::Service>(&pattern.value))
    return join_service(*service, evaluation, std::move(seeds));
  if (const auto* join = std::get_if<algebra::Join>(&pattern.value);
      join != nullptr && is_service_driven(pattern))
    return join_join(*join, evaluation, graph, std::move(seeds));
  return join_other(pattern, evaluation, graph, std::move(seeds));
}

Solutions evaluate_service(const algebra::Service& pattern, Evaluation& evaluation) {
  return join_service(pattern, evaluation, std::vector<Solution>(1));
}

}  // namespace prosper::sparql::reference
