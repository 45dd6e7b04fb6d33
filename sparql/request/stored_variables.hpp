// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::request {

using VariableSet = std::set<algebra::Variable>;

/// Those of `candidates` that every solution of the pattern binds to a term matched in the store,
/// as the subject or object of a triple pattern or path.
VariableSet stored_variables(const algebra::Pattern& pattern, const VariableSet& candidates);

}  // namespace prosper::sparql::request
