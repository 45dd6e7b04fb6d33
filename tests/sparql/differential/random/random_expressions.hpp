// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "tests/sparql/differential/random/request_tree.hpp"

namespace prosper::sparql::differential {

/// A query whose columns are expressions over one row of values, of all functions.
RequestTree random_expressions(std::uint64_t seed);

/// A query whose columns are aggregates over a few rows of values.
RequestTree random_aggregates(std::uint64_t seed);

}  // namespace prosper::sparql::differential
