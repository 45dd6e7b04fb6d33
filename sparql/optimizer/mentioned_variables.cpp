// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/mentioned_variables.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/visit.hpp"

namespace prosper::sparql::optimizer {

namespace {

void collect(const algebra::Pattern& pattern, Names& names);

void collect(const algebra::Expression& expression, Names& names) {
  if (const auto* variable = std::get_if<algebra::Variable>(&expression.value))
    names.insert(variable->name);
  for_each_part(
      expression, [&](const auto& part) { collect(*part, names); },
      [&](const auto& part) { collect(*part, names); });
}

void collect(const algebra::TermOrVariable& position, Names& names) {
  if (const auto* variable = std::get_if<algebra::Variable>(&position))
    names.insert(variable->name);
}

/// The variables a pattern names itself.
void collect_own(const algebra::Pattern& pattern, Names& names) {
  const auto add = [&](const algebra::Variable& variable) { names.insert(variable.name); };
  std::visit(algebra::Overloaded{
                 [&](const algebra::BasicGraphPattern& p) {
                   for (const auto& triple : p.triples) {
                     collect(triple.subject, names);
                     collect(triple.predicate, names);
                     collect(triple.object, names);
                   }
                 },
                 [&](const algebra::PathPattern& p) {
                   collect(p.subject, names);
                   collect(p.object, names);
                 },
                 [&](const algebra::Graph& p) { collect(p.name, names); },
                 [&](const algebra::Service& p) { collect(p.endpoint, names); },
                 [&](const algebra::Extend& p) { add(p.variable); },
                 [&](const algebra::Values& p) {
                   for (const auto& variable : p.variables) add(variable);
                 },
                 [&](const algebra::Group& p) {
                   for (const auto& variable : p.keys) add(variable);
                   for (const auto& [variable, aggregate] : p.aggregates) add(variable);
                 },
                 [&](const algebra::Project& p) {
                   for (const auto& variable : p.variables) add(variable);
                 },
                 [](const auto&) {},
             },
             pattern.value);
}

void collect(const algebra::Pattern& pattern, Names& names) {
  collect_own(pattern, names);
  for_each_part(
      pattern, [&](const auto& part) { collect(*part, names); },
      [&](const auto& part) { collect(*part, names); });
}

Names united(Names left, const Names& right) {
  left.insert(right.begin(), right.end());
  return left;
}

Names common(const Names& left, const Names& right) {
  Names both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(both, both.end()));
  return both;
}

Names certain_of_values(const algebra::Values& values) {
  Names names;
  for (std::size_t column = 0; column < values.variables.size(); ++column)
    if (std::all_of(values.rows.begin(), values.rows.end(),
                    [&](const auto& row) { return row[column].has_value(); }))
      names.insert(values.variables[column].name);
  return names;
}

Names certain_of_group(const algebra::Group& group) {
  Names keys;
  for (const auto& variable : group.keys) keys.insert(variable.name);
  Names names = common(keys, certain_variables(*group.pattern));
  for (const auto& [variable, aggregate] : group.aggregates)
    if (aggregate.function == algebra::AggregateFunction::Count) names.insert(variable.name);
  return names;
}

Names own_of(const algebra::Pattern& pattern) {
  Names names;
  collect_own(pattern, names);
  return names;
}

}  // namespace

Names mentioned_variables(const algebra::Expression& expression) {
  Names names;
  collect(expression, names);
  return names;
}

Names mentioned_variables(const algebra::Pattern& pattern) {
  Names names;
  collect(pattern, names);
  return names;
}

Names scope_of(const algebra::Pattern& pattern) {
  Names names;
  for (const algebra::Variable& variable : algebra::in_scope_variables(pattern))
    names.insert(variable.name);
  return names;
}

Names certain_variables(const algebra::Pattern& pattern) {
  return std::visit(algebra::Overloaded{
                        [&](const algebra::BasicGraphPattern&) { return own_of(pattern); },
                        [&](const algebra::PathPattern&) { return own_of(pattern); },
                        [](const algebra::Join& p) {
                          return united(certain_variables(*p.left), certain_variables(*p.right));
                        },
                        [](const algebra::LeftJoin& p) { return certain_variables(*p.left); },
                        [](const algebra::Union& p) {
                          return common(certain_variables(*p.left), certain_variables(*p.right));
                        },
                        [](const algebra::Minus& p) { return certain_variables(*p.left); },
                        [&](const algebra::Graph& p) {
                          return united(certain_variables(*p.pattern), own_of(pattern));
                        },
                        [](const algebra::Extend& p) {
                          Names names = certain_variables(*p.pattern);
                          if (std::holds_alternative<rdf::Term>(p.expression->value))
                            names.insert(p.variable.name);
                          return names;
                        },
                        [](const algebra::Values& p) { return certain_of_values(p); },
                        [](const algebra::Group& p) { return certain_of_group(p); },
                        [&](const algebra::Project& p) {
                          return common(certain_variables(*p.pattern), own_of(pattern));
                        },
                        [](const algebra::Service&) { return Names(); },
                        [](const auto& p) { return certain_variables(*p.pattern); },
                    },
                    pattern.value);
}

bool contains_exists(const algebra::Expression& expression) {
  bool found = std::holds_alternative<algebra::ExistsExpression>(expression.value);
  for_each_part(
      expression, [&](const auto& part) { found = found || contains_exists(*part); },
      [](const auto&) {});
  return found;
}

bool is_volatile(const algebra::Expression& expression) {
  static constexpr std::array<std::string_view, 4> names = {"RAND", "UUID", "STRUUID", "BNODE"};
  const auto* call = std::get_if<algebra::BuiltInCall>(&expression.value);
  bool found = call != nullptr && std::find(names.begin(), names.end(), call->name) != names.end();
  for_each_part(
      expression, [&](const auto& part) { found = found || is_volatile(*part); },
      [&](const auto& part) { found = found || is_volatile(*part); });
  return found;
}

bool is_volatile(const algebra::Pattern& pattern) {
  bool found = false;
  for_each_part(
      pattern, [&](const auto& part) { found = found || is_volatile(*part); },
      [&](const auto& part) { found = found || is_volatile(*part); });
  return found;
}

bool intersect(const Names& left, const Names& right) {
  return std::any_of(left.begin(), left.end(),
                     [&](const std::string& name) { return right.contains(name); });
}

bool includes(const Names& outer, const Names& inner) {
  return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

}  // namespace prosper::sparql::optimizer
