// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"

/// Walking algebra: what lies directly in an expression or a pattern.
namespace prosper::sparql::optimizer {

/// Calls `visit_expression` and `visit_pattern` for each direct part.
template <typename VisitExpression, typename VisitPattern>
void for_each_part(const algebra::Expression& expression, VisitExpression visit_expression,
                   VisitPattern visit_pattern) {
  std::visit(algebra::Overloaded{
                 [](const rdf::Term&) {},
                 [](const algebra::Variable&) {},
                 [&](const algebra::BinaryExpression& e) {
                   visit_expression(e.left);
                   visit_expression(e.right);
                 },
                 [&](const algebra::UnaryExpression& e) { visit_expression(e.operand); },
                 [&](const algebra::BuiltInCall& e) {
                   for (const auto& argument : e.arguments) visit_expression(argument);
                 },
                 [&](const algebra::FunctionCall& e) {
                   for (const auto& argument : e.arguments) visit_expression(argument);
                 },
                 [&](const algebra::InExpression& e) {
                   visit_expression(e.operand);
                   for (const auto& member : e.list) visit_expression(member);
                 },
                 [&](const algebra::ExistsExpression& e) { visit_pattern(e.pattern); },
             },
             expression.value);
}

template <typename VisitExpression, typename VisitPattern>
void for_each_part(const algebra::Pattern& pattern, VisitExpression visit_expression,
                   VisitPattern visit_pattern) {
  const auto both = [&](const auto& p) {
    visit_pattern(p.left);
    visit_pattern(p.right);
  };
  const auto one = [&](const auto& p) { visit_pattern(p.pattern); };
  std::visit(algebra::Overloaded{
                 [](const algebra::BasicGraphPattern&) {},
                 [](const algebra::PathPattern&) {},
                 [](const algebra::Values&) {},
                 [&](const algebra::Join& p) { both(p); },
                 [&](const algebra::LeftJoin& p) {
                   both(p);
                   if (p.condition) visit_expression(p.condition);
                 },
                 [&](const algebra::Filter& p) {
                   visit_expression(p.condition);
                   one(p);
                 },
                 [&](const algebra::Union& p) { both(p); },
                 [&](const algebra::Minus& p) { both(p); },
                 [&](const algebra::Graph& p) { one(p); },
                 [&](const algebra::Extend& p) {
                   visit_expression(p.expression);
                   one(p);
                 },
                 [&](const algebra::Group& p) {
                   for (const auto& [variable, aggregate] : p.aggregates)
                     if (aggregate.operand) visit_expression(aggregate.operand);
                   one(p);
                 },
                 [&](const algebra::OrderBy& p) {
                   for (const auto& condition : p.conditions)
                     visit_expression(condition.expression);
                   one(p);
                 },
                 [&](const algebra::Project& p) { one(p); },
                 [&](const algebra::Distinct& p) { one(p); },
                 [&](const algebra::Reduced& p) { one(p); },
                 [&](const algebra::Slice& p) { one(p); },
                 [&](const algebra::Service& p) { one(p); },
             },
             pattern.value);
}

/// A copy of the pattern with its direct parts replaced by what the functions make of them.
template <typename MapExpression, typename MapPattern>
algebra::PatternPtr map_parts(const algebra::PatternPtr& pattern, MapExpression map_expression,
                              MapPattern map_pattern) {
  algebra::Pattern copy = *pattern;
  const auto both = [&](auto& p) {
    p.left = map_pattern(p.left);
    p.right = map_pattern(p.right);
  };
  const auto one = [&](auto& p) { p.pattern = map_pattern(p.pattern); };
  std::visit(algebra::Overloaded{
                 [](algebra::BasicGraphPattern&) {},
                 [](algebra::PathPattern&) {},
                 [](algebra::Values&) {},
                 [](algebra::Service&) {},
                 [&](algebra::Join& p) { both(p); },
                 [&](algebra::LeftJoin& p) {
                   both(p);
                   if (p.condition) p.condition = map_expression(p.condition);
                 },
                 [&](algebra::Filter& p) {
                   p.condition = map_expression(p.condition);
                   one(p);
                 },
                 [&](algebra::Union& p) { both(p); },
                 [&](algebra::Minus& p) { both(p); },
                 [&](algebra::Graph& p) { one(p); },
                 [&](algebra::Extend& p) {
                   p.expression = map_expression(p.expression);
                   one(p);
                 },
                 [&](algebra::Group& p) {
                   for (auto& [variable, aggregate] : p.aggregates)
                     if (aggregate.operand) aggregate.operand = map_expression(aggregate.operand);
                   one(p);
                 },
                 [&](algebra::OrderBy& p) {
                   for (auto& condition : p.conditions)
                     condition.expression = map_expression(condition.expression);
                   one(p);
                 },
                 [&](algebra::Project& p) { one(p); },
                 [&](algebra::Distinct& p) { one(p); },
                 [&](algebra::Reduced& p) { one(p); },
                 [&](algebra::Slice& p) { one(p); },
             },
             copy.value);
  return std::make_shared<const algebra::Pattern>(std::move(copy));
}

}  // namespace prosper::sparql::optimizer
