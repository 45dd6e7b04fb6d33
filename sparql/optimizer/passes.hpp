// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"
#include "sparql/functions/function_registry.hpp"
#include "sparql/optimizer/plan.hpp"

/// The passes of `optimize`, one a file.
namespace prosper::sparql::optimizer {

/// Expressions without variables become their value, unless that is an error.
algebra::PatternPtr fold_constants(const algebra::PatternPtr& pattern, functions::Context& context);

/// FILTER (a && b) becomes FILTER a, FILTER b.
algebra::PatternPtr split_conjunctions(const algebra::PatternPtr& pattern);

/// Filters go down as far as the scopes of their variables let them.
algebra::PatternPtr push_filters(const algebra::PatternPtr& pattern);

/// Slice of a sorted input: only the first rows are kept while sorting.
PlanPtr push_limits(const PlanPtr& plan);

/// Columns nobody looks at any more go early.
PlanPtr prune_columns(const PlanPtr& plan, const std::vector<algebra::Variable>& variables,
                      const std::vector<Slot>& answer);

}  // namespace prosper::sparql::optimizer
