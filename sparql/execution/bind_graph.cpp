// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// §18.6, Graph(?name, P): solutions of P joined with {?name → the graph}.
class BindGraphOperator final : public Operator {
 public:
  BindGraphOperator(const optimizer::BindGraph& bind, const PlanNode& node, OperatorPtr input)
      : input_(std::move(input)),
        graph_place_(place_of(bind.column, *node.inputs[0])),
        variable_place_(place_of(bind.variable, *node.inputs[0])),
        places_(places_in(*node.inputs[0], node)) {
    for (std::size_t column = 0; column < node.columns.size(); ++column)
      if (node.columns[column].slot == bind.variable) places_[column] = graph_place_;
  }

  bool next(Batch& batch) override {
    batch.reset(places_.size());
    while (batch.rows == 0) {
      if (!input_->next(rows_)) return false;
      for (std::size_t row = 0; row < rows_.rows; ++row) {
        const store::TermId bound = cell(rows_, variable_place_, row);
        if (bound != unbound && bound != cell(rows_, graph_place_, row)) continue;
        for (std::size_t column = 0; column < places_.size(); ++column)
          batch.columns[column].push_back(cell(rows_, places_[column], row));
        ++batch.rows;
      }
    }
    return true;
  }

 private:
  OperatorPtr input_;
  std::size_t graph_place_;
  std::size_t variable_place_;
  std::vector<std::size_t> places_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_bind_graph(const optimizer::BindGraph& bind, const PlanNode& node,
                            OperatorPtr input) {
  return std::make_unique<BindGraphOperator>(bind, node, std::move(input));
}

}  // namespace prosper::sparql::execution
