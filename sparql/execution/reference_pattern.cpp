// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/operators.hpp"
#include "sparql/reference/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// Solutions of the naive evaluator as rows of ids.
class ReferenceOperator final : public Operator {
 public:
  ReferenceOperator(const algebra::Pattern& pattern, const PlanNode& node, Run& run)
      : run_(run),
        solutions_(reference::evaluate(pattern, run.reference(), reference::ActiveGraph{})) {
    for (const optimizer::Column& column : node.columns)
      slots_.push_back(run.reference().slot(run.variable(column.slot)));
  }

  bool next(Batch& batch) override {
    batch.reset(slots_.size());
    while (!batch.is_full()) {
      const reference::Solution* solution = solutions_.next();
      if (solution == nullptr) break;
      for (std::size_t column = 0; column < slots_.size(); ++column) {
        const reference::TermPtr& term = solution->get(slots_[column]);
        store::TermId id = unbound;
        if (term) id = term->id ? *term->id : run_.vocabulary().id_of(term->term);
        batch.columns[column].push_back(id);
      }
      ++batch.rows;
    }
    return batch.rows > 0;
  }

 private:
  Run& run_;
  std::vector<reference::Slot> slots_;
  reference::Solutions solutions_;
};

}  // namespace

OperatorPtr make_reference_pattern(const optimizer::ReferencePattern& pattern, const PlanNode& node,
                                   Run& run) {
  return std::make_unique<ReferenceOperator>(*pattern.pattern, node, run);
}

}  // namespace prosper::sparql::execution
