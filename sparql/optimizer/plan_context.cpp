// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/plan_context.hpp"

namespace prosper::sparql::optimizer {

Slot PlanContext::slot(const algebra::Variable& variable) {
  const auto [entry, is_new] = slots_.try_emplace(variable.name, variables.size());
  if (is_new) variables.push_back(variable);
  return entry->second;
}

Slot PlanContext::fresh(const std::string& prefix) {
  return slot(algebra::Variable{"." + prefix + std::to_string(variables.size())});
}

Position PlanContext::resolve(const algebra::TermOrVariable& position) {
  if (const auto* variable = std::get_if<algebra::Variable>(&position))
    return {position, slot(*variable), std::nullopt};
  return {position, std::nullopt, source.find(std::get<rdf::Term>(position))};
}

}  // namespace prosper::sparql::optimizer
