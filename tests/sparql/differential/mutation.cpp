// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/mutation.hpp"

#include "sparql/algebra/visit.hpp"

namespace prosper::sparql::differential {

using algebra::make_pattern;
using algebra::PatternPtr;

PatternPtr mutate(const PatternPtr& pattern, Mutation mutation) {
  PatternPtr mapped = algebra::map_parts(
      pattern, [](const algebra::ExpressionPtr& part) { return part; },
      [&](const PatternPtr& part) { return mutate(part, mutation); });
  const auto& value = mapped->value;
  const auto* left_join = std::get_if<algebra::LeftJoin>(&value);
  const auto* minus = std::get_if<algebra::Minus>(&value);
  const auto* either = std::get_if<algebra::Union>(&value);
  const auto* filter = std::get_if<algebra::Filter>(&value);
  const auto* distinct = std::get_if<algebra::Distinct>(&value);
  const auto* path = std::get_if<algebra::PathPattern>(&value);
  if (mutation == Mutation::LeftJoinIsJoin && left_join != nullptr)
    return make_pattern(algebra::Join{left_join->left, left_join->right});
  if (mutation == Mutation::OptionalConditionIsDropped && left_join != nullptr)
    return make_pattern(algebra::LeftJoin{left_join->left, left_join->right, nullptr});
  if (mutation == Mutation::MinusIsLeft && minus != nullptr) return minus->left;
  if (mutation == Mutation::UnionIsLeft && either != nullptr) return either->left;
  if (mutation == Mutation::FilterIsDropped && filter != nullptr) return filter->pattern;
  if (mutation == Mutation::DistinctIsDropped && distinct != nullptr) return distinct->pattern;
  if (mutation == Mutation::StarIsPlus && path != nullptr)
    if (const auto* star = std::get_if<algebra::ZeroOrMorePath>(&path->path->value))
      return make_pattern(algebra::PathPattern{
          path->subject, algebra::make_path(algebra::OneOrMorePath{star->path}), path->object});
  return mapped;
}

}  // namespace prosper::sparql::differential
