// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::execution {

/// Evaluation recurses over the algebra: throws UnsupportedFeature when a query nests so deeply
/// (long chains of OPTIONAL or of || count too) that this could use up the stack.
void check_nesting(const algebra::Pattern& pattern);

}  // namespace prosper::sparql::execution
