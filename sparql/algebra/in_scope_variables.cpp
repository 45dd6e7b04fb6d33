// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/in_scope_variables.hpp"

#include <string_view>
#include <unordered_set>

namespace prosper::sparql::algebra {
namespace {

/// Walks a pattern by the table of §18.2.1.
class Collector {
 public:
  void visit(const Pattern& pattern) {
    std::visit([this](const auto& node) { visit_node(node); }, pattern.value);
  }

  std::vector<Variable> take() { return std::move(variables_); }

 private:
  void add(const Variable& variable) {
    if (seen_.insert(variable.name).second) variables_.push_back(variable);
  }

  void add(const TermOrVariable& position) {
    if (const auto* variable = std::get_if<Variable>(&position)) add(*variable);
  }

  template <typename Range>
  void add_all(const Range& range) {
    for (const auto& item : range) add(item);
  }

  void visit_node(const BasicGraphPattern& node) {
    for (const TriplePattern& triple : node.triples) {
      add(triple.subject);
      add(triple.predicate);
      add(triple.object);
    }
  }

  void visit_node(const PathPattern& node) {
    add(node.subject);
    add(node.object);
  }

  void visit_node(const Values& node) { add_all(node.variables); }

  void visit_node(const Project& node) { add_all(node.variables); }

  void visit_node(const Minus& node) { visit(*node.left); }

  void visit_node(const Group& node) {
    add_all(node.keys);
    for (const auto& [variable, aggregate] : node.aggregates) add(variable);
  }

  void visit_node(const Graph& node) {
    add(node.name);
    visit(*node.pattern);
  }

  void visit_node(const Service& node) {
    add(node.endpoint);
    visit(*node.pattern);
  }

  void visit_node(const Extend& node) {
    visit(*node.pattern);
    add(node.variable);
  }

  /// Join, LeftJoin, Union.
  template <typename Node>
    requires requires(const Node& node) { node.left; }
  void visit_node(const Node& node) {
    visit(*node.left);
    visit(*node.right);
  }

  /// Filter, OrderBy, Distinct, Reduced, Slice.
  template <typename Node>
    requires requires(const Node& node) { node.pattern; }
  void visit_node(const Node& node) {
    visit(*node.pattern);
  }

  std::vector<Variable> variables_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

std::vector<Variable> in_scope_variables(const Pattern& pattern) {
  Collector collector;
  collector.visit(pattern);
  return collector.take();
}

}  // namespace prosper::sparql::algebra
