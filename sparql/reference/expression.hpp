// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/expression.hpp"
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

/// The value of an expression for a solution (§17); empty when it is an error. `graph` is where
/// EXISTS looks. Throws UnsupportedFeature for a function nobody knows, QueryCancelled from EXISTS.
functions::Result evaluate_expression(const algebra::Expression& expression,
                                      const Solution& solution, Evaluation& evaluation,
                                      ActiveGraph graph);

/// As a FILTER decides (§17.2): its effective boolean value is true, and no error.
bool holds(const algebra::Expression& condition, const Solution& solution, Evaluation& evaluation,
           ActiveGraph graph);

}  // namespace prosper::sparql::reference
