// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/evaluation.hpp"

#include <utility>

namespace prosper::sparql::execution {

Evaluation::Evaluation(const store::QuadSource& source, const DatasetDescription& dataset,
                       const RequestOptions& options, std::string base_iri)
    : limits_(options), dataset_(source, dataset, limits_) {
  functions_.base_iri = std::move(base_iri);
}

Slot Evaluation::slot(const algebra::Variable& variable) {
  const auto [entry, is_new] = slots_.try_emplace(variable.name, variables_.size());
  if (is_new) variables_.push_back(variable);
  return entry->second;
}

}  // namespace prosper::sparql::execution
