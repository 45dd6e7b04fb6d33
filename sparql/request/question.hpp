// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sparql/algebra/pattern.hpp"
#include "sparql/algebra/solution_stream.hpp"
#include "sparql/request/dataset.hpp"

namespace prosper::sparql::request {

/// What an engine is asked: the solutions of a pattern, seen through some of its variables.
struct Question {
  algebra::PatternPtr pattern;
  /// The columns of the answer, in order; one that the pattern does not bind stays unset.
  std::vector<algebra::Variable> variables;
  DatasetDescription dataset;
  std::string base_iri;
};

}  // namespace prosper::sparql::request
