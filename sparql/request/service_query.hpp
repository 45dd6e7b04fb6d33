// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::request {

/// The text that asks an endpoint for Join(bindings, pattern). The bindings go down to where they
/// narrow most: many endpoints evaluate what stands beside VALUES in braces on its own first.
std::string service_query(const algebra::PatternPtr& pattern, const algebra::Values& bindings,
                          const std::vector<algebra::Variable>& columns,
                          const std::string& base_iri);

}  // namespace prosper::sparql::request
