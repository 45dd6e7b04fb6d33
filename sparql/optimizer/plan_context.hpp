// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "sparql/optimizer/plan.hpp"
#include "sparql/request/dataset.hpp"

namespace prosper::sparql::optimizer {

/// What planning one question knows: the source, the dataset, and the numbers of the variables.
class PlanContext {
 public:
  PlanContext(const store::QuadSource& of_source, const request::DatasetGraphs& of_dataset)
      : source(of_source), graphs(of_dataset) {}

  Slot slot(const algebra::Variable& variable);
  /// A variable that no query can name.
  Slot fresh(const std::string& prefix);
  Position resolve(const algebra::TermOrVariable& position);

  const store::QuadSource& source;
  const request::DatasetGraphs& graphs;
  std::vector<algebra::Variable> variables;

 private:
  std::unordered_map<std::string, Slot> slots_;
};

}  // namespace prosper::sparql::optimizer
