// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>

#include "sparql/algebra/variable.hpp"
#include "sparql/functions/function_registry.hpp"
#include "sparql/reference/dataset_view.hpp"
#include "sparql/reference/solution.hpp"
#include "sparql/request/dataset.hpp"
#include "sparql/request/limits.hpp"
#include "sparql/request/service_calls.hpp"

namespace prosper::sparql::reference {

/// Everything that stays the same while one request is evaluated: the dataset, the limits, what
/// functions know, and the places of variables in solutions. Serves one thread.
class Evaluation {
 public:
  /// Borrows all but the description.
  Evaluation(const store::QuadSource& source, const request::DatasetDescription& dataset,
             request::Limits& limits, functions::Context& functions,
             request::ServiceCalls& services);

  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;

  request::Limits& limits() { return limits_; }

  const DatasetView& dataset() const { return dataset_; }

  functions::Context& functions_context() { return functions_; }

  request::ServiceCalls& services() { return services_; }

  /// A new solution begins: BNODE("label") makes new nodes (§17.4.2.9).
  void begin_solution() { functions_.solution_blank_nodes.clear(); }

  /// The place of a variable; the first question decides it.
  Slot slot(const algebra::Variable& variable);

  /// The variables met so far, by slot.
  const std::vector<algebra::Variable>& variables() const { return variables_; }

 private:
  request::Limits& limits_;
  DatasetView dataset_;
  functions::Context& functions_;
  request::ServiceCalls& services_;
  std::unordered_map<std::string, Slot> slots_;
  std::vector<algebra::Variable> variables_;
};

}  // namespace prosper::sparql::reference
