// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

Evaluation::Evaluation(const store::QuadSource& source, const request::DatasetDescription& dataset,
                       request::Limits& limits, functions::Context& functions,
                       request::ServiceCalls& services)
    : limits_(limits),
      dataset_(source, dataset, limits),
      functions_(functions),
      services_(services) {}

Slot Evaluation::slot(const algebra::Variable& variable) {
  const auto [entry, is_new] = slots_.try_emplace(variable.name, variables_.size());
  if (is_new) variables_.push_back(variable);
  return entry->second;
}

}  // namespace prosper::sparql::reference
