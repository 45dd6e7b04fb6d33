// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/algebra/path.hpp"
#include "sparql/execution/run.hpp"

namespace prosper::sparql::execution {

/// The named graphs in which the path may match: those with a triple of one of its predicates, or
/// all of them when it may match without a triple.
std::vector<store::TermId> graphs_with(const algebra::Path& path, Run& run);

}  // namespace prosper::sparql::execution
