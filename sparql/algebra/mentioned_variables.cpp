// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/mentioned_variables.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/visit.hpp"

namespace prosper::sparql::algebra {

namespace {

void collect(const Pattern& pattern, Names& names);

void collect(const Expression& expression, Names& names) {
  if (const auto* variable = std::get_if<Variable>(&expression.value)) names.insert(variable->name);
  for_each_part(
      expression, [&](const auto& part) { collect(*part, names); },
      [&](const auto& part) { collect(*part, names); });
}

void collect(const TermOrVariable& position, Names& names) {
  if (const auto* variable = std::get_if<Variable>(&position)) names.insert(variable->name);
}

/// The variables a pattern names itself.
void collect_own(const Pattern& pattern, Names& names) {
  const auto add = [&](const Variable& variable) { names.insert(variable.name); };
  std::visit(Overloaded{
                 [&](const BasicGraphPattern& p) {
                   for (const auto& triple : p.triples) {
                     collect(triple.subject, names);
                     collect(triple.predicate, names);
                     collect(triple.object, names);
                   }
                 },
                 [&](const PathPattern& p) {
                   collect(p.subject, names);
                   collect(p.object, names);
                 },
                 [&](const Graph& p) { collect(p.name, names); },
                 [&](const Service& p) { collect(p.endpoint, names); },
                 [&](const Extend& p) { add(p.variable); },
                 [&](const Values& p) {
                   for (const auto& variable : p.variables) add(variable);
                 },
                 [&](const Group& p) {
                   for (const auto& variable : p.keys) add(variable);
                   for (const auto& [variable, aggregate] : p.aggregates) add(variable);
                 },
                 [&](const Project& p) {
                   for (const auto& variable : p.variables) add(variable);
                 },
                 [](const auto&) {},
             },
             pattern.value);
}

void collect(const Pattern& pattern, Names& names) {
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

Names certain_of_values(const Values& values) {
  Names names;
  for (std::size_t column = 0; column < values.variables.size(); ++column)
    if (std::all_of(values.rows.begin(), values.rows.end(),
                    [&](const auto& row) { return row[column].has_value(); }))
      names.insert(values.variables[column].name);
  return names;
}

Names certain_of_group(const Group& group) {
  Names keys;
  for (const auto& variable : group.keys) keys.insert(variable.name);
  Names names = common(keys, certain_variables(*group.pattern));
  for (const auto& [variable, aggregate] : group.aggregates)
    if (aggregate.function == AggregateFunction::Count) names.insert(variable.name);
  return names;
}

/// A call that fails under SILENT gives a solution that binds nothing.
Names certain_of_service(const Service& service) {
  if (service.silent) return {};
  Names names = certain_variables(*service.pattern);
  collect(service.endpoint, names);
  return names;
}

Names own_of(const Pattern& pattern) {
  Names names;
  collect_own(pattern, names);
  return names;
}

}  // namespace

Names mentioned_variables(const Expression& expression) {
  Names names;
  collect(expression, names);
  return names;
}

Names mentioned_variables(const Pattern& pattern) {
  Names names;
  collect(pattern, names);
  return names;
}

Names scope_of(const Pattern& pattern) {
  Names names;
  for (const Variable& variable : in_scope_variables(pattern)) names.insert(variable.name);
  return names;
}

Names certain_variables(const Pattern& pattern) {
  return std::visit(
      Overloaded{
          [&](const BasicGraphPattern&) { return own_of(pattern); },
          [&](const PathPattern&) { return own_of(pattern); },
          [](const Join& p) {
            return united(certain_variables(*p.left), certain_variables(*p.right));
          },
          [](const LeftJoin& p) { return certain_variables(*p.left); },
          [](const Union& p) {
            return common(certain_variables(*p.left), certain_variables(*p.right));
          },
          [](const Minus& p) { return certain_variables(*p.left); },
          [&](const Graph& p) { return united(certain_variables(*p.pattern), own_of(pattern)); },
          [](const Extend& p) {
            Names names = certain_variables(*p.pattern);
            if (std::holds_alternative<rdf::Term>(p.expression->value))
              names.insert(p.variable.name);
            return names;
          },
          [](const Values& p) { return certain_of_values(p); },
          [](const Group& p) { return certain_of_group(p); },
          [&](const Project& p) { return common(certain_variables(*p.pattern), own_of(pattern)); },
          [&](const Service& p) { return certain_of_service(p); },
          [](const auto& p) { return certain_variables(*p.pattern); },
      },
      pattern.value);
}

bool contains_exists(const Expression& expression) {
  bool found = std::holds_alternative<ExistsExpression>(expression.value);
  for_each_part(
      expression, [&](const auto& part) { found = found || contains_exists(*part); },
      [](const auto&) {});
  return found;
}

bool is_volatile(const Expression& expression) {
  static constexpr std::array<std::string_view, 4> names = {"RAND", "UUID", "STRUUID", "BNODE"};
  const auto* call = std::get_if<BuiltInCall>(&expression.value);
  bool found = call != nullptr && std::find(names.begin(), names.end(), call->name) != names.end();
  for_each_part(
      expression, [&](const auto& part) { found = found || is_volatile(*part); },
      [&](const auto& part) { found = found || is_volatile(*part); });
  return found;
}

bool is_volatile(const Pattern& pattern) {
  bool found = false;
  for_each_part(
      pattern, [&](const auto& part) { found = found || is_volatile(*part); },
      [&](const auto& part) { found = found || is_volatile(*part); });
  return found;
}

}  // namespace prosper::sparql::algebra
