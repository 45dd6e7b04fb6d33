// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "sparql/algebra/pattern.hpp"

/// Walking algebra: what lies directly in an expression or a pattern.
namespace prosper::sparql::algebra {

/// Calls `visit_expression` and `visit_pattern` for each direct part.
template <typename VisitExpression, typename VisitPattern>
void for_each_part(const Expression& expression, VisitExpression visit_expression,
                   VisitPattern visit_pattern) {
  std::visit(Overloaded{
                 [](const rdf::Term&) {},
                 [](const Variable&) {},
                 [&](const BinaryExpression& e) {
                   visit_expression(e.left);
                   visit_expression(e.right);
                 },
                 [&](const UnaryExpression& e) { visit_expression(e.operand); },
                 [&](const BuiltInCall& e) {
                   for (const auto& argument : e.arguments) visit_expression(argument);
                 },
                 [&](const FunctionCall& e) {
                   for (const auto& argument : e.arguments) visit_expression(argument);
                 },
                 [&](const InExpression& e) {
                   visit_expression(e.operand);
                   for (const auto& member : e.list) visit_expression(member);
                 },
                 [&](const ExistsExpression& e) { visit_pattern(e.pattern); },
             },
             expression.value);
}

template <typename VisitExpression, typename VisitPattern>
void for_each_part(const Pattern& pattern, VisitExpression visit_expression,
                   VisitPattern visit_pattern) {
  const auto both = [&](const auto& p) {
    visit_pattern(p.left);
    visit_pattern(p.right);
  };
  const auto one = [&](const auto& p) { visit_pattern(p.pattern); };
  std::visit(Overloaded{
                 [](const BasicGraphPattern&) {},
                 [](const PathPattern&) {},
                 [](const Values&) {},
                 [&](const Join& p) { both(p); },
                 [&](const LeftJoin& p) {
                   both(p);
                   if (p.condition) visit_expression(p.condition);
                 },
                 [&](const Filter& p) {
                   visit_expression(p.condition);
                   one(p);
                 },
                 [&](const Union& p) { both(p); },
                 [&](const Minus& p) { both(p); },
                 [&](const Graph& p) { one(p); },
                 [&](const Extend& p) {
                   visit_expression(p.expression);
                   one(p);
                 },
                 [&](const Group& p) {
                   for (const auto& [variable, aggregate] : p.aggregates)
                     if (aggregate.operand) visit_expression(aggregate.operand);
                   one(p);
                 },
                 [&](const OrderBy& p) {
                   for (const auto& condition : p.conditions)
                     visit_expression(condition.expression);
                   one(p);
                 },
                 [&](const Project& p) { one(p); },
                 [&](const Distinct& p) { one(p); },
                 [&](const Reduced& p) { one(p); },
                 [&](const Slice& p) { one(p); },
                 [&](const Service& p) { one(p); },
             },
             pattern.value);
}

/// A copy of the expression with its direct parts replaced by what the functions make of them.
template <typename MapExpression, typename MapPattern>
ExpressionPtr map_parts(const ExpressionPtr& expression, MapExpression map_expression,
                        MapPattern map_pattern) {
  Expression copy = *expression;
  const auto all = [&](std::vector<ExpressionPtr>& parts) {
    for (ExpressionPtr& part : parts) part = map_expression(part);
  };
  std::visit(Overloaded{
                 [](rdf::Term&) {},
                 [](Variable&) {},
                 [&](BinaryExpression& e) {
                   e.left = map_expression(e.left);
                   e.right = map_expression(e.right);
                 },
                 [&](UnaryExpression& e) { e.operand = map_expression(e.operand); },
                 [&](BuiltInCall& e) { all(e.arguments); },
                 [&](FunctionCall& e) { all(e.arguments); },
                 [&](InExpression& e) {
                   e.operand = map_expression(e.operand);
                   all(e.list);
                 },
                 [&](ExistsExpression& e) { e.pattern = map_pattern(e.pattern); },
             },
             copy.value);
  return std::make_shared<const Expression>(std::move(copy));
}

/// A copy of the pattern with its direct parts replaced by what the functions make of them.
template <typename MapExpression, typename MapPattern>
PatternPtr map_parts(const PatternPtr& pattern, MapExpression map_expression,
                     MapPattern map_pattern) {
  Pattern copy = *pattern;
  const auto both = [&](auto& p) {
    p.left = map_pattern(p.left);
    p.right = map_pattern(p.right);
  };
  const auto one = [&](auto& p) { p.pattern = map_pattern(p.pattern); };
  std::visit(Overloaded{
                 [](BasicGraphPattern&) {},
                 [](PathPattern&) {},
                 [](Values&) {},
                 [](Service&) {},
                 [&](Join& p) { both(p); },
                 [&](LeftJoin& p) {
                   both(p);
                   if (p.condition) p.condition = map_expression(p.condition);
                 },
                 [&](Filter& p) {
                   p.condition = map_expression(p.condition);
                   one(p);
                 },
                 [&](Union& p) { both(p); },
                 [&](Minus& p) { both(p); },
                 [&](Graph& p) { one(p); },
                 [&](Extend& p) {
                   p.expression = map_expression(p.expression);
                   one(p);
                 },
                 [&](Group& p) {
                   for (auto& [variable, aggregate] : p.aggregates)
                     if (aggregate.operand) aggregate.operand = map_expression(aggregate.operand);
                   one(p);
                 },
                 [&](OrderBy& p) {
                   for (auto& condition : p.conditions)
                     condition.expression = map_expression(condition.expression);
                   one(p);
                 },
                 [&](Project& p) { one(p); },
                 [&](Distinct& p) { one(p); },
                 [&](Reduced& p) { one(p); },
                 [&](Slice& p) { one(p); },
             },
             copy.value);
  return std::make_shared<const Pattern>(std::move(copy));
}

}  // namespace prosper::sparql::algebra
