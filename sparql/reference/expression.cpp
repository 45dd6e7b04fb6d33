// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/expression.hpp"

#include "sparql/reference/substitute.hpp"
#include "sparql/request/expression_evaluator.hpp"

namespace prosper::sparql::reference {

namespace {

class SolutionScope final : public request::ExpressionScope {
 public:
  SolutionScope(const Solution& solution, Evaluation& evaluation, ActiveGraph graph)
      : solution_(solution), evaluation_(evaluation), graph_(graph) {}

  const rdf::Term* value(const algebra::Variable& variable) override {
    const TermPtr& term = solution_.get(evaluation_.slot(variable));
    return term ? &term->term : nullptr;
  }

  bool exists(const algebra::ExistsExpression& exists) override {
    return has_solution(exists.pattern, solution_, evaluation_, graph_);
  }

 private:
  const Solution& solution_;
  Evaluation& evaluation_;
  ActiveGraph graph_;
};

}  // namespace

functions::Result evaluate_expression(const algebra::Expression& expression,
                                      const Solution& solution, Evaluation& evaluation,
                                      ActiveGraph graph) {
  SolutionScope scope(solution, evaluation, graph);
  return request::ExpressionEvaluator(scope, evaluation.functions_context()).evaluate(expression);
}

bool holds(const algebra::Expression& condition, const Solution& solution, Evaluation& evaluation,
           ActiveGraph graph) {
  SolutionScope scope(solution, evaluation, graph);
  return request::ExpressionEvaluator(scope, evaluation.functions_context()).truth(condition) ==
         true;
}

}  // namespace prosper::sparql::reference
