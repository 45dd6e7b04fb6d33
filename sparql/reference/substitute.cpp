// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/substitute.hpp"

#include <variant>

#include "sparql/algebra/to_sparql.hpp"
#include "sparql/functions/operators.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::reference {

namespace {

using algebra::ExpressionPtr;
using algebra::PatternPtr;

ExpressionPtr substitute_expression(const ExpressionPtr& expression, const Bindings& bindings);

/// Puts μ into expressions; one overload a kind of expression.
class ExpressionSubstitution {
 public:
  ExpressionSubstitution(const ExpressionPtr& expression, const Bindings& bindings)
      : expression_(expression), bindings_(bindings) {}

  ExpressionPtr operator()(const rdf::Term& /*term*/) const { return expression_; }

  ExpressionPtr operator()(const algebra::Variable& variable) const {
    const auto binding = bindings_.find(variable);
    return binding == bindings_.end() ? expression_ : algebra::make_expression(binding->second);
  }

  ExpressionPtr operator()(const algebra::UnaryExpression& unary) const {
    return algebra::make_expression(algebra::UnaryExpression{unary.op, put_in(unary.operand)});
  }

  ExpressionPtr operator()(const algebra::BinaryExpression& binary) const {
    return algebra::make_expression(
        algebra::BinaryExpression{binary.op, put_in(binary.left), put_in(binary.right)});
  }

  ExpressionPtr operator()(const algebra::BuiltInCall& call) const {
    if (call.name == "BOUND" && call.arguments.size() == 1) {
      const auto* variable = std::get_if<algebra::Variable>(&call.arguments[0]->value);
      if (variable != nullptr && bindings_.contains(*variable))
        return algebra::make_expression(functions::make_boolean(true));
      return expression_;
    }
    return algebra::make_expression(algebra::BuiltInCall{call.name, put_in(call.arguments)});
  }

  ExpressionPtr operator()(const algebra::FunctionCall& call) const {
    return algebra::make_expression(
        algebra::FunctionCall{call.iri, put_in(call.arguments), call.distinct});
  }

  ExpressionPtr operator()(const algebra::InExpression& in) const {
    return algebra::make_expression(
        algebra::InExpression{put_in(in.operand), put_in(in.list), in.negated});
  }

  ExpressionPtr operator()(const algebra::ExistsExpression& exists) const {
    return algebra::make_expression(
        algebra::ExistsExpression{substitute(exists.pattern, bindings_), exists.negated});
  }

 private:
  ExpressionPtr put_in(const ExpressionPtr& part) const {
    return substitute_expression(part, bindings_);
  }

  std::vector<ExpressionPtr> put_in(const std::vector<ExpressionPtr>& parts) const {
    std::vector<ExpressionPtr> substituted;
    for (const ExpressionPtr& part : parts) substituted.push_back(put_in(part));
    return substituted;
  }

  const ExpressionPtr& expression_;
  const Bindings& bindings_;
};

ExpressionPtr substitute_expression(const ExpressionPtr& expression, const Bindings& bindings) {
  if (!expression) return expression;
  return std::visit(ExpressionSubstitution(expression, bindings), expression->value);
}

/// The bindings that one leaf of the pattern took up, to join it with.
class TakenBindings {
 public:
  explicit TakenBindings(const Bindings& bindings) : bindings_(bindings) {}

  algebra::TermOrVariable put_in(const algebra::TermOrVariable& value) {
    const auto* variable = std::get_if<algebra::Variable>(&value);
    if (variable == nullptr) return value;
    const auto binding = bindings_.find(*variable);
    if (binding == bindings_.end()) return value;
    taken_.insert(*binding);
    return binding->second;
  }

  PatternPtr join_with(PatternPtr leaf) const {
    if (taken_.empty()) return leaf;
    algebra::Values values;
    values.rows.emplace_back();
    for (const auto& [variable, term] : taken_) {
      values.variables.push_back(variable);
      values.rows.front().emplace_back(term);
    }
    return algebra::make_pattern(
        algebra::Join{algebra::make_pattern(std::move(values)), std::move(leaf)});
  }

 private:
  const Bindings& bindings_;
  Bindings taken_;
};

/// What stands as a predicate. The text of a query has no place for anything else, and SERVICE
/// sends text.
bool may_be_iri(const algebra::TermOrVariable& position) {
  const auto* term = std::get_if<rdf::Term>(&position);
  return term == nullptr || rdf::is_iri(*term);
}

PatternPtr no_solution() {
  return algebra::make_pattern(algebra::Values{});
}

/// Puts μ into patterns; one overload an operator.
class PatternSubstitution {
 public:
  explicit PatternSubstitution(const Bindings& bindings) : bindings_(bindings) {}

  PatternPtr operator()(const algebra::BasicGraphPattern& basic) const {
    TakenBindings taken(bindings_);
    algebra::BasicGraphPattern substituted;
    for (const algebra::TriplePattern& triple : basic.triples) {
      substituted.triples.push_back({taken.put_in(triple.subject), taken.put_in(triple.predicate),
                                     taken.put_in(triple.object)});
      if (!may_be_iri(substituted.triples.back().predicate)) return no_solution();
    }
    return taken.join_with(algebra::make_pattern(std::move(substituted)));
  }

  PatternPtr operator()(const algebra::PathPattern& path) const {
    TakenBindings taken(bindings_);
    algebra::PathPattern substituted{taken.put_in(path.subject), path.path,
                                     taken.put_in(path.object)};
    return taken.join_with(algebra::make_pattern(std::move(substituted)));
  }

