// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"

namespace prosper::sparql::differential {

/// Bugs put into a query on purpose, to see whether the comparison finds them.
enum class Mutation {
  LeftJoinIsJoin,
  MinusIsLeft,
  UnionIsLeft,
  FilterIsDropped,
  DistinctIsDropped,
  StarIsPlus,
  OptionalConditionIsDropped,
};

algebra::PatternPtr mutate(const algebra::PatternPtr& pattern, Mutation mutation);

}  // namespace prosper::sparql::differential
