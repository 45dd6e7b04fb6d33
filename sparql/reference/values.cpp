// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

/// §10.2: one solution a row; UNDEF binds nothing.
Solutions evaluate_values(const algebra::Values& pattern, Evaluation& evaluation) {
  for (const auto& row : pattern.rows) {
    evaluation.limits().check();
    Solution solution;
    for (std::size_t column = 0; column < pattern.variables.size(); ++column)
      if (row[column])
        solution.bind(evaluation.slot(pattern.variables[column]), make_term(*row[column]));
    co_yield solution;
  }
}

}  // namespace prosper::sparql::reference
