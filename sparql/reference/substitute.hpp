// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "sparql/algebra/pattern.hpp"
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

using Bindings = std::map<algebra::Variable, rdf::Term>;

/// substitute(pattern, μ) of §18.6: every occurrence of a bound variable is replaced by its term.
/// The text of the specification leaves open what that means where no term may stand; here
///  - solutions keep the bindings put in, so that MINUS and BOUND see them;
///  - VALUES loses the rows that disagree with μ, BIND keeps its variable (see has_solution);
///  - a sub-select knows only the variables it projects, its others are different variables.
algebra::PatternPtr substitute(const algebra::PatternPtr& pattern, const Bindings& bindings);

/// exists(pattern, μ) of §18.6: substitute(pattern, μ) has a solution (that agrees with μ).
bool has_solution(const algebra::PatternPtr& pattern, const Solution& solution,
                  Evaluation& evaluation, ActiveGraph graph);

}  // namespace prosper::sparql::reference
