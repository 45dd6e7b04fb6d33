// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/nesting.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/sparql.hpp"

namespace prosper::sparql::request {

namespace {

constexpr std::size_t maximum_depth = 1000;

/// Visits the whole tree with a stack of its own.
class NestingCheck {
 public:
  /// Unions and Extends count as nesting when `counts_chains`.
  explicit NestingCheck(bool counts_chains) : counts_chains_(counts_chains) {}

  void run(const algebra::Pattern& root) {
    patterns_.emplace_back(&root, 1);
    while (!patterns_.empty() || !expressions_.empty()) {
      if (!patterns_.empty()) {
        const auto [pattern, depth] = patterns_.back();
        patterns_.pop_back();
        depth_ = depth;
        std::visit(*this, pattern->value);
      } else {
        const auto [expression, depth] = expressions_.back();
        expressions_.pop_back();
        depth_ = depth;
        std::visit(*this, expression->value);
      }
    }
  }

  void operator()(const algebra::BasicGraphPattern& /*leaf*/) {}

  void operator()(const algebra::PathPattern& /*leaf*/) {}

  void operator()(const algebra::Values& /*leaf*/) {}

  void operator()(const algebra::Service& /*leaf*/) {}

  void operator()(const algebra::Join& join) { add(join.left).add(join.right); }

  void operator()(const algebra::LeftJoin& join) {
    add(join.left).add(join.right).add(join.condition);
  }

  void operator()(const algebra::Filter& filter) { add(filter.condition).add(filter.pattern); }

  /// A chain of unions is evaluated in a row, see union.cpp.
  void operator()(const algebra::Union& either) {
    if (!counts_chains_ && std::holds_alternative<algebra::Union>(either.left->value)) --depth_;
    add(either.left);
    add(either.right);
  }

  void operator()(const algebra::Minus& minus) { add(minus.left).add(minus.right); }

  void operator()(const algebra::Graph& graph) { add(graph.pattern); }

  /// A chain of Extends is evaluated in a row, see extend.cpp.
  void operator()(const algebra::Extend& extend) {
    add(extend.expression);
    if (!counts_chains_ && std::holds_alternative<algebra::Extend>(extend.pattern->value)) --depth_;
    add(extend.pattern);
  }

  void operator()(const algebra::Group& group) {
    add(group.pattern);
    for (const auto& [variable, aggregate] : group.aggregates) add(aggregate.operand);
  }

  void operator()(const algebra::OrderBy& order) {
    add(order.pattern);
    for (const algebra::SortCondition& condition : order.conditions) add(condition.expression);
  }

  void operator()(const algebra::Project& project) { add(project.pattern); }

  void operator()(const algebra::Distinct& distinct) { add(distinct.pattern); }

  void operator()(const algebra::Reduced& reduced) { add(reduced.pattern); }

  void operator()(const algebra::Slice& slice) { add(slice.pattern); }

  void operator()(const rdf::Term& /*leaf*/) {}

  void operator()(const algebra::Variable& /*leaf*/) {}

  void operator()(const algebra::BinaryExpression& binary) { add(binary.left).add(binary.right); }

  void operator()(const algebra::UnaryExpression& unary) { add(unary.operand); }

  void operator()(const algebra::BuiltInCall& call) {
    for (const algebra::ExpressionPtr& argument : call.arguments) add(argument);
  }

  void operator()(const algebra::FunctionCall& call) {
    for (const algebra::ExpressionPtr& argument : call.arguments) add(argument);
  }

  void operator()(const algebra::InExpression& in) {
    add(in.operand);
    for (const algebra::ExpressionPtr& member : in.list) add(member);
  }

  void operator()(const algebra::ExistsExpression& exists) { add(exists.pattern); }

 private:
  NestingCheck& add(const algebra::PatternPtr& pattern) {
    patterns_.emplace_back(pattern.get(), deeper());
    return *this;
  }

  NestingCheck& add(const algebra::ExpressionPtr& expression) {
    if (expression) expressions_.emplace_back(expression.get(), deeper());
    return *this;
  }

  std::size_t deeper() const {
    if (depth_ >= maximum_depth)
      throw UnsupportedFeature("the query nests more than " + std::to_string(maximum_depth) +
                               " operators into each other");
    return depth_ + 1;
  }

  std::vector<std::pair<const algebra::Pattern*, std::size_t>> patterns_;
  std::vector<std::pair<const algebra::Expression*, std::size_t>> expressions_;
  std::size_t depth_ = 0;
  bool counts_chains_;
};

}  // namespace

void check_nesting(const algebra::Pattern& pattern) {
  NestingCheck(false).run(pattern);
}

bool has_long_chain(const algebra::Pattern& pattern) {
  try {
    NestingCheck(true).run(pattern);
    return false;
  } catch (const UnsupportedFeature&) {
    return true;
  }
}

}  // namespace prosper::sparql::request
