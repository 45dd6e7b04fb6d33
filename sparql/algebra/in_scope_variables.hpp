// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::algebra {

/// The variables in scope of a pattern (§18.2.1), in order of first appearance, internal ones included.
std::vector<Variable> in_scope_variables(const Pattern& pattern);

}  // namespace prosper::sparql::algebra
