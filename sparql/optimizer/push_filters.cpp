// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/algebra/visit.hpp"
#include "sparql/optimizer/passes.hpp"

namespace prosper::sparql::optimizer {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;

/// One condition on its way down.
class FilterPush {
 public:
  explicit FilterPush(const ExpressionPtr& condition)
      : condition_(condition), names_(mentioned_variables(*condition)) {}

  PatternPtr into(const PatternPtr& pattern) const {
    return std::visit([&](const auto& node) { return this->push(pattern, node); }, pattern->value);
  }

 private:
  PatternPtr stay(const PatternPtr& pattern) const {
    return algebra::make_pattern(algebra::Filter{condition_, pattern});
  }

  /// The condition means the same on the solutions of `part` alone: a variable of it that `whole`
  /// binds is bound by `part` for good, any other is unbound in both.
  bool means_the_same(const algebra::Pattern& whole, const algebra::Pattern& part) const {
    const algebra::Names scope = scope_of(whole);
    const algebra::Names of_part = scope_of(part);
    const algebra::Names certain = certain_variables(part);
    return std::all_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return scope.contains(name) ? certain.contains(name) : !of_part.contains(name);
    });
  }

  template <typename Node>
  PatternPtr push(const PatternPtr& pattern, const Node& /*leaf*/) const {
    return stay(pattern);
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Join& join) const {
    algebra::Join copy = join;
    // Leaves are left to the join group, which knows the best moment.
    const auto is_leaf = [](const algebra::Pattern& part) {
      return std::holds_alternative<algebra::BasicGraphPattern>(part.value) ||
             std::holds_alternative<algebra::PathPattern>(part.value) ||
             std::holds_alternative<algebra::Values>(part.value);
    };
    if (!is_leaf(*join.left) && means_the_same(*pattern, *join.left)) {
      copy.left = into(join.left);
      return algebra::make_pattern(std::move(copy));
    }
    if (!is_leaf(*join.right) && means_the_same(*pattern, *join.right)) {
      copy.right = into(join.right);
      return algebra::make_pattern(std::move(copy));
    }
    return stay(pattern);
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::LeftJoin& join) const {
    if (!means_the_same(*pattern, *join.left)) return stay(pattern);
    return algebra::make_pattern(algebra::LeftJoin{into(join.left), join.right, join.condition});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Minus& minus) const {
    return algebra::make_pattern(algebra::Minus{into(minus.left), minus.right});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Union& either) const {
    return algebra::make_pattern(algebra::Union{into(either.left), into(either.right)});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Filter& filter) const {
    return algebra::make_pattern(algebra::Filter{filter.condition, into(filter.pattern)});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Extend& extend) const {
    if (names_.contains(extend.variable.name)) return stay(pattern);
    return algebra::make_pattern(
        algebra::Extend{into(extend.pattern), extend.variable, extend.expression});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Graph& graph) const {
    const auto* name = std::get_if<algebra::Variable>(&graph.name);
    if (name != nullptr && names_.contains(name->name)) return stay(pattern);
    return algebra::make_pattern(algebra::Graph{graph.name, into(graph.pattern)});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Project& project) const {
    if (hides_a_name(*pattern, *project.pattern)) return stay(pattern);
    return algebra::make_pattern(algebra::Project{into(project.pattern), project.variables});
  }

  PatternPtr push(const PatternPtr& pattern, const algebra::Group& group) const {
    if (group.keys.empty() || hides_a_name(*pattern, *group.pattern)) return stay(pattern);
    for (const auto& [variable, aggregate] : group.aggregates)
      if (names_.contains(variable.name)) return stay(pattern);
    return algebra::make_pattern(algebra::Group{into(group.pattern), group.keys, group.aggregates});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::Distinct& distinct) const {
    return algebra::make_pattern(algebra::Distinct{into(distinct.pattern)});
  }

  PatternPtr push(const PatternPtr& /*pattern*/, const algebra::OrderBy& order) const {
    return algebra::make_pattern(algebra::OrderBy{into(order.pattern), order.conditions});
  }

  /// A name that is free outside is another variable inside.
  bool hides_a_name(const algebra::Pattern& outer, const algebra::Pattern& inner) const {
    const algebra::Names scope = scope_of(outer);
    const algebra::Names inside = scope_of(inner);
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return !scope.contains(name) && inside.contains(name);
    });
  }

  const ExpressionPtr& condition_;
  algebra::Names names_;
};

}  // namespace

PatternPtr push_filters(const PatternPtr& pattern) {
  PatternPtr mapped = map_parts(
      pattern, [](const ExpressionPtr& part) { return part; },
      [](const PatternPtr& part) { return push_filters(part); });
  const auto* filter = std::get_if<algebra::Filter>(&mapped->value);
  // EXISTS looks at whole solutions.
  if (filter == nullptr || is_volatile(*filter->condition) || contains_exists(*filter->condition))
    return mapped;
  return FilterPush(filter->condition).into(filter->pattern);
}

}  // namespace prosper::sparql::optimizer
