// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::request {

/// Evaluation recurses over the algebra: throws UnsupportedFeature when a query nests so deeply
/// (long chains of OPTIONAL or of || count too) that this could use up the stack.
void check_nesting(const algebra::Pattern& pattern);

/// Whether a row of unions or of Extends, which do not count as nesting, is longer than recursion
/// over it could be.
bool has_long_chain(const algebra::Pattern& pattern);

}  // namespace prosper::sparql::request