  PatternPtr operator()(const algebra::Graph& graph) const {
    TakenBindings taken(bindings_);
    algebra::Graph substituted{taken.put_in(graph.name), put_in(graph.pattern)};
    if (const auto* name = std::get_if<rdf::Term>(&substituted.name);
        name != nullptr && rdf::is_literal(*name))
      return no_solution();
    return taken.join_with(algebra::make_pattern(std::move(substituted)));
  }

  PatternPtr operator()(const algebra::Values& values) const {
    algebra::Values compatible{values.variables, {}};
    for (const auto& row : values.rows)
      if (agrees(values.variables, row)) compatible.rows.push_back(row);
    return algebra::make_pattern(std::move(compatible));
  }

  PatternPtr operator()(const algebra::Join& join) const {
    return algebra::make_pattern(algebra::Join{put_in(join.left), put_in(join.right)});
  }

  PatternPtr operator()(const algebra::LeftJoin& join) const {
    return algebra::make_pattern(
        algebra::LeftJoin{put_in(join.left), put_in(join.right), put_in(join.condition)});
  }

  PatternPtr operator()(const algebra::Filter& filter) const {
    return algebra::make_pattern(algebra::Filter{put_in(filter.condition), put_in(filter.pattern)});
  }

  PatternPtr operator()(const algebra::Union& either) const {
    return algebra::make_pattern(algebra::Union{put_in(either.left), put_in(either.right)});
  }

  PatternPtr operator()(const algebra::Minus& minus) const {
    return algebra::make_pattern(algebra::Minus{put_in(minus.left), put_in(minus.right)});
  }

  PatternPtr operator()(const algebra::Extend& extend) const {
    return algebra::make_pattern(
        algebra::Extend{put_in(extend.pattern), extend.variable, put_in(extend.expression)});
  }

  PatternPtr operator()(const algebra::Group& group) const {
    algebra::Group substituted{put_in(group.pattern), group.keys, group.aggregates};
    for (auto& [variable, aggregate] : substituted.aggregates)
      aggregate.operand = put_in(aggregate.operand);
    return algebra::make_pattern(std::move(substituted));
  }

  PatternPtr operator()(const algebra::OrderBy& order) const {
    algebra::OrderBy substituted{put_in(order.pattern), order.conditions};
    for (algebra::SortCondition& condition : substituted.conditions)
      condition.expression = put_in(condition.expression);
    return algebra::make_pattern(std::move(substituted));
  }

  PatternPtr operator()(const algebra::Project& project) const {
    Bindings visible;
    for (const algebra::Variable& variable : project.variables)
      if (const auto binding = bindings_.find(variable); binding != bindings_.end())
        visible.insert(*binding);
    return algebra::make_pattern(
        algebra::Project{substitute(project.pattern, visible), project.variables});
  }

  PatternPtr operator()(const algebra::Distinct& distinct) const {
    return algebra::make_pattern(algebra::Distinct{put_in(distinct.pattern)});
  }

  PatternPtr operator()(const algebra::Reduced& reduced) const {
    return algebra::make_pattern(algebra::Reduced{put_in(reduced.pattern)});
  }

  PatternPtr operator()(const algebra::Slice& slice) const {
    return algebra::make_pattern(algebra::Slice{put_in(slice.pattern), slice.offset, slice.limit});
  }

  /// Only what can be sent is put into the pattern; whether solutions agree with the rest of μ, is
  /// seen here.
  PatternPtr operator()(const algebra::Service& service) const {
    Bindings sent = bindings_;
    std::erase_if(sent, [](const auto& binding) { return !algebra::is_writable(binding.second); });
    TakenBindings taken(bindings_);
    algebra::Service substituted = service;
    substituted.endpoint = taken.put_in(service.endpoint);
    substituted.pattern = substitute(service.pattern, sent);
    return taken.join_with(algebra::make_pattern(std::move(substituted)));
  }

 private:
  PatternPtr put_in(const PatternPtr& part) const { return substitute(part, bindings_); }

  ExpressionPtr put_in(const ExpressionPtr& part) const {
    return substitute_expression(part, bindings_);
  }

  bool agrees(const std::vector<algebra::Variable>& variables,
              const std::vector<std::optional<rdf::Term>>& row) const {
    for (std::size_t column = 0; column < variables.size(); ++column) {
      const auto binding = bindings_.find(variables[column]);
      if (row[column] && binding != bindings_.end() && binding->second != *row[column])
        return false;
    }
    return true;
  }

  const Bindings& bindings_;
};

Bindings to_bindings(const Solution& solution, const Evaluation& evaluation) {
  Bindings bindings;
  for (Slot slot = 0; slot < solution.width(); ++slot)
    if (const TermPtr& term = solution.get(slot))
      bindings.emplace(evaluation.variables()[slot], term->term);
  return bindings;
}

}  // namespace

PatternPtr substitute(const PatternPtr& pattern, const Bindings& bindings) {
  return std::visit(PatternSubstitution(bindings), pattern->value);
}

bool has_solution(const PatternPtr& pattern, const Solution& solution, Evaluation& evaluation,
                  ActiveGraph graph) {
  // The pattern has solutions of its own; BNODE("label") outside of it goes on with this one.
  const auto blank_nodes = evaluation.functions_context().solution_blank_nodes;
  const PatternPtr substituted = substitute(pattern, to_bindings(solution, evaluation));
  bool found = false;
  for (const Solution& inside : evaluate(*substituted, evaluation, graph)) {
    evaluation.limits().check();
    found = are_compatible(inside, solution);
    if (found) break;
  }
  evaluation.functions_context().solution_blank_nodes = blank_nodes;
  return found;
}

}  // namespace prosper::sparql::reference
